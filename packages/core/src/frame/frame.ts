import type { Roster } from '../area/area.js';
import type { Members } from '../compile/members.js';
import type { Shape } from '../figure/figure-form.js';
import type { Day } from '../period/period.js';

/** Bits of `Frame.flags`. */
export const FLAG = {
  /** A known part is negative, so the known sum is no lower bound. */
  negative: 1,
  /** The row's own report is contradictory or impossible. */
  error: 2,
  /** The figure is an older level carried forward; it never judges. */
  stale: 4,
  /** Only a bare percentage was reported; it counts as reported and serves this row alone. */
  percentage: 8,
  /** No case arose. */
  noCase: 16,
  /** Cases exist, none is due yet. */
  caseRunning: 32,
  /** The figure cannot be formed here: no cohort, an impossible reference. */
  notComputable: 64,
  /** A term of the pair is missing although the figure is there. */
  noReference: 128,
  /** Something is on record for the row or below it, and `ends` says of which day. */
  present: 256,
  /** A member below reported a bare percentage, which the sums are without. */
  bareBelow: 512,
} as const;

/**
 * Last day of the period each figure belongs to: one for all rows that are `present`, or a column with NaN for
 * the others.
 */
export type Ends = Day | Float64Array;

/** Figures of one measure at one moment, one slot per row of the roster. */
export interface Frame {
  readonly shape: Shape;
  readonly a: Float64Array;
  /** Denominators, references or numbers of members; `null` for sums and grades. */
  readonly b: Float64Array | null;
  readonly reported: Int32Array;
  /** Shared by all frames over the same members, where members are areas. */
  readonly members: Int32Array;
  readonly flags: Uint16Array;
  /** a = figure in base units × 10^scaleA; b likewise. */
  readonly scaleA: number;
  readonly scaleB: number;
  readonly ends: Ends;
  /** Mean way of the members towards the predicate or the items, 0…1 summed; `null` when not formed. */
  readonly progress: Float64Array | null;
  /** Bare percentages × 10^6 of rows flagged `percentage`; never rolled up. */
  readonly percentages: Float64Array | null;
}

/** What a frame is made of besides its own columns. */
export interface FrameParts {
  readonly shape: Shape;
  readonly ends: Ends;
  readonly members?: Int32Array;
  readonly scaleA?: number;
  readonly scaleB?: number;
  readonly progress?: boolean;
}

/** Empty frame over n rows; its fields stand in the order of every other frame, so that all have one shape. */
export function createFrame(n: number, parts: FrameParts): Frame {
  const { shape, ends, members, scaleA = 0, scaleB = 0, progress } = parts;
  const paired = shape === 'share' || shape === 'ratio' || shape === 'pair';
  return {
    shape,
    a: new Float64Array(n),
    b: paired ? new Float64Array(n) : null,
    reported: new Int32Array(n),
    members: members ?? new Int32Array(n),
    flags: new Uint16Array(n),
    ends,
    scaleA,
    scaleB,
    progress: progress ? new Float64Array(n) : null,
    percentages: null,
  };
}

/** Whether nothing is on record for a row. */
export function isSilent({ flags }: Pick<Frame, 'flags'>, row: number): boolean {
  return ((flags[row] as number) & FLAG.present) === 0;
}

/** Last day of the period a row's figure belongs to; NaN where nothing is on record. */
export function endOf(frame: Pick<Frame, 'flags' | 'ends'>, row: number): Day {
  if (isSilent(frame, row)) return Number.NaN;
  const { ends } = frame;
  return typeof ends === 'number' ? ends : (ends[row] as number);
}

const INHERITED = FLAG.negative | FLAG.stale | FLAG.bareBelow;

/** What a parent learns from a row; one that contradicts itself is missing above. */
export function inherited(flags: number): number {
  const present = (flags & FLAG.error) === 0 ? flags & FLAG.present : 0;
  const bare = (flags & FLAG.percentage) === 0 ? 0 : FLAG.bareBelow;
  return (flags & INHERITED) | present | bare;
}

/**
 * Adds every row into its parent, from the leaves up; parents stand before their children, so one
 * backward pass is enough. A row's own error, bare percentage or missing term stays with it. Members
 * are left alone: they are rolled up once for all frames that share them.
 *
 * @param lines - all rows that may hold anything and those above them, ascending.
 */
export function rollUp(frame: Frame, roster: Roster, lines: Int32Array): void {
  rollUpAnswers(frame, roster, lines);
  if (frame.b) addUpLines(frame.b, roster.parents, lines);
}

/** The same where the second term is not reported, but how many members there are. */
export function rollUpAnswers(frame: Frame, { parents }: Roster, lines: Int32Array): void {
  if (typeof frame.ends !== 'number') rollUpEnds(frame, frame.ends, parents, lines);
  rollUpFigures(frame, parents, lines);
  if (frame.progress) addUpLines(frame.progress, parents, lines);
}

function addUpLines(column: Float64Array, parents: Int32Array, lines: Int32Array): void {
  for (let at = lines.length - 1; at >= 0; at--) {
    const row = lines[at] as number;
    const parent = parents[row] as number;
    if (parent >= 0) column[parent] = (column[parent] as number) + (column[row] as number);
  }
}

/** Siblings stand next to each other, so their sum is taken to the parent once, when the parent changes. */
function rollUpFigures({ a, reported, flags }: Frame, parents: Int32Array, lines: Int32Array): void {
  let parent = -1;
  let [sum, reports, bits] = [0, 0, 0];
  for (let at = lines.length - 1; at >= 0; at--) {
    const row = lines[at] as number;
    const own = parents[row] as number;
    if (own !== parent) {
      if (parent >= 0) {
        a[parent] = (a[parent] as number) + sum;
        reported[parent] = (reported[parent] as number) + reports;
        flags[parent] = (flags[parent] as number) | bits;
      }
      parent = own;
      sum = reports = bits = 0;
    }
    sum += a[row] as number;
    reports += reported[row] as number;
    bits |= inherited(flags[row] as number);
  }
}

/** A parent's figure belongs to the latest day below it. */
function rollUpEnds({ flags }: Frame, ends: Float64Array, parents: Int32Array, lines: Int32Array): void {
  for (let at = lines.length - 1; at >= 0; at--) {
    const row = lines[at] as number;
    const parent = parents[row] as number;
    if (parent < 0 || (flags[row] as number) & FLAG.error) continue;
    const end = ends[row] as number;
    if (end > (ends[parent] as number) || Number.isNaN(ends[parent] as number)) ends[parent] = end;
  }
}

const concerned = new WeakMap<Members, Uint16Array>();

/** Marks areas something is known of whatever they report: those that owe, all below them, and all above. */
export function markConcerned({ flags }: Frame, members: Members, { parents }: Roster): void {
  let marks = concerned.get(members);
  if (!marks) concerned.set(members, (marks = findConcerned(members.under, parents)));
  flags.set(marks);
}

function findConcerned(under: Uint8Array, parents: Int32Array): Uint16Array {
  const marks = new Uint16Array(under.length);
  for (let row = marks.length - 1; row >= 0; row--) {
    if (under[row] === 1) marks[row] = FLAG.present;
    const parent = parents[row] as number;
    if (parent >= 0) marks[parent] = (marks[parent] as number) | (marks[row] as number);
  }
  return marks;
}

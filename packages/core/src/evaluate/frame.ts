import type { Roster } from '../area/area.js';

/**
 * What kind of figure a frame holds, which decides how unknown members bound it.
 *
 * - `sum`: a is the known part; unknown parts may add anything that is not negative.
 * - `count`: a members are known to pass; each unknown one may add 1.
 * - `share`: like `count`, compared against b, the number of members.
 * - `ratio`: a ÷ b, both summed over the members that reported both.
 * - `pair`: a against its reference b, over members with both.
 * - `grade`: an ordinal of one area; never summed.
 */
export type Shape = 'sum' | 'count' | 'share' | 'ratio' | 'pair' | 'grade';

/** Bits of `Frame.flags`. */
export const FLAG = {
  /** A known part is negative, so the known sum is no lower bound. */
  negative: 1,
  /** The row's own report is contradictory or impossible. */
  error: 2,
  /** The figure is an older level carried forward; it never judges. */
  stale: 4,
  /** Only a bare percentage was reported; it serves this row alone. */
  percentage: 8,
  /** No case arose. */
  noCase: 16,
  /** Cases exist, none is due yet. */
  caseRunning: 32,
  /** The figure cannot be formed here: no cohort, an impossible reference. */
  notComputable: 64,
  /** A term of the pair is missing although the figure is there. */
  noReference: 128,
} as const;

/** Figures of one measure at one moment, one slot per row of the roster. */
export interface Frame {
  readonly shape: Shape;
  readonly a: Float64Array;
  /** Denominators, references or numbers of members; `null` for sums and grades. */
  readonly b: Float64Array | null;
  readonly reported: Int32Array;
  readonly members: Int32Array;
  readonly flags: Uint8Array;
  /** a = figure in base units × 10^scaleA; b likewise. */
  readonly scaleA: number;
  readonly scaleB: number;
  /** Last day of the period the figure belongs to; NaN for none. */
  readonly ends: Float64Array;
  /** Mean way of the members towards the predicate or the items, 0…1 summed; `null` when not formed. */
  readonly progress: Float64Array | null;
  /** Bare percentages × 10^6 of rows flagged `percentage`; never rolled up. */
  readonly percentages: Float64Array | null;
}

/** Empty frame over n rows. */
export function createFrame(
  n: number,
  shape: Shape,
  scales: { readonly a: number; readonly b: number } = { a: 0, b: 0 },
  options: { readonly progress?: boolean } = {},
): Frame {
  const paired = shape === 'share' || shape === 'ratio' || shape === 'pair';
  return {
    shape,
    a: new Float64Array(n),
    b: paired ? new Float64Array(n) : null,
    reported: new Int32Array(n),
    members: new Int32Array(n),
    flags: new Uint8Array(n),
    scaleA: scales.a,
    scaleB: scales.b,
    ends: new Float64Array(n).fill(Number.NaN),
    progress: options.progress ? new Float64Array(n) : null,
    percentages: null,
  };
}

const INHERITED = FLAG.negative | FLAG.stale;

/**
 * Adds every row into its parent, from the leaves up; parents stand before their children, so one
 * backward pass is enough. A row's own error, bare percentage or missing term stays with it.
 */
export function rollUp(frame: Frame, roster: Roster): void {
  const { a, b, reported, members, flags, ends, progress } = frame;
  const { parents } = roster;
  for (let row = a.length - 1; row > 0; row--) {
    const parent = parents[row] as number;
    if (parent < 0) continue;
    a[parent] = (a[parent] as number) + (a[row] as number);
    if (b) b[parent] = (b[parent] as number) + (b[row] as number);
    if (progress) progress[parent] = (progress[parent] as number) + (progress[row] as number);
    reported[parent] = (reported[parent] as number) + (reported[row] as number);
    members[parent] = (members[parent] as number) + (members[row] as number);
    flags[parent] = (flags[parent] as number) | ((flags[row] as number) & INHERITED);
    const end = (flags[row] as number) & FLAG.error ? Number.NaN : (ends[row] as number);
    if (end > (ends[parent] as number) || Number.isNaN(ends[parent] as number)) ends[parent] = end;
  }
}

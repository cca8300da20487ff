import { inheritDays } from '../area/succession.js';
import { traitsOf } from '../measure/index.js';
import { CELL } from '../observation/dataset.js';
import type { Cells, Column } from '../observation/dataset.js';
import { lengthOf, overlap } from '../period/period.js';
import type { Day, Period } from '../period/period.js';
import type { EvaluationContext } from '../compile/context.js';
import { columnOf } from '../compile/compile-target.js';
import type { Asked } from '../compile/members.js';
import type { Predicate } from '../plan/plan.js';
import { endOf, FLAG, isSilent } from './frame.js';
import type { Ends } from './frame.js';
import type { FrameMoment } from '../compile/moment.js';
import { formRates } from './window-rates.js';

/** A measure's figure of single areas, before anything is rolled up; one slot per row. */
export interface Leaf {
  readonly a: Float64Array;
  readonly b: Float64Array | null;
  /** 1 where the figure is complete. */
  readonly known: Int32Array;
  /** `FLAG` bits. */
  readonly flags: Uint16Array;
  readonly ends: Ends;
  readonly scaleA: number;
  readonly scaleB: number;
  /** Items that are known, of a checklist; else `null`. */
  readonly knownItems: Uint8Array | null;
  /** Bare percentages × 10^6 of rows flagged so; `null` where the measure is no ratio. */
  readonly percentages: Float64Array | null;
}

/** Measures an area can answer from its own reports. */
export type LeafMeasure = Predicate['measure'];

/** Forms the figures of all rows that are asked. */
export function formLeaf(context: EvaluationContext, measure: LeafMeasure, moment: FrameMoment, asked: Asked): Leaf {
  if ('items' in measure) return checklistLeaf(context, measure.items, moment, asked);
  if ('event' in measure) {
    return eventLeaf(context, measure.event, moment, asked);
  }
  const column = columnOf(context, measure, measure.indicator);
  if (!column) return emptyLeaf(asked.counted.length, null, Number.NaN);
  const { takes, isMean } = traitsOf(measure);
  if (takes === 'window') return flowLeaf(column, moment, asked);
  if (takes === 'rates') return ratesLeaf(column, moment, asked, isMean);
  if (takes === 'sinceStart') return flowLeaf(column, { ...moment, windowStart: context.planStart }, asked);
  return levelLeaf(column, moment, asked);
}

/** Columns a leaf may have besides. */
type LeafParts = Partial<Pick<Leaf, 'b' | 'knownItems' | 'percentages'>>;

/** All leaves have one shape: an object that begins with a spread has one of its own, and every loop over it is compiled anew. */
function emptyLeaf(
  n: number,
  column: Column | null,
  ends: Ends,
  { b = null, knownItems = null, percentages = null }: LeafParts = {},
): Leaf {
  return {
    a: new Float64Array(n),
    b,
    known: new Int32Array(n),
    flags: new Uint16Array(n),
    ends,
    scaleA: column?.scale ?? 0,
    scaleB: column?.denominatorScale ?? 0,
    knownItems,
    percentages,
  };
}

/** Reports of one period on their way into a leaf. */
export interface Candidate {
  readonly period: Period;
  readonly cells: Cells;
  /** `FLAG` bits of a figure taken from it. */
  readonly flags: number;
  /** 1 where a figure taken from it is complete. */
  readonly known: number;
}

/** Levels: of the moment's own day, or the latest earlier one where older levels are carried. */
function levelLeaf(column: Column, moment: FrameMoment, asked: Asked): Leaf {
  const candidates = levelCandidates(column, moment);
  const [only] = candidates;
  const ratio = column.cells.some((cells) => cells.denominators !== null);
  const single = only !== undefined && candidates.length === 1 && only.cells.percentages === null;
  const n = asked.counted.length;
  const ends = single ? only.period.end : new Float64Array(n).fill(Number.NaN);
  const leaf = emptyLeaf(n, column, ends, ratio ? { b: new Float64Array(n), percentages: new Float64Array(n) } : {});
  if (single) takeColumn(leaf, only, asked);
  else takeLevels(leaf, candidates, asked);
  return leaf;
}

/** Periods a level may come from, the newest first. */
export function levelCandidates({ periods, cells }: Column, { date, carry }: FrameMoment): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let p = periods.length - 1; p >= 0; p--) {
    const period = periods[p] as Period;
    if (period.end > date) continue;
    if (period.end < date && !carry) break;
    const stale = period.end < date ? FLAG.stale : 0;
    candidates.push({ period, cells: cells[p] as Cells, flags: FLAG.present | stale, known: 1 });
  }
  return candidates;
}

/** Takes the newest report of each row. */
function takeLevels(leaf: Leaf, candidates: readonly Candidate[], { rows }: Asked): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    for (let index = 0; index < candidates.length; index++) {
      const candidate = candidates[index] as Candidate;
      if (candidate.cells.status[row] === CELL.missing) continue;
      takeLevel(leaf, candidate, row);
      break;
    }
  }
}

function takeLevel(leaf: Leaf, { period, cells, flags, known }: Candidate, row: number): void {
  const value = cells.values[row] as number;
  if (typeof leaf.ends !== 'number') leaf.ends[row] = period.end;
  leaf.flags[row] = flags;
  if (cells.status[row] === CELL.error) {
    leaf.flags[row] = FLAG.error | flags;
  } else if (Number.isNaN(value)) {
    const percentage = cells.percentages?.[row] ?? Number.NaN;
    if (leaf.percentages) leaf.percentages[row] = percentage;
    leaf.flags[row] = FLAG.percentage | flags;
    leaf.known[row] = known;
  } else {
    leaf.a[row] = value;
    if (leaf.b) leaf.b[row] = cells.denominators?.[row] ?? Number.NaN;
    if (value < 0) leaf.flags[row] = FLAG.negative | flags;
    leaf.known[row] = known;
  }
}

/** Takes all figures from one period, where no other can have any. */
function takeColumn(leaf: Leaf, { cells, flags: bits, known: complete }: Candidate, { rows }: Asked): void {
  const { a, b, known, flags } = leaf;
  const { status, values, denominators } = cells;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (status[row] === CELL.missing) continue;
    if (status[row] === CELL.error) {
      flags[row] = FLAG.error | bits;
      continue;
    }
    const value = values[row] as number;
    a[row] = value;
    if (b) b[row] = denominators?.[row] ?? Number.NaN;
    flags[row] = value < 0 ? FLAG.negative | bits : bits;
    known[row] = complete;
  }
}

/**
 * Flows: the sum over the periods that tile the window. Where periods overlap, the one covering
 * more is used. A window that is covered in part gives a lower bound and counts as unreported.
 * A window still running is complete when covered up to the indicator's last reported period.
 */
function flowLeaf(column: Column, { date, windowStart, carry }: FrameMoment, asked: Asked): Leaf {
  const n = asked.counted.length;
  const inside = periodsInside(column, windowStart, date);
  const [first] = inside;
  if (!first) return emptyLeaf(n, column, Number.NaN);
  const lastEnd = inside.reduce((last, { period }) => Math.max(last, period.end), first.period.end);
  const needed = (carry ? lastEnd : date) - windowStart + 1;
  if (inside.length === 1) {
    const leaf = emptyLeaf(n, column, first.period.end);
    const { period, cells } = first;
    takeColumn(leaf, { period, cells, flags: FLAG.present, known: lengthOf(period) >= needed ? 1 : 0 }, asked);
    return leaf;
  }
  const leaf = emptyLeaf(n, column, new Float64Array(n).fill(Number.NaN));
  const tiles = inside.map(({ period, cells }, index): Tile => ({
    cells,
    end: period.end,
    length: lengthOf(period),
    overlaps: inside.flatMap((other, at) => (at < index && overlap(other.period, period) ? at : [])),
  }));
  const taken = new Uint8Array(tiles.length);
  const { rows } = asked;
  for (let at = 0; at < rows.length; at++) takeFlow(leaf, rows[at] as number, tiles, needed, taken.fill(0));
  return leaf;
}

/** Rates of the periods of a window, as one; a mean is a fraction of its own, of no decimals. */
function ratesLeaf(column: Column, { date, windowStart, carry }: FrameMoment, asked: Asked, isMean: boolean): Leaf {
  const n = asked.counted.length;
  const inside = periodsInside(column, windowStart, date);
  const last = inside.reduce((latest, { period }) => Math.max(latest, period.end), windowStart);
  const needed = (carry ? last : date) - windowStart + 1;
  const columns = {
    b: new Float64Array(n),
    ends: new Float64Array(n).fill(Number.NaN),
    percentages: new Float64Array(n),
  };
  const leaf = emptyLeaf(n, isMean ? null : column, columns.ends, columns);
  formRates({ ...leaf, ...columns }, { inside, needed }, asked.rows, isMean);
  return leaf;
}

/** Periods of a flow inside a window, the longest first. */
export function periodsInside(
  { periods, cells }: Column,
  from: Day,
  to: Day,
): readonly Pick<Candidate, 'period' | 'cells'>[] {
  return periods
    .map((period, index) => ({ period, cells: cells[index] as Cells }))
    .filter(({ period }) => period.start >= from && period.end <= to)
    .sort((x, y) => lengthOf(y.period) - lengthOf(x.period) || x.period.start - y.period.start);
}

/** One period of a flow's window, the longest first. */
interface Tile {
  readonly cells: Cells;
  readonly end: Day;
  readonly length: number;
  /** Positions of longer ones it overlaps. */
  readonly overlaps: readonly number[];
}

/** @param taken - marks the tiles in use; all 0 at first. */
function takeFlow(leaf: Leaf, row: number, tiles: readonly Tile[], needed: number, taken: Uint8Array): void {
  let sum = 0;
  let covered = 0;
  let flags = 0;
  let end = Number.NaN;
  for (let index = 0; index < tiles.length && covered !== needed; index++) {
    const { cells, end: last, length, overlaps } = tiles[index] as Tile;
    if (cells.status[row] === CELL.missing || overlaps.some((other) => taken[other] === 1)) continue;
    flags |= FLAG.present;
    if (cells.status[row] === CELL.error) {
      flags |= FLAG.error;
      continue;
    }
    const value = cells.values[row] as number;
    if (value < 0) flags |= FLAG.negative;
    sum += value;
    covered += length;
    taken[index] = 1;
    if (!(end >= last)) end = last;
  }
  if (flags === 0) return;
  // A window with a contradiction in it has no figure, also not in part.
  leaf.a[row] = flags & FLAG.error ? 0 : sum;
  leaf.flags[row] = flags;
  if (typeof leaf.ends !== 'number') leaf.ends[row] = Number.isNaN(end) ? (tiles[0]?.end ?? end) : end;
  leaf.known[row] = covered >= needed && (flags & FLAG.error) === 0 ? 1 : 0;
}

/** Yes from the day of the event, or of those of all areas it was merged from; where any of the kind is on file, silence means no. */
function eventLeaf(context: EvaluationContext, kind: string, { date }: FrameMoment, { counted, rows }: Asked): Leaf {
  const n = counted.length;
  const leaf = emptyLeaf(n, null, date);
  const events = context.dataset.events.get(kind);
  if (!events) return leaf;
  const days = new Float64Array(n).fill(Number.NaN);
  for (const event of events) {
    const row = Math.max(event.area, 0);
    if (!((days[row] as number) <= event.date)) days[row] = event.date;
  }
  inheritDays(days, context.roster);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    leaf.known[row] = 1;
    leaf.flags[row] = FLAG.present;
    if ((days[row] as number) <= date) leaf.a[row] = 1;
  }
  return leaf;
}

/** Items met; a known item counts in `knownItems`, whether met or not. */
function checklistLeaf(context: EvaluationContext, items: readonly string[], moment: FrameMoment, asked: Asked): Leaf {
  const n = asked.counted.length;
  const ends = new Float64Array(n).fill(Number.NaN);
  const [all, knownItems] = [new Float64Array(n), new Uint8Array(n)];
  const leaf = emptyLeaf(n, null, ends, { b: all, knownItems });
  const { rows } = asked;
  for (let at = 0; at < rows.length; at++) all[rows[at] as number] = items.length;
  for (const item of items) {
    const part = formLeaf(context, { kind: 'state', indicator: item }, moment, asked);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (isSilent(part, row)) continue;
      leaf.flags[row] = (leaf.flags[row] as number) | ((part.flags[row] as number) & ~FLAG.present);
      if (part.known[row] === 0) continue;
      leaf.flags[row] = (leaf.flags[row] as number) | FLAG.present;
      knownItems[row] = (knownItems[row] as number) + 1;
      leaf.a[row] = (leaf.a[row] as number) + (part.a[row] as number);
      const end = endOf(part, row);
      if (!((ends[row] as number) >= end)) ends[row] = end;
    }
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (knownItems[row] === items.length) leaf.known[row] = 1;
  }
  return leaf;
}

import { CELL } from '../observation/dataset.js';
import type { Cells, Column } from '../observation/dataset.js';
import type { Period } from '../period/period.js';
import type { Measure } from '../plan/plan.js';
import type { EvaluationContext } from './context.js';
import { FLAG } from './frame.js';
import type { FrameMoment } from './moment.js';

/** A measure's figure of single areas, before anything is rolled up; one slot per row. */
export interface Leaf {
  readonly a: Float64Array;
  readonly b: Float64Array | null;
  /** 1 where the figure is complete. */
  readonly known: Uint8Array;
  /** `FLAG` bits. */
  readonly flags: Uint8Array;
  /** Last day of the period the figure belongs to; NaN where nothing is known. */
  readonly ends: Float64Array;
  readonly scaleA: number;
  readonly scaleB: number;
  /** Items that are known, of a checklist; else `null`. */
  readonly knownItems: Uint8Array | null;
  /** Bare percentages × 10^6 of rows flagged so; `null` where the measure is no ratio. */
  readonly percentages: Float64Array | null;
}

/** Measures an area can answer from its own reports. */
export type LeafMeasure = Extract<
  Measure,
  { kind: 'stock' | 'flow' | 'cumulative' | 'rate' | 'grade' | 'state' | 'checklist' }
>;

/** Forms the figures of all rows whose `mask` is 1. */
export function formLeaf(
  context: EvaluationContext,
  measure: LeafMeasure,
  moment: FrameMoment,
  mask: Uint8Array,
): Leaf {
  if (measure.kind === 'checklist') return checklistLeaf(context, measure.items, moment, mask);
  if (measure.kind === 'state' && 'event' in measure) {
    return eventLeaf(context, measure.event, moment, mask);
  }
  if (!('indicator' in measure)) return emptyLeaf(mask.length, null);
  const column = context.observations.column(measure.indicator);
  if (!column) return emptyLeaf(mask.length, null);
  switch (measure.kind) {
    case 'flow':
      return flowLeaf(column, moment, mask);
    case 'cumulative':
      return flowLeaf(column, { ...moment, windowStart: context.planStart }, mask);
    default:
      return levelLeaf(context, column, moment, mask);
  }
}

function emptyLeaf(n: number, column: Column | null): Leaf {
  return {
    a: new Float64Array(n),
    b: null,
    known: new Uint8Array(n),
    flags: new Uint8Array(n),
    ends: new Float64Array(n).fill(Number.NaN),
    scaleA: column?.scale ?? 0,
    scaleB: column?.denominatorScale ?? 0,
    knownItems: null,
    percentages: null,
  };
}

/** Levels: of the moment's own day, or the latest earlier one where older levels are carried. */
function levelLeaf(
  context: EvaluationContext,
  column: Column,
  { date, carry }: FrameMoment,
  mask: Uint8Array,
): Leaf {
  const ratio = column.cells.some((cells) => cells.denominators !== null);
  const leaf: Leaf = {
    ...emptyLeaf(mask.length, column),
    b: ratio ? new Float64Array(mask.length) : null,
    percentages: ratio ? new Float64Array(mask.length) : null,
  };
  for (let p = column.periods.length - 1; p >= 0; p--) {
    const period = column.periods[p] as Period;
    if (period.end > date) continue;
    if (period.end < date && !carry) break;
    const cells = column.cells[p] as Cells;
    const stale = period.end < date ? FLAG.stale : 0;
    takeLevels(context, leaf, cells, period.end, stale, mask);
  }
  return leaf;
}

function takeLevels(
  context: EvaluationContext,
  leaf: Leaf,
  cells: Cells,
  end: number,
  stale: number,
  mask: Uint8Array,
): void {
  const { a, b, known, flags, ends } = leaf;
  const { status, values, denominators, percentages } = cells;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0 || status[row] === CELL.missing) continue;
    if (!Number.isNaN(ends[row] as number)) {
      // Two periods that end on one day: the later report is the level.
      if (ends[row] !== end || !isReportedLater(context, cells, row, leaf)) continue;
    }
    ends[row] = end;
    if (status[row] === CELL.error) {
      flags[row] = FLAG.error | stale;
      known[row] = 0;
      continue;
    }
    const value = values[row] as number;
    const percentage = percentages?.[row] ?? Number.NaN;
    if (Number.isNaN(value) && !Number.isNaN(percentage)) {
      if (leaf.percentages) leaf.percentages[row] = percentage;
      flags[row] = FLAG.percentage | stale;
      known[row] = 0;
      continue;
    }
    a[row] = value;
    if (b) b[row] = denominators?.[row] ?? Number.NaN;
    flags[row] = stale | (value < 0 ? FLAG.negative : 0);
    known[row] = 1;
  }
}

function isReportedLater(
  context: EvaluationContext,
  cells: Cells,
  row: number,
  leaf: Leaf,
): boolean {
  const { reports } = context.observations;
  const indicatorReports = reports.at(cells.reports[row] as number);
  const column = context.observations.column(indicatorReports.indicator);
  const taken = column?.cells.find(
    (other, p) =>
      other !== cells &&
      column.periods[p]?.end === leaf.ends[row] &&
      (other.reports[row] as number) >= 0,
  );
  if (!taken) return true;
  return indicatorReports.reportedOn > reports.at(taken.reports[row] as number).reportedOn;
}

/**
 * Flows: the sum over the periods that tile the window. Where periods overlap, the one covering
 * more is used. A window that is covered in part gives a lower bound and counts as unreported.
 * A window still running is complete when covered up to the indicator's last reported period.
 */
function flowLeaf(column: Column, { date, windowStart, carry }: FrameMoment, mask: Uint8Array): Leaf {
  const leaf = emptyLeaf(mask.length, column);
  const inside = column.periods
    .map((period, index) => ({ period, cells: column.cells[index] as Cells }))
    .filter(({ period }) => period.start >= windowStart && period.end <= date)
    .sort((x, y) => lengthOf(y.period) - lengthOf(x.period) || x.period.start - y.period.start);
  if (inside.length === 0) return leaf;
  const lastEnd = Math.max(...inside.map(({ period }) => period.end));
  const needed = (carry ? lastEnd : date) - windowStart + 1;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 1) takeFlow(leaf, row, inside, needed);
  }
  return leaf;
}

function takeFlow(
  leaf: Leaf,
  row: number,
  inside: readonly { readonly period: Period; readonly cells: Cells }[],
  needed: number,
): void {
  const taken: Period[] = [];
  let [sum, covered, flags, end] = [0, 0, 0, Number.NaN];
  for (const { period, cells } of inside) {
    if (cells.status[row] === CELL.missing) continue;
    if (taken.some((other) => period.start <= other.end && other.start <= period.end)) continue;
    if (cells.status[row] === CELL.error) {
      flags |= FLAG.error;
      continue;
    }
    const value = cells.values[row] as number;
    if (value < 0) flags |= FLAG.negative;
    sum += value;
    covered += lengthOf(period);
    taken.push(period);
    if (!(end >= period.end)) end = period.end;
    if (covered === needed) break;
  }
  // A window with a contradiction in it has no figure, also not in part.
  leaf.a[row] = flags & FLAG.error ? 0 : sum;
  leaf.flags[row] = flags;
  leaf.ends[row] = flags & FLAG.error && Number.isNaN(end) ? (inside[0]?.period.end ?? end) : end;
  leaf.known[row] = covered >= needed && (flags & FLAG.error) === 0 ? 1 : 0;
}

function lengthOf(period: Period): number {
  return period.end - period.start + 1;
}

/** Yes from the day of the event; where any event of the kind is on file, silence means no. */
function eventLeaf(
  context: EvaluationContext,
  kind: string,
  { date }: FrameMoment,
  mask: Uint8Array,
): Leaf {
  const leaf = emptyLeaf(mask.length, null);
  const events = context.dataset.events.get(kind);
  if (!events) return leaf;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue;
    leaf.known[row] = 1;
    leaf.ends[row] = date;
  }
  for (const event of events) {
    const row = Math.max(event.area, 0);
    if (event.date <= date && mask[row] === 1) leaf.a[row] = 1;
  }
  return leaf;
}

/** Items met; a known item counts in `knownItems`, whether met or not. */
function checklistLeaf(
  context: EvaluationContext,
  items: readonly string[],
  moment: FrameMoment,
  mask: Uint8Array,
): Leaf {
  const leaf: Leaf = {
    ...emptyLeaf(mask.length, null),
    b: new Float64Array(mask.length).fill(items.length),
    knownItems: new Uint8Array(mask.length),
  };
  const knownItems = leaf.knownItems as Uint8Array;
  for (const item of items) {
    const part = formLeaf(context, { kind: 'state', indicator: item }, moment, mask);
    for (let row = 0; row < mask.length; row++) {
      if (Number.isNaN(part.ends[row] as number)) continue;
      leaf.flags[row] = (leaf.flags[row] as number) | (part.flags[row] as number);
      if (part.known[row] === 0) continue;
      knownItems[row] = (knownItems[row] as number) + 1;
      leaf.a[row] = (leaf.a[row] as number) + (part.a[row] as number);
      if (!((leaf.ends[row] as number) >= (part.ends[row] as number))) {
        leaf.ends[row] = part.ends[row] as number;
      }
    }
  }
  for (let row = 0; row < mask.length; row++) {
    if (knownItems[row] === items.length) leaf.known[row] = 1;
  }
  return leaf;
}

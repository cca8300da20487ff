import { ckmeans } from 'simple-statistics';
import { MOST_BOUNDS } from './break-methods.js';
import type { BreakMethod } from './break-methods.js';
import { ATTAINMENT_BREAKS, classify, cutEqually, PERCENT_BREAKS } from './classify.js';

/** Classes that are made where the method does not say how many. */
const CLASSES = 5;

/** Where the bounds of the classes come from; the legend says it. */
export type BreakSource = 'fifths' | 'fixed' | 'plan' | 'equal' | 'quantile' | 'natural' | 'manual';

export interface Breaks {
  /** Lower bounds, ascending, at least one. `classify` sorts by them. */
  readonly bounds: readonly number[];
  readonly source: BreakSource;
}

/**
 * Bounds for ratios 0…1. What is attained, 1 and more, is always a class of its own, whatever cuts the rest.
 *
 * @param values NaN left out
 */
export function cutRatios(method: BreakMethod, values: readonly number[]): Breaks {
  if (method === 'auto') return { bounds: ATTAINMENT_BREAKS, source: 'fifths' };
  const below = values.filter((value) => value < 1);
  if (typeof method !== 'string') {
    const inner = method.map((percent) => percent / 100).filter((bound) => bound > 0 && bound < 1);
    return { bounds: [0, ...inner, 1], source: 'manual' };
  }
  const bounds = cutBy(method, below).filter((bound) => bound < 1);
  return { bounds: [...(bounds.length === 0 ? [0] : bounds), 1], source: method };
}

/**
 * Bounds for figures in a unit.
 *
 * @param thresholds what the plan itself asks of one area of the level, in the same unit
 */
export function cutFigures(
  method: BreakMethod,
  values: readonly number[],
  { thresholds = [], percent = false }: { readonly thresholds?: readonly number[]; readonly percent?: boolean } = {},
): Breaks {
  if (typeof method !== 'string') return { bounds: leadIn(method, values), source: 'manual' };
  if (method !== 'auto') return { bounds: cutBy(method, values), source: method };
  if (thresholds.length > 0) return { bounds: leadIn(thresholds.slice(0, MOST_BOUNDS), values), source: 'plan' };
  if (percent) return { bounds: PERCENT_BREAKS, source: 'fifths' };
  return { bounds: cutEqually(values, CLASSES), source: 'equal' };
}

function cutBy(
  method: 'equal' | 'quantile' | 'natural',
  values: readonly number[],
  count = CLASSES,
): readonly number[] {
  switch (method) {
    case 'equal':
      return cutEqually(values, count);
    case 'quantile':
      return cutByCount(values, count);
    case 'natural':
      return cutNaturally(values, count);
  }
}

/** Sizes of change in percentage points that are told apart where no method is named. */
const POINT_SIZES: readonly number[] = [0, 10, 25];

/** Classes of a change to either side of none. */
const CHANGE_CLASSES = 3;

/**
 * Lower bounds of the sizes of a change, the same for less and for more. A list of bounds parts figures, not changes, so
 * with one the sizes are cut as under `auto`.
 *
 * @param changes in percentage points or in the unit, NaN left out
 */
export function cutChanges(method: BreakMethod, changes: readonly number[], points: boolean): Breaks {
  const sizes = changes.map((change) => Math.abs(change)).filter((size) => size > 0);
  const named = typeof method === 'string' && method !== 'auto' ? method : undefined;
  if (named === undefined && points) return { bounds: POINT_SIZES, source: 'fixed' };
  const [, ...bounds] = cutBy(named ?? 'equal', sizes, CHANGE_CLASSES);
  return { bounds: [0, ...bounds], source: named ?? 'equal' };
}

/**
 * The class of a change: less from much to little, none, more from little to much.
 *
 * @param bounds from `cutChanges`
 * @returns an index into 2 × bounds + 1 classes, −1 for NaN
 *
 * @example classifyChange(-12, [0, 10, 25]); // 1
 */
export function classifyChange(change: number, bounds: readonly number[]): number {
  if (Number.isNaN(change)) return -1;
  if (change === 0) return bounds.length;
  const size = classify(Math.abs(change), bounds);
  return change > 0 ? bounds.length + 1 + size : bounds.length - 1 - size;
}

/**
 * Lower bounds of classes with about equally many values. Equal values stay together, so classes may be uneven, and
 * fewer where there are fewer distinct values. Class k begins at the value of rank ⌊k·n ÷ count⌋.
 *
 * @returns one class for values that are all equal, `[0]` for none
 * @example cutByCount([1, 2, 3, 4, 5, 6], 3); // [0, 3, 5]
 */
export function cutByCount(values: readonly number[], count: number): readonly number[] {
  const sorted = sortKnown(values);
  const starts = Array.from({ length: count }, (_, k) => sorted[Math.floor((k * sorted.length) / count)]);
  return boundsAt(
    sorted,
    starts.filter((start) => start !== undefined),
  );
}

/**
 * Lower bounds of natural classes: those with the least sum of squared deviations from their means.
 *
 * Method: optimal one-dimensional k-means (Ckmeans, Wang and Song 2011), as `simple-statistics` has it.
 *
 * @returns as many classes as there are distinct values where those are fewer, `[0]` for none
 * @example cutNaturally([1, 1.2, 5, 5.1, 9.8], 3); // [0, 5, 9]
 */
export function cutNaturally(values: readonly number[], count: number): readonly number[] {
  const sorted = sortKnown(values);
  const distinct = new Set(sorted).size;
  if (distinct === 0) return [0];
  const groups = ckmeans([...sorted], Math.min(count, distinct));
  return boundsAt(
    sorted,
    groups.flatMap(([first]) => first ?? []),
  );
}

/** Finite values, ascending; what differs beyond nine decimals only is equal. */
function sortKnown(values: readonly number[]): readonly number[] {
  return values.flatMap((value) => (Number.isFinite(value) ? Number(value.toFixed(9)) : [])).sort((a, b) => a - b);
}

/** Bounds that part sorted values before each start, each the roundest number that does. */
function boundsAt(sorted: readonly number[], starts: readonly number[]): readonly number[] {
  const [lowest] = sorted;
  if (lowest === undefined) return [0];
  const next = starts.find((start) => start > lowest);
  let last = next === undefined ? lowest : roundBetween(2 * lowest - next, lowest);
  const bounds = [last];
  for (const start of starts) {
    const before = sorted[sorted.indexOf(start) - 1];
    const bound = before === undefined ? last : roundBetween(before, start);
    if (!isApart(last, bound)) continue;
    bounds.push(bound);
    last = bound;
  }
  return bounds;
}

/** Whether a value below a bound is in another class than the bound itself: what differs by rounding is not. */
function isApart(below: number, bound: number): boolean {
  return classify(below, [below, bound]) === 0;
}

/** Values closer than this, in proportion, are one value. */
const SAME = 1e-9;

/**
 * The roundest number above `below` and not above `at`: what a reader can keep in mind, and parts the same values.
 *
 * @example roundBetween(4.37, 5.12); // 5
 */
export function roundBetween(below: number, at: number): number {
  const gap = at - below;
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(at), gap))); power >= -12; power--) {
    const bound = Number((Math.floor(at / 10 ** power + SAME) * 10 ** power).toPrecision(12));
    // clear of the value below by more than classify forgives
    if (bound <= at && bound - below > SAME * Math.max(1, Math.abs(bound)) * 0.5) return bound;
  }
  return at;
}

/** A list of bounds with a class for what lies below the first. */
function leadIn(list: readonly number[], values: readonly number[]): readonly number[] {
  const [first = 0] = list;
  const lowest = sortKnown(values)[0] ?? first;
  if (lowest < 0 && lowest < first) return [Math.floor(lowest), ...list];
  return first > 0 ? [0, ...list] : list;
}

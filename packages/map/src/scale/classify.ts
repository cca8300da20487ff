/** Slack for quotients such as 4.2 ÷ 7 that a binary fraction puts a hair below their break. */
const SLACK = 1e-12;

/**
 * The class of a value: the last one whose lower bound it reaches. A value on a break belongs to the class above.
 * Everything that speaks of classes (fill, legend, table, export) asks here and nowhere else.
 *
 * @param value any finite number; NaN has no class
 * @param breaks lower bounds of the classes, ascending; the first class takes what is below its bound too
 * @returns an index into `breaks`, −1 for NaN
 *
 * @example classify(0.4, ATTAINMENT_BREAKS); // 2, "40–60%"
 */
export function classify(value: number, breaks: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bound = breaks[middle] ?? Number.POSITIVE_INFINITY;
    if (value >= bound - SLACK * Math.max(1, Math.abs(bound))) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A range narrower than this is no range. */
const NO_WIDTH = 1e-9;

/** Attainment in fifths; what is attained, 100% and more, is a class of its own. Lower bounds, 0…1. */
export const ATTAINMENT_BREAKS: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Percentages in fifths, for rates and shares that have no pass mark of their own. Lower bounds, percent. */
export const PERCENT_BREAKS: readonly number[] = [0, 20, 40, 60, 80];

/**
 * Lower bounds that cut a range of figures into classes of equal width with round numbers.
 * A range that starts at or above zero is cut from zero.
 *
 * @param values figures, NaN left out
 * @param count classes wanted, 2…9; fewer come back where the round width needs no more
 *
 * @example cutEqually([0.4, 3.1, 9.8], 5); // [0, 2, 4, 6, 8]
 */
export function cutEqually(values: readonly number[], count: number): readonly number[] {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0) return [0];
  const highest = known.reduce((a, b) => Math.max(a, b));
  const lowest = known.reduce((a, b) => Math.min(a, b));
  const from = Math.min(0, lowest);
  const width = roundUpWidth((highest - from) / count);
  if (width < NO_WIDTH) return [from];
  const start = Math.floor(from / width);
  const breaks: number[] = [];
  for (let step = start; breaks.length < count && (step === start || step * width < highest); step++) {
    breaks.push(Number((step * width).toPrecision(12)));
  }
  return breaks;
}

/** The next of 1, 2, 2.5, 5 × 10ⁿ. */
function roundUpWidth(width: number): number {
  if (!(width > 0)) return 0;
  const magnitude = 10 ** Math.floor(Math.log10(width));
  const digit = [1, 2, 2.5, 5].find((step) => step * magnitude >= width * (1 - SLACK)) ?? 10;
  return digit * magnitude;
}

import type { FigureForm } from './figure-form.js';

/** How integers of one frame are written in one unit: what is the same for all rows, worked out once. */
export interface FigureReader {
  /** What amounts and counts are divided by; 0 for quotients. */
  readonly divisor: number;
  /** What all of a quotient is. */
  readonly whole: number;
  /** Powers of ten above and below the line that bring both terms to one scale; one of them is 1. */
  readonly up: number;
  readonly down: number;
  /** What the second term is multiplied by before it is taken off the first, of growth; 0 for none. */
  readonly taken: number;
}

/** Works out how figures of a form and scales are read. */
export function figureReader(
  { format, factor, unit }: FigureForm,
  { scaleA, scaleB }: { readonly scaleA: number; readonly scaleB: number },
): FigureReader {
  if (format !== 'percent' && format !== 'growth') {
    const divisor = (format === 'quantity' ? factor : 1) * 10 ** scaleA;
    return { divisor, whole: 1, up: 1, down: 1, taken: 0 };
  }
  return {
    divisor: 0,
    whole: wholeOf(unit),
    up: 10 ** Math.max(0, scaleB - scaleA),
    down: 10 ** Math.max(0, scaleA - scaleB),
    taken: format === 'growth' ? 10 ** (scaleA - scaleB) : 0,
  };
}

/**
 * Writes integers of a frame as a figure in the target's unit; NaN where there is none. Integers are
 * divided once, so that the result is the double the same decimal in a plan reads as.
 */
export function readFigure({ divisor, whole, up, down, taken }: FigureReader, a: number, b: number): number {
  if (divisor !== 0) return a / divisor;
  if (b === 0) return Number.NaN;
  const part = taken === 0 ? a : a - b * taken;
  return (part * whole * up) / (b * down);
}

/** The same for a single figure. */
export function figureOf(
  form: FigureForm,
  scales: { readonly scaleA: number; readonly scaleB: number },
  a: number,
  b: number,
): number {
  return readFigure(figureReader(form, scales), a, b);
}

/** A bare percentage, kept × 10^6, as a figure in the target's unit; NaN for none. */
export function percentageOf({ unit }: Pick<FigureForm, 'unit'>, kept: number | undefined): number {
  return ((kept ?? Number.NaN) * wholeOf(unit)) / 1e8;
}

/** What all of it is, in a unit of shares. */
export function wholeOf(unit: string): number {
  return unit === '‰' ? 1000 : 100;
}

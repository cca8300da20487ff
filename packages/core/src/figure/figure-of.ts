import type { FigureForm } from './figure-form.js';

/**
 * Writes integers of a frame as a figure in the target's unit; NaN where there is none. Integers are
 * divided once, so that the result is the double the same decimal in a plan reads as.
 */
export function figureOf(
  form: FigureForm,
  scales: { readonly scaleA: number; readonly scaleB: number },
  a: number,
  b: number,
): number {
  switch (form.format) {
    case 'quantity':
      return a / (form.factor * tenTo(scales.scaleA));
    case 'percent':
      return b === 0 ? Number.NaN : ratio(scales, a * wholeOf(form.unit), b);
    case 'growth':
      return b === 0 ? Number.NaN : ratio(scales, grown(scales, a, b) * wholeOf(form.unit), b);
    case 'count':
    case 'items':
    case 'grade':
    case 'state':
      return a / tenTo(scales.scaleA);
  }
}

/** A bare percentage, kept × 10^6, as a figure in the target's unit; NaN for none. */
export function percentageOf({ unit }: Pick<FigureForm, 'unit'>, kept: number | undefined): number {
  return ((kept ?? Number.NaN) * wholeOf(unit)) / 1e8;
}

/** What all of it is, in a unit of shares. */
export function wholeOf(unit: string): number {
  return unit === '‰' ? 1000 : 100;
}

function grown(scales: { readonly scaleA: number; readonly scaleB: number }, a: number, b: number): number {
  return a - b * tenTo(scales.scaleA - scales.scaleB);
}

function ratio(scales: { readonly scaleA: number; readonly scaleB: number }, a: number, b: number) {
  const difference = scales.scaleB - scales.scaleA;
  if (difference === 0) return a / b;
  return difference > 0 ? (a * tenTo(difference)) / b : a / (b * tenTo(-difference));
}

/** Powers of ten are looked up: raising is dear, and every figure is divided by one. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

function tenTo(exponent: number): number {
  return POWERS[exponent] ?? 10 ** exponent;
}

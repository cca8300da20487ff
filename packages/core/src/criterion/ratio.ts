/**
 * A figure ÷ what is required, as one number: NaN for none, ±Infinity where nothing can be divided and yet all or nothing
 * of it is drawn.
 */
export type Ratio = number;

/** Attainment as a ratio: capped to 0…1 for drawing, and as it is. NaN for none. */
export interface Attainment {
  readonly drawn: number;
  readonly raw: number;
}

export const NO_ATTAINMENT: Attainment = { drawn: Number.NaN, raw: Number.NaN };

/** A ratio as it is drawn, 0…1. */
export function drawnOf(ratio: Ratio): number {
  return Math.min(1, Math.max(0, ratio));
}

/** A ratio as it is drawn and as it is. */
export function attainmentOf(ratio: Ratio): Attainment {
  return { drawn: drawnOf(ratio), raw: Number.isFinite(ratio) ? ratio : Number.NaN };
}

/** More is better: figure ÷ required. A requirement of zero draws 1 once anything is above it and has no ratio. */
export function upward(required: number, figure: number): Ratio {
  return required === 0 ? attainZero(figure) : figure / required;
}

/** Nothing is required: anything above draws 1, anything below 0, and 0 ÷ 0 is none. */
function attainZero(figure: number): Ratio {
  if (figure === 0) return Number.NaN;
  return figure > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** Less is better: reference ÷ figure, 1 for a figure of 0. */
export function downward(reference: number, figure: number): Ratio {
  if (Number.isNaN(reference)) return Number.NaN;
  return figure <= 0 ? Number.POSITIVE_INFINITY : reference / figure;
}

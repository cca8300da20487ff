/** Attainment as a ratio: capped to 0…1 for drawing, and as it is. NaN for none. */
export interface Attainment {
  readonly drawn: number;
  readonly raw: number;
}

export const NO_ATTAINMENT: Attainment = { drawn: Number.NaN, raw: Number.NaN };

/** Caps a raw ratio into 0…1. */
export function capped(raw: number): Attainment {
  return { drawn: Math.min(1, Math.max(0, raw)), raw };
}

/** More is better: figure ÷ required. A requirement of zero draws 1 once anything is above it and has no ratio. */
export function upward(required: number, figure: number): Attainment {
  if (required === 0) return attainZero(figure);
  return capped(figure / required);
}

/** Nothing is required: anything above draws 1, anything below 0, and 0 ÷ 0 is none. */
function attainZero(figure: number): Attainment {
  return figure === 0 ? NO_ATTAINMENT : { drawn: figure > 0 ? 1 : 0, raw: Number.NaN };
}

/** Less is better: reference ÷ figure, 1 for a figure of 0. */
export function downward(reference: number, figure: number): Attainment {
  if (Number.isNaN(reference)) return NO_ATTAINMENT;
  return figure <= 0 ? { drawn: 1, raw: Number.NaN } : capped(reference / figure);
}

import { compareScaled } from '../quantity/compare-scaled.js';

/** What a report says. */
export const FORM = {
  /** A blank, "-", "—", "/" or 缺. */
  missing: 0,
  /** One number: a quantity, a grade or a state. */
  figure: 1,
  /** Numerator and denominator. */
  pair: 2,
  /** A ratio as a bare percentage. */
  percentage: 3,
} as const;

export type Form = (typeof FORM)[keyof typeof FORM];

/**
 * What a report says, in integers: figure or numerator = mantissa ÷ 10^scale base units, the
 * denominator likewise; of a bare percentage the mantissa is percent × 10^6.
 */
export interface ReportFigure {
  readonly form: Form;
  readonly mantissa: number;
  readonly scale: number;
  readonly denominator: number;
  readonly denominatorScale: number;
  /** Kept, but contradicts itself: a part larger than its whole. */
  readonly impossible: boolean;
}

export const NO_FIGURE: ReportFigure = {
  form: FORM.missing,
  mantissa: Number.NaN,
  scale: 0,
  denominator: Number.NaN,
  denominatorScale: 0,
  impossible: false,
};

/** Whether two reports say the same. */
export function isSameFigure(one: ReportFigure, other: ReportFigure): boolean {
  if (one.form !== other.form) return false;
  if (compareScaled(one.mantissa, one.scale, other.mantissa, other.scale) !== 0) return false;
  if (one.form !== FORM.pair) return true;
  return compareScaled(one.denominator, one.denominatorScale, other.denominator, other.denominatorScale) === 0;
}

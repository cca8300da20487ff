import { answerOf, isAchieved, isAssessable, reaches } from './progress-method.js';
import type { ProgressAnswer, ProgressInput } from './progress-method.js';
import { yearsBetween } from './years-between.js';

/** Stands in for a baseline or a requirement of zero, which no compound growth reaches or leaves. */
const INSTEAD_OF_ZERO = 0.001;

/**
 * Observed compound annual growth against the growth that would be required to arrive in time.
 *
 *     CAGR_i = (y_i ÷ y_0)^(1 ÷ (t_i − t_0)) − 1        observed
 *     CAGR_T = (y_T ÷ y_0)^(1 ÷ (t_T − t_0)) − 1        required
 *     R      = d × CAGR_i ÷ |CAGR_T|                    d = +1 where more is better, else −1
 *
 * Achieved; R ≥ 0.95 `onTrack`; R ≥ 0.60 `accelerate`; R ≥ 0 `limited`; below `deterioration`. A baseline or a
 * requirement of 0 is replaced by 0.001, in the unit the figures are in. All figures must be of one sign; where all are
 * negative the direction turns round.
 *
 * Source: Statistics Canada, in Open SDG, "Progress Measurement Methodology for the Sustainable Development Goals",
 * sections "Indicators with quantitative targets" and "Special considerations"; after Eurostat's progress measure.
 *
 * @returns `notAssessable` for figures of two signs or fewer than two of them; no value where no growth is required.
 * @example compoundGrowth({ figure: 106, figureDate, baseline: 100, baselineDate, required: 121, due, upward: true })
 */
export function compoundGrowth(input: ProgressInput): ProgressAnswer {
  const { baselineDate, figureDate, due } = input;
  const baseline = input.baseline === 0 ? INSTEAD_OF_ZERO : input.baseline;
  const required = input.required === 0 ? INSTEAD_OF_ZERO : input.required;
  const sign = Math.sign(baseline);
  const oneSign = [input.figure, required].every((value) => Math.sign(value) === sign);
  const usable = oneSign && isAssessable(input) && due > baselineDate;
  const direction = input.upward ? sign : -sign;
  const observed = growth(baseline, input.figure, yearsBetween(baselineDate, figureDate));
  const needed = growth(baseline, required, yearsBetween(baselineDate, due));
  const ratio = usable && needed !== 0 ? (direction * observed) / Math.abs(needed) : Number.NaN;
  if (isAchieved(input)) return answerOf('compoundGrowth', 'achieved', ratio);
  if (!usable) return answerOf('compoundGrowth', 'notAssessable');
  if (needed === 0) return answerOf('compoundGrowth', direction * observed < 0 ? 'deterioration' : 'onTrack');
  return answerOf('compoundGrowth', classOf(ratio), ratio);
}

function classOf(ratio: number) {
  if (reaches(ratio, 0.95)) return 'onTrack';
  if (reaches(ratio, 0.6)) return 'accelerate';
  return reaches(ratio, 0) ? 'limited' : 'deterioration';
}

/** Compound annual growth rate: 0.1 is ten percent a year. */
function growth(from: number, to: number, years: number): number {
  return (to / from) ** (1 / years) - 1;
}

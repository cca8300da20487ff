import { answerOf, isAchieved, isAssessable, reaches } from './progress-method.js';
import type { ProgressAnswer, ProgressInput } from './progress-method.js';
import { yearsBetween } from './years-between.js';

/**
 * Where the figure would stand on the due date if it went on growing as it did.
 *
 *     CAGR_a = (v_t ÷ v_b)^(1 ÷ (t − b)) − 1
 *     v_T^e  = v_t × (1 + CAGR_a)^(T − t)               extrapolated to the due date
 *     value  = (v_T^e − v_b) ÷ (v_T − v_b)
 *
 * Achieved; 0.95 or more `onTrack`; 0.10 or more `accelerate`; below `stagnation`. The note counts `achieved` and
 * `onTrack` as one category, "target met or on track to be met".
 *
 * Source: United Nations Statistics Division, "Sustainable Development Goals Progress Chart 2023, Technical Note",
 * series with a numerical target value; a series that meets its target is met whatever its trend.
 *
 * @returns `notAssessable` for figures of two signs or a baseline of 0; no value where the baseline had passed already.
 * @example extrapolation({ figure: 105, figureDate, baseline: 100, baselineDate, required: 121, due, upward: true })
 */
export function extrapolation(input: ProgressInput): ProgressAnswer {
  const { figure, figureDate, baseline, baselineDate, required, due, upward } = input;
  const oneSign = baseline !== 0 && figure / baseline > 0;
  const usable = isAssessable(input) && oneSign && due > baselineDate && figureDate <= due;
  const ahead = upward ? required > baseline : required < baseline;
  const ratio = usable && ahead ? (extrapolate(input) - baseline) / (required - baseline) : Number.NaN;
  if (isAchieved(input)) return answerOf('extrapolation', 'achieved', ratio);
  if (!usable) return answerOf('extrapolation', 'notAssessable');
  // Nothing lay ahead: the baseline had passed already, and the figure has fallen back from it.
  if (!ahead) return answerOf('extrapolation', 'stagnation');
  if (reaches(ratio, 0.95)) return answerOf('extrapolation', 'onTrack', ratio);
  return answerOf('extrapolation', reaches(ratio, 0.1) ? 'accelerate' : 'stagnation', ratio);
}

function extrapolate({ figure, figureDate, baseline, baselineDate, due }: ProgressInput): number {
  const yearly = (figure / baseline) ** (1 / yearsBetween(baselineDate, figureDate));
  return figure * yearly ** yearsBetween(figureDate, due);
}

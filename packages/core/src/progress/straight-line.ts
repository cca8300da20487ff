import { answerOf, isAchieved, isAssessable, reaches } from './progress-method.js';
import type { ProgressAnswer, ProgressInput, ProgressMethod } from './progress-method.js';

/**
 * Progress against a straight line from the baseline to what is required on the due date.
 *
 * value = (figure − baseline) ÷ (line at the figure's day − baseline): 1 or more is `onTrack`, 0 or more `behind`,
 * less `deterioration`. The line is the "equal progress every year" yardstick of WHO's Triple Billion targets
 * (Thirteenth General Programme of Work, Methods for Impact Measurement).
 *
 * @returns `notAssessable` where a figure is missing or none is later than the baseline; no value where the line is
 *   level or leads away from a baseline that had passed already.
 * @example straightLine({ figure: 30, figureDate, baseline: 20, baselineDate, required: 40, due, upward: true })
 */
export function straightLine(input: ProgressInput): ProgressAnswer {
  return againstExpected('straightLine', input, expectedOnLine(input));
}

function expectedOnLine({ baseline, baselineDate, required, due, figureDate }: ProgressInput): number {
  const share = due > baselineDate ? (figureDate - baselineDate) / (due - baselineDate) : 1;
  return baseline + (required - baseline) * Math.min(1, share);
}

/** What was gained ÷ what should have been gained by now. */
export function againstExpected(method: ProgressMethod, input: ProgressInput, expected: number): ProgressAnswer {
  const { figure, baseline, upward } = input;
  const assessable = isAssessable(input);
  // A line that is level, or that leads away from a baseline which had passed already, is no yardstick.
  const rising = upward ? expected > baseline : expected < baseline;
  const value = assessable && rising ? (figure - baseline) / (expected - baseline) : Number.NaN;
  if (isAchieved(input)) return answerOf(method, 'achieved', value);
  if (!assessable) return answerOf(method, 'notAssessable');
  if (!rising) {
    const worse = upward ? figure < baseline : figure > baseline;
    return answerOf(method, worse ? 'deterioration' : 'onTrack');
  }
  if (reaches(value, 1)) return answerOf(method, 'onTrack', value);
  return answerOf(method, reaches(value, 0) ? 'behind' : 'deterioration', value);
}

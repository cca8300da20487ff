import type { FigureFormat } from '../figure/figure-form.js';
import type { Criterion } from '../plan/plan.js';
import { criterionKind } from './index.js';
import type { Ratio } from './ratio.js';
import type { Test } from './test.js';

/**
 * Ratio of a figure to what is required, by criterion.
 *
 * Upward: figure ÷ required. Downward: required ÷ figure, 1 for a figure of 0. `notAbove`:
 * reference ÷ figure. A requirement of zero draws 1 once anything is above it and has no ratio.
 */
export function attain(criterion: Criterion, figure: number, required: number, passed: boolean): Ratio {
  if (Number.isNaN(figure)) return Number.NaN;
  const { attain: divide } = criterionKind(criterion);
  return divide ? divide(figure, required) : Number(passed);
}

/** (figure − baseline) ÷ (required − baseline); where both are one, 1 when passed, else 0. */
export function attainFromBaseline(figure: number, required: number, baseline: number, passed: boolean): Ratio {
  if (Number.isNaN(figure) || Number.isNaN(baseline)) return Number.NaN;
  if (required === baseline) return passed ? 1 : 0;
  return (figure - baseline) / (required - baseline);
}

/** Pass mark in the target's unit; of a range its lower bound, NaN where a reference stands in. */
export function requiredOf(test: Test, format: FigureFormat, b: number): number {
  if (format === 'items') return 'value' in test.criterion ? test.required : b;
  return test.required;
}

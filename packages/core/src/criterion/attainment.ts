import type { FigureFormat } from '../figure/figure-form.js';
import type { Criterion } from '../plan/plan.js';
import type { AttainmentInput } from './criterion-kind.js';
import { criterionKind } from './index.js';
import { capped, NO_ATTAINMENT } from './ratio.js';
import type { Attainment } from './ratio.js';
import type { Test } from './test.js';

/**
 * Ratio of a figure to what is required, by criterion.
 *
 * Upward: figure ÷ required. Downward: required ÷ figure, 1 for a figure of 0. `notAbove`:
 * reference ÷ figure. A requirement of zero draws 1 once anything is above it and has no ratio.
 */
export function attain(criterion: Criterion, input: AttainmentInput): Attainment {
  return Number.isNaN(input.figure) ? NO_ATTAINMENT : criterionKind(criterion).attain(input);
}

/** (figure − baseline) ÷ (required − baseline); where both are one, 1 when passed, else 0. */
export function attainFromBaseline({ figure, required, reference, passed }: AttainmentInput): Attainment {
  if (Number.isNaN(figure) || Number.isNaN(reference)) return NO_ATTAINMENT;
  if (required === reference) return capped(passed ? 1 : 0);
  return capped((figure - reference) / (required - reference));
}

/** Pass mark in the target's unit; of a range its lower bound, NaN where a reference stands in. */
export function requiredOf(test: Test, format: FigureFormat, b: number): number {
  if (format === 'items') return 'value' in test.criterion ? test.required : b;
  return test.required;
}

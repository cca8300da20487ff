import type { FigureFormat } from '../figure/figure-form.js';
import type { Test } from './test.js';
import type { Criterion } from '../plan/plan.js';

/** Attainment as a ratio: capped to 0…1 for drawing, and as it is. NaN for none. */
export interface Attainment {
  readonly drawn: number;
  readonly raw: number;
}

export const NO_ATTAINMENT: Attainment = { drawn: Number.NaN, raw: Number.NaN };

/** What the formula needs to know of one figure, in the target's unit. */
export interface AttainmentInput {
  readonly figure: number;
  readonly required: number;
  /** Reference of a pair, or the start of `progressFrom: "baseline"`. */
  readonly reference: number;
  readonly passed: boolean;
}

/** Caps a raw ratio into 0…1. */
export function capped(raw: number): Attainment {
  return { drawn: Math.min(1, Math.max(0, raw)), raw };
}

/**
 * Ratio of a figure to what is required, by criterion.
 *
 * Upward: figure ÷ required. Downward: required ÷ figure, 1 for a figure of 0. `notAbove`:
 * reference ÷ figure. A requirement of zero draws 1 once anything is above it and has no ratio.
 */
export function attain(criterion: Criterion, input: AttainmentInput): Attainment {
  const { figure, required, reference, passed } = input;
  if (Number.isNaN(figure)) return NO_ATTAINMENT;
  switch (criterion.kind) {
    case 'atLeast':
    case 'moreThan':
    case 'between':
    case 'about':
    case 'every':
      if (required === 0) return attainZero(figure);
      return capped(figure / required);
    case 'atMost':
    case 'lessThan':
    case 'none':
      return downward(required, figure);
    case 'notAbove':
      return downward(reference, figure);
    case 'gradeAtLeast':
    case 'done':
      return capped(passed ? 1 : 0);
    case 'observe':
      return NO_ATTAINMENT;
  }
}

/** Nothing is required: anything above draws 1, anything below 0, and 0 ÷ 0 is none. */
function attainZero(figure: number): Attainment {
  return figure === 0 ? NO_ATTAINMENT : { drawn: figure > 0 ? 1 : 0, raw: Number.NaN };
}

function downward(reference: number, figure: number): Attainment {
  if (Number.isNaN(reference)) return NO_ATTAINMENT;
  return figure <= 0 ? { drawn: 1, raw: Number.NaN } : capped(reference / figure);
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

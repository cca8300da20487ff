import type { CompiledTarget } from './compile.js';
import type { Test } from './criterion.js';
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

/**
 * Writes integers of a frame as a figure in the target's unit; NaN where there is none. Integers are
 * divided once, so that the result is the double the same decimal in a plan reads as.
 */
export function figureOf(
  compiled: Pick<CompiledTarget, 'format' | 'factor' | 'unit'>,
  scales: { readonly scaleA: number; readonly scaleB: number },
  a: number,
  b: number,
): number {
  switch (compiled.format) {
    case 'quantity':
      return a / (compiled.factor * 10 ** scales.scaleA);
    case 'percent':
      return b === 0 ? Number.NaN : ratio(scales, a * wholeOf(compiled.unit), b);
    case 'growth':
      return b === 0 ? Number.NaN : ratio(scales, grown(scales, a, b) * wholeOf(compiled.unit), b);
    default:
      return a / 10 ** scales.scaleA;
  }
}

/** A bare percentage, kept × 10^6, as a figure in the target's unit; NaN for none. */
export function percentageOf({ unit }: Pick<CompiledTarget, 'unit'>, kept: number | undefined): number {
  return ((kept ?? Number.NaN) * wholeOf(unit)) / 1e8;
}

/** What all of it is, in a unit of shares. */
export function wholeOf(unit: string): number {
  return unit === '‰' ? 1000 : 100;
}

function grown(scales: { readonly scaleA: number; readonly scaleB: number }, a: number, b: number): number {
  return a - b * 10 ** (scales.scaleA - scales.scaleB);
}

function ratio(scales: { readonly scaleA: number; readonly scaleB: number }, a: number, b: number) {
  const difference = scales.scaleB - scales.scaleA;
  if (difference === 0) return a / b;
  return difference > 0 ? (a * 10 ** difference) / b : a / (b * 10 ** -difference);
}

/** Pass mark in the target's unit; of a range its lower bound, NaN where a reference stands in. */
export function requiredOf(test: Test, format: CompiledTarget['format'], b: number): number {
  if (format === 'items') return 'value' in test.criterion ? test.required : b;
  return test.required;
}

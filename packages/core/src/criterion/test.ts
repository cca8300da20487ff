import type { Criterion } from '../plan/plan.js';
import { findUnit } from '../quantity/unit.js';
import { parseDecimal } from '../quantity/decimal.js';
import { compareToFraction, fraction, powerOfTen } from '../quantity/exact.js';
import type { Fraction } from '../quantity/exact.js';
import type { Shape } from '../figure/figure-form.js';

/** How a known figure stands against a criterion, ordered from worst to best. */
export const PASS = { fails: 0, withinTolerance: 1, passes: 2 } as const;
export type Pass = 0 | 1 | 2;

/** Scales of the integers a test compares. */
export interface FigureScale {
  readonly shape: Shape;
  readonly scaleA: number;
  readonly scaleB: number;
}

/** A criterion compiled against the integers of a frame. */
export interface Test {
  readonly criterion: Criterion;
  /** Whether more is better; `null` where nothing is judged. */
  readonly upward: boolean | null;
  /** The pass mark in the target's unit: of a range its lower bound; NaN where the reference is b. */
  readonly required: number;
  /** Compares a known figure. b is 1 for sums. */
  passes(a: number, b: number): Pass;
  /** Whether a passing figure lies above a range. */
  above(a: number, b: number): boolean;
  /** The same test of a sum or count as integers, for whole columns; `null` where b takes part. */
  readonly interval: Interval | null;
}

/** Integers that pass: low…high, and tolerated…low − 1 within tolerance. All inclusive. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly tolerated: number;
}

const PERCENT = '%';

/**
 * Compiles a criterion for figures of one shape and scale.
 *
 * @param grade - of an ordinal, whether a higher number is better.
 * @param value - a pass mark of its own (task table), in the criterion's unit.
 */
export function compileTest(
  criterion: Criterion,
  scale: FigureScale,
  options: TestOptions = {},
): Test {
  const test = testOf(criterion, scale, options);
  return { ...test, interval: intervalOf(criterion, scale, options) };
}

interface TestOptions {
  readonly higherGradeIsBetter?: boolean;
  readonly value?: number;
}

/** Passing integers of a sum or count; the bound of a fraction is its ceiling or floor. */
function intervalOf(criterion: Criterion, scale: FigureScale, { value }: TestOptions): Interval | null {
  if (scale.shape !== 'sum' && scale.shape !== 'count') return null;
  const open = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const upward = (low: number, tolerated = low) => ({ ...open, low, tolerated });
  const downward = (high: number) => ({ ...open, high, tolerated: open.low });
  const limit = (of: number) => boundOf(of, unitOf(criterion), scale);
  switch (criterion.kind) {
    case 'atLeast':
      return upward(ceiling(limit(value ?? criterion.value)));
    case 'moreThan':
      return upward(floor(limit(value ?? criterion.value)) + 1);
    case 'atMost':
      return downward(floor(limit(value ?? criterion.value)));
    case 'lessThan':
      return downward(ceiling(limit(value ?? criterion.value)) - 1);
    case 'between':
      return upward(ceiling(limit(value ?? criterion.lower)));
    case 'about': {
      const mark = limit(value ?? criterion.value);
      return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10)));
    }
    default:
      return null;
  }
}

function floor({ num, den }: Fraction): number {
  const quotient = num / den;
  return Number(num < 0n && quotient * den !== num ? quotient - 1n : quotient);
}

function ceiling(limit: Fraction): number {
  const low = floor(limit);
  return BigInt(low) * limit.den === limit.num ? low : low + 1;
}

function testOf(
  criterion: Criterion,
  scale: FigureScale,
  options: TestOptions,
): Omit<Test, 'interval'> {
  const bound = (value: number): Fraction => boundOf(value, unitOf(criterion), scale);
  const test = (
    upward: boolean | null,
    required: number,
    passes: (a: number, b: number) => boolean,
  ): Omit<Test, 'interval'> => ({
    criterion,
    upward,
    required,
    passes: (a, b) => (passes(a, b) ? PASS.passes : PASS.fails),
    above: () => false,
  });

  switch (criterion.kind) {
    case 'atLeast':
    case 'moreThan':
    case 'atMost':
    case 'lessThan': {
      const value = options.value ?? criterion.value;
      const limit = bound(value);
      const compare = (a: number, b: number) => compareToFraction(a, b, limit);
      if (criterion.kind === 'atLeast') return test(true, value, (a, b) => compare(a, b) >= 0);
      if (criterion.kind === 'moreThan') return test(true, value, (a, b) => compare(a, b) > 0);
      if (criterion.kind === 'atMost') return test(false, value, (a, b) => compare(a, b) <= 0);
      return test(false, value, (a, b) => compare(a, b) < 0);
    }
    case 'between': {
      const value = options.value ?? criterion.lower;
      const lower = bound(value);
      const upper = bound(criterion.upper);
      return {
        ...test(true, value, (a, b) => compareToFraction(a, b, lower) >= 0),
        above: (a, b) => compareToFraction(a, b, upper) > 0,
      };
    }
    case 'about': {
      const value = options.value ?? criterion.value;
      const limit = bound(value);
      const tolerated = reduceBy(limit, criterion.tolerance ?? 10);
      return {
        ...test(true, value, () => false),
        passes: (a, b) => {
          if (compareToFraction(a, b, limit) >= 0) return PASS.passes;
          return compareToFraction(a, b, tolerated) >= 0 ? PASS.withinTolerance : PASS.fails;
        },
      };
    }
    case 'every':
      return test(true, 100, (a, b) => a >= b);
    case 'none':
      return test(false, 0, (a) => a === 0);
    case 'notAbove':
      return test(false, Number.NaN, (a, b) => a <= b);
    case 'gradeAtLeast': {
      const higher = options.higherGradeIsBetter ?? false;
      const grade = options.value ?? criterion.grade;
      return test(higher, grade, (a) => (higher ? a >= grade : a <= grade));
    }
    case 'done':
      return scale.shape === 'share'
        ? test(true, Number.NaN, (a, b) => a >= b)
        : test(true, 1, (a) => a >= 1);
    case 'observe':
      return test(null, Number.NaN, () => false);
  }
}

/** Unit of a criterion; empty where it has none. */
export function unitOf(criterion: Criterion): string {
  return 'unit' in criterion ? criterion.unit : '';
}

/** Pass mark as a fraction of the frame's integers: a ÷ b, or a alone for sums and counts. */
function boundOf(value: number, unit: string, scale: FigureScale): Fraction {
  const decimal = parseDecimal(String(value));
  if (decimal === undefined) return fraction(0n, 1n);
  const divisor = powerOfTen(decimal.scale);
  if (unit === PERCENT || unit === '‰') {
    const whole = unit === PERCENT ? 100n : 1000n;
    const base = scale.shape === 'pair' ? whole * divisor : 0n;
    return fraction(
      (base + decimal.integer) * powerOfTen(scale.scaleA),
      whole * divisor * powerOfTen(scale.scaleB),
    );
  }
  const factor = scale.shape === 'sum' ? BigInt(findUnit(unit)?.factor ?? 1) : 1n;
  return fraction(decimal.integer * factor * powerOfTen(scale.scaleA), divisor);
}

function reduceBy(limit: Fraction, percent: number): Fraction {
  const decimal = parseDecimal(String(percent)) ?? { integer: 10n, scale: 0 };
  const whole = 100n * powerOfTen(decimal.scale);
  return fraction(limit.num * (whole - decimal.integer), limit.den * whole);
}

import type { Shape } from '../figure/figure-form.js';
import type { Criterion } from '../plan/plan.js';
import { parseDecimal } from '../quantity/decimal.js';
import { fraction, powerOfTen } from '../quantity/exact.js';
import type { Fraction } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import { findUnit } from '../quantity/unit.js';
import type { RowTest } from './criterion-kind.js';
import { criterionKind, isUpward, unitOf } from './index.js';
import type { Interval } from './pass.js';

/** Scales of the integers a test compares. */
export interface FigureScale {
  readonly shape: Shape;
  readonly scaleA: number;
  readonly scaleB: number;
}

/** A criterion compiled against the integers of a frame. */
export interface Test extends RowTest {
  readonly criterion: Criterion;
  /** Whether more is better; `null` where nothing is judged. */
  readonly upward: boolean | null;
  /** Whether figures are held against b and not against a number. */
  readonly againstReference: boolean;
  /** The same test of a sum or count as integers, for whole columns; `null` where b takes part. */
  readonly interval: Interval | null;
}

interface TestOptions {
  /** Of an ordinal, whether a higher number is better. */
  readonly higherGradeIsBetter?: boolean;
  /** A pass mark of its own (task table), in the criterion's unit. */
  readonly value?: number;
  /** Units of the plan; those of the table alone by default. */
  readonly unitOf?: (name: string) => Unit | undefined;
}

const PERCENT = '%';

/** Compiles a criterion for figures of one shape and scale. */
export function compileTest(
  criterion: Criterion,
  scale: FigureScale,
  { higherGradeIsBetter = false, value, unitOf: find = findUnit }: TestOptions = {},
): Test {
  const kind = criterionKind(criterion);
  const { shape } = scale;
  const unit = unitOf(criterion);
  const bound = (of: number): Fraction => boundOf(of, unit, scale, find(unit)?.factor ?? 1);
  const given = { shape, value, higherGradeIsBetter, bound };
  const { required, passes, above } = kind.test(criterion, given);
  return {
    criterion,
    upward: isUpward(criterion, higherGradeIsBetter),
    againstReference: kind.againstReference,
    required,
    passes,
    above,
    interval: shape === 'sum' || shape === 'count' ? kind.interval(criterion, given) : null,
  };
}

/** Pass mark as a fraction of the frame's integers: a ÷ b, or a alone for sums and counts. */
function boundOf(value: number, unit: string, scale: FigureScale, size: number): Fraction {
  const decimal = parseDecimal(String(value));
  if (decimal === undefined) return fraction(0n, 1n);
  const divisor = powerOfTen(decimal.scale);
  if (unit === PERCENT || unit === '‰') {
    const whole = unit === PERCENT ? 100n : 1000n;
    const base = scale.shape === 'pair' ? whole * divisor : 0n;
    return fraction((base + decimal.integer) * powerOfTen(scale.scaleA), whole * divisor * powerOfTen(scale.scaleB));
  }
  const factor = scale.shape === 'sum' ? BigInt(size) : 1n;
  return fraction(decimal.integer * factor * powerOfTen(scale.scaleA), divisor);
}

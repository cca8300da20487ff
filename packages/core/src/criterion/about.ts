import { parseDecimal } from '../quantity/decimal.js';
import { compareToFraction, fraction, powerOfTen } from '../quantity/exact.js';
import type { Fraction } from '../quantity/exact.js';
import { amountFields, attainUp, writeAmount } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { ceiling, PASS, passOrFail, upFrom } from './pass.js';

/** Percent below the number that still passes, where the text names none. */
const TOLERANCE = 10;

const PREFIX = { zh: '约', en: 'about' } as const;

/** 约, 左右: a little below still passes, with a remark. */
export const about = {
  schema: (atoms) => {
    const { object, literal, optional, number, least, most } = atoms;
    const tolerance = optional(number.check(least(0), most(100)));
    return object({ kind: literal('about'), ...amountFields(atoms), tolerance });
  },
  direction: 'up',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  test: (criterion, given) => {
    const value = given.value ?? criterion.value;
    const limit = given.bound(value);
    const tolerated = reduceBy(limit, criterion.tolerance ?? TOLERANCE);
    return {
      ...passOrFail(value, () => false),
      passes: (a, b) => {
        if (compareToFraction(a, b, limit) >= 0) return PASS.passes;
        return compareToFraction(a, b, tolerated) >= 0 ? PASS.withinTolerance : PASS.fails;
      },
    };
  },
  interval: (criterion, given) => {
    const mark = given.bound(given.value ?? criterion.value);
    return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE)));
  },
  attain: attainUp,
  gap: ({ short }) => short(),
  required: () => null,
  mark: ({ value, unit }) => ({ value, unit }),
  prefix: PREFIX,
  words: (criterion) => {
    const { zh, en } = writeAmount(PREFIX, criterion);
    const { tolerance = TOLERANCE } = criterion;
    return { zh: `${zh}（向下容差${tolerance}%）`, en: `${en} (${tolerance}% below still passes)` };
  },
} satisfies CriterionKind<CriterionOf<'about'>>;

function reduceBy(limit: Fraction, percent: number): Fraction {
  const decimal = parseDecimal(String(percent)) ?? { integer: 10n, scale: 0 };
  const whole = 100n * powerOfTen(decimal.scale);
  return fraction(limit.num * (whole - decimal.integer), limit.den * whole);
}

import { compareToFraction } from '../quantity/exact.js';
import { amountFields, attainUp, writeAmount } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { floor, passOrFail, upFrom } from './pass.js';

const PREFIX = { zh: '多于', en: 'more than' } as const;

/** 多于, 超过: the number is excluded. */
export const moreThan = {
  schema: (atoms) => atoms.object({ kind: atoms.literal('moreThan'), ...amountFields(atoms) }),
  direction: 'up',
  hasLine: true,
  againstReference: false,
  includesMark: false,
  asksAll: false,
  test: (criterion, given) => {
    const value = given.value ?? criterion.value;
    const limit = given.bound(value);
    return passOrFail(value, (a, b) => compareToFraction(a, b, limit) > 0);
  },
  interval: (criterion, given) => upFrom(floor(given.bound(given.value ?? criterion.value)) + 1),
  attain: attainUp,
  gap: ({ figure, required, shape, counted, short }) => {
    if (shape === 'share' || !counted) return short();
    return Math.max(0, Math.floor(required) + 1 - figure);
  },
  required: () => null,
  mark: ({ value, unit }) => ({ value, unit }),
  prefix: PREFIX,
  words: (criterion) => writeAmount(PREFIX, criterion),
} satisfies CriterionKind<CriterionOf<'moreThan'>>;

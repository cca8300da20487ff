import { compareToFraction } from '../quantity/exact.js';
import { amountFields, attainUp, writeAmount } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { ceiling, passOrFail, upFrom } from './pass.js';

/** 以上, 达到, 不低于: the number is included. */
export const atLeast = {
  schema: (atoms) => atoms.object({ kind: atoms.literal('atLeast'), ...amountFields(atoms) }),
  direction: 'up',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  isFloor: true,
  test: (criterion, given) => {
    const value = given.value ?? criterion.value;
    const limit = given.bound(value);
    return passOrFail(value, (a, b) => compareToFraction(a, b, limit) >= 0);
  },
  interval: (criterion, given) => upFrom(ceiling(given.bound(given.value ?? criterion.value))),
  attain: attainUp,
  gap: ({ short }) => short(),
  required: () => null,
  mark: ({ value, unit }) => ({ value, unit }),
  words: (criterion) => writeAmount({ zh: '不少于', en: 'at least' }, criterion),
} satisfies CriterionKind<CriterionOf<'atLeast'>>;

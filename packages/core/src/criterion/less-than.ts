import { compareToFraction } from '../quantity/exact.js';
import { amountFields, attainDown, writeAmount } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { ceiling, downFrom, passOrFail } from './pass.js';

const PREFIX = { zh: '少于', en: 'less than' } as const;

/** 少于, 低于: the number is excluded. */
export const lessThan = {
  schema: (atoms) => atoms.object({ kind: atoms.literal('lessThan'), ...amountFields(atoms) }),
  direction: 'down',
  hasLine: true,
  againstReference: false,
  includesMark: false,
  asksAll: false,
  test: (criterion, given) => {
    const value = given.value ?? criterion.value;
    const limit = given.bound(value);
    return passOrFail(value, (a, b) => compareToFraction(a, b, limit) < 0);
  },
  interval: (criterion, given) => downFrom(ceiling(given.bound(given.value ?? criterion.value)) - 1),
  attain: attainDown,
  gap: ({ figure, required, counted }) => Math.max(0, figure - (counted ? Math.ceil(required) - 1 : required)),
  required: () => null,
  mark: ({ value, unit }) => ({ value, unit }),
  prefix: PREFIX,
  words: (criterion) => writeAmount(PREFIX, criterion),
} satisfies CriterionKind<CriterionOf<'lessThan'>>;

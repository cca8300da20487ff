import { compareToFraction } from '../quantity/exact.js';
import { amountFields, attainDown, excess, writeAmount } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { downFrom, floor, passOrFail } from './pass.js';

const PREFIX = { zh: '不超过', en: 'at most' } as const;

/** 以下, 不超过: the number is included. */
export const atMost = {
  schema: (atoms) => atoms.object({ kind: atoms.literal('atMost'), ...amountFields(atoms) }),
  direction: 'down',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  test: (criterion, given) => {
    const value = given.value ?? criterion.value;
    const limit = given.bound(value);
    return passOrFail(value, (a, b) => compareToFraction(a, b, limit) <= 0);
  },
  interval: (criterion, given) => downFrom(floor(given.bound(given.value ?? criterion.value))),
  attain: attainDown,
  gap: excess,
  required: () => null,
  mark: ({ value, unit }) => ({ value, unit }),
  prefix: PREFIX,
  words: (criterion) => writeAmount(PREFIX, criterion),
} satisfies CriterionKind<CriterionOf<'atMost'>>;

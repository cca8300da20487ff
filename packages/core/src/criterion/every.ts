import { attainUp, membersLeft } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** 全部, 全覆盖: all members pass. */
export const every = {
  schema: ({ object, literal }) => object({ kind: literal('every') }),
  direction: 'up',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: true,
  ofMembers: true,
  test: () => passOrFail(100, (a, b) => a >= b),
  interval: () => null,
  attain: attainUp,
  gap: (given) => (given.ofMembers ? membersLeft(given) : Number.NaN),
  required: (format, b) => (format === 'count' ? b : null),
  mark: () => ({ value: 100, unit: '%' }),
  words: () => ({ zh: '全部达到', en: 'every member' }),
} satisfies CriterionKind<CriterionOf<'every'>>;

import { membersLeft } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** 完成, 建成: it is there; of several things all of them. */
export const done = {
  schema: ({ object, literal }) => object({ kind: literal('done') }),
  direction: 'up',
  hasLine: false,
  againstReference: false,
  includesMark: true,
  asksAll: true,
  drawsPart: true,
  test: (_, { shape }) => (shape === 'share' ? passOrFail(Number.NaN, (a, b) => a >= b) : passOrFail(1, (a) => a >= 1)),
  interval: () => null,
  attain: null,
  gap: (given) => (given.format === 'state' ? Number.NaN : membersLeft(given)),
  required: (format) => (format === 'percent' ? 100 : null),
  mark: () => undefined,
  words: () => ({ zh: '完成', en: 'done' }),
} satisfies CriterionKind<CriterionOf<'done'>>;

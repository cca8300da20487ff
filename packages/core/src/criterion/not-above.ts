import { attainDown, excess } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** 不增加, 不高于: at most what it was. */
export const notAbove = {
  schema: ({ object, literal }) => object({ kind: literal('notAbove') }),
  direction: 'down',
  hasLine: false,
  againstReference: true,
  includesMark: true,
  asksAll: false,
  test: () => passOrFail(Number.NaN, (a, b) => a <= b),
  interval: () => null,
  attain: attainDown,
  gap: excess,
  required: () => null,
  mark: () => undefined,
  prefix: { zh: '不高于', en: 'at most' },
  words: () => ({ zh: '不高于对比期', en: 'not above the reference' }),
} satisfies CriterionKind<CriterionOf<'notAbove'>>;

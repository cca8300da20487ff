import { attainDown } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** 清零, 杜绝: nothing is left. */
export const none = {
  schema: ({ object, literal }) => object({ kind: literal('none') }),
  direction: 'down',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  clears: true,
  test: () => passOrFail(0, (a) => a === 0),
  interval: () => null,
  attain: attainDown,
  gap: ({ figure }) => figure,
  required: () => null,
  mark: () => undefined,
  words: () => ({ zh: '清零', en: 'none left' }),
} satisfies CriterionKind<CriterionOf<'none'>>;

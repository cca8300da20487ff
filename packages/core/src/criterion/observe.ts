import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** Shown and never judged. */
export const observe = {
  schema: ({ object, literal, optional, oneOf }) =>
    object({ kind: literal('observe'), direction: optional(oneOf(['up', 'down'])) }),
  direction: null,
  hasLine: false,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  test: () => passOrFail(Number.NaN, () => false),
  interval: () => null,
  attain: () => Number.NaN,
  gap: () => Number.NaN,
  required: () => null,
  mark: () => undefined,
  words: () => ({ zh: '只展示不判定', en: 'shown, not judged' }),
} satisfies CriterionKind<CriterionOf<'observe'>>;

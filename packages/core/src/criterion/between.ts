import { compareToFraction } from '../quantity/exact.js';
import { formatPair } from '../words/format-figure.js';
import { attainUp } from './amount.js';
import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { ceiling, passOrFail, upFrom } from './pass.js';

/** A range: its lower bound is what is asked, above the upper one it passes with a remark. */
export const between = {
  schema: ({ object, literal, number, unit }) =>
    object({ kind: literal('between'), lower: number, upper: number, unit }),
  direction: 'up',
  hasLine: true,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  test: (criterion, given) => {
    const value = given.value ?? criterion.lower;
    const lower = given.bound(value);
    const upper = given.bound(criterion.upper);
    return {
      ...passOrFail(value, (a, b) => compareToFraction(a, b, lower) >= 0),
      above: (a, b) => compareToFraction(a, b, upper) > 0,
    };
  },
  interval: (criterion, given) => upFrom(ceiling(given.bound(given.value ?? criterion.lower))),
  attain: attainUp,
  gap: ({ short }) => short(),
  required: () => null,
  mark: ({ lower, unit }) => ({ value: lower, unit }),
  upper: ({ upper }) => upper,
  words: ({ lower, upper, unit }) => ({
    zh: formatPair(lower, upper, unit, 'zh').join('至'),
    en: formatPair(lower, upper, unit, 'en').join(' to '),
  }),
} satisfies CriterionKind<CriterionOf<'between'>>;

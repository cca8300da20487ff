import type { CriterionKind, CriterionOf } from './criterion-kind.js';
import { passOrFail } from './pass.js';

/** A grade or a better one; the indicator says which end is best. */
export const gradeAtLeast = {
  schema: ({ object, literal, whole }) => object({ kind: literal('gradeAtLeast'), grade: whole() }),
  direction: 'grade',
  hasLine: false,
  againstReference: false,
  includesMark: true,
  asksAll: false,
  test: ({ grade: asked }, { value, higherGradeIsBetter }) => {
    const grade = value ?? asked;
    return passOrFail(grade, (a) => (higherGradeIsBetter ? a >= grade : a <= grade));
  },
  interval: () => null,
  attain: null,
  gap: ({ a, figure, required, passes }) => (passes(a, 1) > 0 ? 0 : Math.abs(figure - required)),
  required: () => null,
  mark: () => undefined,
  words: ({ grade }) => ({ zh: `${grade}级或更好`, en: `grade ${grade} or better` }),
} satisfies CriterionKind<CriterionOf<'gradeAtLeast'>>;

import type { Criterion } from '../plan/plan.js';
import type { Text } from '../text/text.js';
import { about } from './about.js';
import { atLeast } from './at-least.js';
import { atMost } from './at-most.js';
import { between } from './between.js';
import type { CriterionKind, CriterionOf, Mark } from './criterion-kind.js';
import { done } from './done.js';
import { every } from './every.js';
import { gradeAtLeast } from './grade-at-least.js';
import { lessThan } from './less-than.js';
import { moreThan } from './more-than.js';
import { none } from './none.js';
import { notAbove } from './not-above.js';
import { observe } from './observe.js';

/** Every kind of criterion, in the order of the plan's schema. */
export const CRITERIA = {
  atLeast,
  moreThan,
  atMost,
  lessThan,
  between,
  about,
  every,
  none,
  notAbove,
  gradeAtLeast,
  done,
  observe,
} satisfies { readonly [Kind in Criterion['kind']]: CriterionKind<CriterionOf<Kind>> };

/** What is known of a criterion's kind. */
export function criterionKind<C extends Criterion>({ kind }: C): CriterionKind<C> {
  // the compiler does not see that the entry of a kind takes criteria of that kind
  return CRITERIA[kind] as unknown as CriterionKind<C>;
}

/** Whether more is better; `null` where nothing is judged. */
export function isUpward(criterion: Criterion, higherGradeIsBetter: boolean): boolean | null {
  const { direction } = criterionKind(criterion);
  return direction === 'grade' ? higherGradeIsBetter : direction === null ? null : direction === 'up';
}

/** Whether a criterion judges at all. */
export function isJudging(criterion: Criterion): boolean {
  return criterionKind(criterion).direction !== null;
}

/** The number a criterion asks, of a range the lower bound. */
export function markOf(criterion: Criterion): Mark | undefined {
  return criterionKind(criterion).mark(criterion);
}

/** Whether it passes from its number on and there is nothing else to it. */
export function isFloor(criterion: Criterion): boolean {
  return criterionKind(criterion).isFloor === true;
}

/** Unit of a criterion; empty where it has none. */
export function unitOf(criterion: Criterion): string {
  return 'unit' in criterion ? criterion.unit : '';
}

/** What a criterion asks, in words. */
export function describeCriterion(criterion: Criterion): Text {
  return criterionKind(criterion).words(criterion);
}

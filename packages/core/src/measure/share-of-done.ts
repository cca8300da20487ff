import { criterionKind } from '../criterion/index.js';
import type { Target } from '../plan/plan.js';
import type { MeasureOf, Reading } from './measure-kind.js';

/** What is asked of members (`every`), over something an area answers alone, is a share whose predicate is that something done. */
export function shareOfDone(
  measure: MeasureOf<'state' | 'checklist'>,
  { criterion }: Pick<Target, 'criterion'>,
): Reading | undefined {
  if (criterionKind(criterion).ofMembers !== true) return undefined;
  return { measure: { kind: 'share', predicate: { measure, criterion: { kind: 'done' } } }, criterion };
}

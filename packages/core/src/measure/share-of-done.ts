import type { Target } from '../plan/plan.js';
import type { MeasureOf, Reading } from './measure-kind.js';

/** `every` over something an area answers alone is a share whose predicate is that something done. */
export function shareOfDone(
  measure: MeasureOf<'state' | 'checklist'>,
  { criterion }: Pick<Target, 'criterion'>,
): Reading | undefined {
  if (criterion.kind !== 'every') return undefined;
  return { measure: { kind: 'share', predicate: { measure, criterion: { kind: 'done' } } }, criterion };
}

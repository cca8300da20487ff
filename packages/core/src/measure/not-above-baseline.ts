import { criterionKind } from '../criterion/index.js';
import type { BaselineRef, Criterion } from '../plan/plan.js';
import type { Reading } from './measure-kind.js';

/** A level or flow not above its baseline is held against what was then, or against the known value. */
export function notAboveBaseline(
  of: 'stock' | 'flow',
  indicator: string,
  criterion: Criterion,
  baseline: BaselineRef | undefined,
): Reading | undefined {
  if (!criterionKind(criterion).againstReference || !baseline) return undefined;
  if ('value' in baseline) {
    return {
      measure: { kind: of, indicator },
      criterion: { kind: 'atMost', value: baseline.value, unit: baseline.unit },
    };
  }
  return { measure: { kind: 'growth', indicator, of, reference: baseline.period }, criterion };
}

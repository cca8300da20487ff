import { findUnit } from '../quantity/unit.js';
import type { BaselineRef } from './plan.js';
import type { PlanFinding } from './schema-issue.js';

/** Finding about a unit that is not in the table. */
export function unknownUnit(unit: string, path: readonly PropertyKey[]): PlanFinding {
  return { code: 'plan-unit-unknown', path, params: { unit } };
}

/** A known baseline needs a unit of the table. */
export function* checkBaseline(baseline: BaselineRef, path: readonly PropertyKey[]): Iterable<PlanFinding> {
  if ('unit' in baseline && !findUnit(baseline.unit)) yield unknownUnit(baseline.unit, [...path, 'unit']);
}

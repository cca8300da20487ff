import { suggestUnits } from '../quantity/unit.js';
import type { BaselineRef } from '../plan/plan.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { PlanFinding } from './schema-issue.js';

/**
 * Finding about a unit that is neither in the table nor declared, with those that may have been meant.
 *
 * @param dimension - what the unit has to be of, where that is known.
 */
export function unknownUnit(
  unit: string,
  path: readonly PropertyKey[],
  { own, declared }: Pick<UnitLookup, 'own' | 'declared'>,
  dimension?: string,
): PlanFinding {
  if (declared.has(unit)) return { code: 'plan-unit-refused', path, params: { unit } };
  const fitting = own.filter((one) => dimension === undefined || one.dimension === dimension);
  const known = [...fitting.slice(0, MOST_DECLARED).map(({ name }) => name), ...suggestUnits(unit, dimension)];
  return { code: 'plan-unit-unknown', path, params: { unit, known: known.join(', ') } };
}

/** Most units of the plan's own that a message lists. */
const MOST_DECLARED = 8;

/** A known baseline needs a unit of the table, or one the plan declares. */
export function* checkBaseline(
  baseline: BaselineRef,
  path: readonly PropertyKey[],
  unitOf: UnitLookup,
): Iterable<PlanFinding> {
  if ('unit' in baseline && !unitOf(baseline.unit)) yield unknownUnit(baseline.unit, [...path, 'unit'], unitOf);
}

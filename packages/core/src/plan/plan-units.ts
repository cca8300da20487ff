import type { Unit, UnitName } from '../quantity/unit.js';
import { findUnit } from '../quantity/unit.js';
import type { PlanUnit } from './plan.js';

/** Finds a unit by the name a plan writes. */
export type UnitLookup = (name: string) => Unit | undefined;

/** Units of the table and those a plan declares; each of the latter is a dimension of its own, of which one is one. */
export function createUnitLookup(units: readonly PlanUnit[] = []): UnitLookup {
  const own = new Map<string, Unit>();
  for (const { name, counts = false } of units) {
    own.set(name, { name: name as UnitName, en: name, dimension: `unit ${name}`, factor: 1, counts });
  }
  return (name) => findUnit(name) ?? own.get(name);
}

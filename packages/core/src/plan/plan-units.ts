import type { Unit } from '../quantity/unit.js';
import { findUnit, parseUnit } from '../quantity/unit.js';
import { resolveUnits } from './resolve-units.js';
import type { PlanUnit } from './plan.js';

/** Finds a unit by the name a plan writes. */
export interface UnitLookup {
  (name: string): Unit | undefined;
  /** The plan's own. */
  readonly own: readonly Unit[];
  /** Names a file declares, also those that could not be used. */
  readonly declared: ReadonlySet<string>;
}

/** Units of the table and those a plan declares, by the names a plan writes. */
export function createUnitLookup(
  units: readonly PlanUnit[] = [],
  declared: ReadonlySet<string> = new Set(),
): UnitLookup {
  const { known } = resolveUnits(units);
  const find = (name: string): Unit | undefined => known.get(name) ?? findUnit(name);
  return Object.assign(find, { own: [...known.values()], declared });
}

/** The same as people type them in a report: blanks around a name and the case of its letters do not matter. */
export function createUnitParser({ own }: Pick<UnitLookup, 'own'>): (text: string) => Unit | undefined {
  if (own.length === 0) return parseUnit;
  const exact = new Map(own.map((unit) => [unit.name as string, unit]));
  const typed = new Map<string, Unit | null>();
  // Two that differ in case alone are told apart by their case.
  for (const unit of own) typed.set(unit.name.toLowerCase(), typed.has(unit.name.toLowerCase()) ? null : unit);
  return (text) => {
    const name = text.trim();
    return exact.get(name) ?? parseUnit(name) ?? typed.get(name.toLowerCase()) ?? undefined;
  };
}

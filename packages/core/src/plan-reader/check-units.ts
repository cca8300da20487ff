import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { PlanUnit } from '../plan/plan.js';
import { createUnitLookup } from '../plan/plan-units.js';
import type { UnitFault } from '../plan/resolve-units.js';
import { asOwnUnit, resolveUnits } from '../plan/resolve-units.js';
import type { CheckContext } from './plan-knowledge.js';
import { unknownUnit } from './unknown-unit.js';

/** Units of the plan's own that can be used; what has a meaning already keeps that. */
export function checkUnits(units: readonly PlanUnit[], { indices, found, named }: CheckContext): readonly PlanUnit[] {
  const { faults } = resolveUnits(units);
  const kept = units.filter((_, index) => !faults.has(index));
  const unitOf = createUnitLookup(kept, named('units'));
  for (const [index, fault] of [...faults].sort(([x], [y]) => x - y)) {
    const unit = units[index] as PlanUnit;
    const path = ['units', indices('units', index)];
    if (fault.why === 'unknown') found.push(unknownUnit(fault.unit, [...path, 'unit'], unitOf));
    else found.push({ code: CODES[fault.why], path: placeOf(fault, unit, path), params: paramsOf(fault, unit) });
  }
  return kept;
}

const CODES: Readonly<Record<Exclude<UnitFault['why'], 'unknown'>, DiagnosticCode>> = {
  taken: 'plan-unit-taken',
  circle: 'plan-unit-circle',
  half: 'plan-unit-half',
  share: 'plan-unit-share',
  refused: 'plan-unit-refused',
  apart: 'plan-unit-apart',
  base: 'plan-unit-base',
  inexact: 'plan-unit-inexact',
};

function placeOf({ why }: UnitFault, unit: PlanUnit, path: readonly PropertyKey[]): readonly PropertyKey[] {
  if (why === 'half') return path;
  if (why === 'taken') return [...path, 'id' in unit ? 'id' : 'name'];
  return [...path, why === 'base' ? 'dimension' : why === 'inexact' ? 'of' : 'unit'];
}

function paramsOf(fault: UnitFault, unit: PlanUnit): NonNullable<Diagnostic['params']> {
  const { id } = asOwnUnit(unit);
  return { id, unit: id, ...fault };
}

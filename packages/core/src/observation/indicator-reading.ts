import type { Indicator, Plan } from '../plan/plan.js';
import type { UnitLookup } from '../plan/plan-units.js';
import { createUnitLookup, createUnitParser } from '../plan/plan-units.js';
import type { Unit } from '../quantity/unit.js';

/** What the reader of reports needs to know of an indicator. */
export interface IndicatorReading {
  readonly indicator: Indicator;
  /** Position among the plan's indicators. */
  readonly index: number;
  /** Unit of the figure or the numerator; one plain piece for grades and states. */
  readonly unit: Unit | undefined;
  readonly denominatorUnit: Unit | undefined;
  /** Reads a unit as a report has it: of the table, or of the plan's own. */
  readonly parseUnit: (text: string) => Unit | undefined;
  /** The plan's own units. */
  readonly own: UnitLookup['own'];
  /** Whether a numerator above its denominator is impossible. */
  readonly part: boolean;
}

/** Prepares all indicators of a plan, by id. */
export function readIndicators({
  indicators,
  units,
}: Pick<Plan, 'indicators' | 'units'>): ReadonlyMap<string, IndicatorReading> {
  const unitOf = createUnitLookup(units);
  const parseUnit = createUnitParser(unitOf);
  const { own } = unitOf;
  return new Map(
    indicators.map((indicator, index) => {
      const unit = 'unit' in indicator ? unitOf(indicator.unit) : undefined;
      const below = indicator.type === 'ratio' ? indicator.denominatorUnit : undefined;
      const denominatorUnit = below === undefined ? unit : unitOf(below);
      const part =
        indicator.type === 'ratio' && indicator.part !== false && unit?.dimension === denominatorUnit?.dimension;
      return [indicator.id, { indicator, index, unit, denominatorUnit, parseUnit, own, part }] as const;
    }),
  );
}

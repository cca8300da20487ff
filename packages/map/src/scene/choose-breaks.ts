import type { Criterion, Measure, Plan, Target } from '@guatu/core';
import { cutFigures, cutRatios } from '../scale/breaks.js';
import type { BreakMethod } from '../scale/break-methods.js';
import type { Breaks } from '../scale/breaks.js';
import { convertFactor, criterionKind } from '@guatu/core/words';
import { answersPredicate } from './area-facts.js';
import type { LegendBasis } from './scene.js';

export interface BreakOptions {
  readonly basis: LegendBasis;
  readonly method: BreakMethod;
  /** Of everything that is shown under one legend; NaN for none. */
  readonly values: readonly number[];
  readonly unit: string;
  readonly target: Target | null;
  readonly plan: Plan;
  readonly level: 'township' | 'village';
}

/** The bounds of one picture's classes; of two pictures side by side the same. */
export function chooseBreaks({ basis, method, values, unit, target, plan, level }: BreakOptions): Breaks {
  const known = values.filter((value) => !Number.isNaN(value));
  if (basis !== 'figure') return cutRatios(method, known);
  const thresholds = target === null ? [] : listThresholds(plan, target, level, unit);
  return cutFigures(method, known, { thresholds, percent: unit === '%' });
}

/**
 * What the plan itself asks of one area of a level, of the same indicator as a target: 1, 5 and 10万元 of a village's
 * income. What a higher level owes is no threshold of the areas below it.
 *
 * @returns ascending, in `unit`
 */
export function listThresholds(
  plan: Plan,
  target: Target,
  level: 'township' | 'village',
  unit: string,
): readonly number[] {
  const own = ownMeasure(target, level);
  if (!own || !('indicator' in own.measure)) return [];
  const { kind, indicator } = own.measure;
  const bounds = plan.targets.flatMap((other) => {
    const asked = ownMeasure(other, level);
    if (
      !asked ||
      asked.measure.kind !== kind ||
      !('indicator' in asked.measure) ||
      asked.measure.indicator !== indicator
    )
      return [];
    return listBounds(asked.criterion, unit);
  });
  return [...new Set(bounds)].sort((a, b) => a - b);
}

/** What a target measures at one area of a level and asks of it; nothing where it asks nothing of that level. */
function ownMeasure(
  target: Target,
  level: 'township' | 'village',
): { readonly measure: Measure; readonly criterion: Criterion } | undefined {
  if (answersPredicate(target, level) && 'predicate' in target.measure) return target.measure.predicate;
  return target.scope.owes.level === level ? target : undefined;
}

function listBounds(criterion: Criterion, unit: string): readonly number[] {
  if (!('unit' in criterion)) return [];
  const factor = convertFactor(criterion.unit, unit);
  if (factor === undefined) return [];
  const kind = criterionKind<Criterion>(criterion);
  const values = [kind.mark(criterion)?.value, kind.upper?.(criterion)].filter((value) => value !== undefined);
  return values.map((value) => Number((value * factor).toPrecision(12)));
}

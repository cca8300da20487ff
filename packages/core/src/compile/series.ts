import { markOf } from '../criterion/index.js';
import { parseDate } from '../period/period.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { Target } from '../plan/plan.js';
import type { ProgressStep } from '../progress/progress-method.js';
import { wholeOf } from '../figure/figure-of.js';
import type { CompiledTarget } from './compiled-target.js';
import type { EvaluationContext } from './context.js';
import type { Step } from '../result/result.js';
import type { StatedStep } from './stated-step.js';

/** Steps of a series with the days they are due, as stated. */
function statedSteps(context: EvaluationContext, series: string): readonly StatedStep[] {
  const known = context.series.get(series);
  if (known) return known;
  const steps: StatedStep[] = [];
  context.series.set(series, steps);
  for (const target of context.targets.values()) {
    if (target.series !== series || target.schedule.kind !== 'by') continue;
    const [date, mark] = [parseDate(target.schedule.date), markOf(target.criterion)];
    if (date !== undefined && mark) steps.push({ target, date, ...mark });
  }
  return steps;
}

/** Place of a target among the steps of its series, by due date; steps due on one day share a number. */
export function stepOf(context: EvaluationContext, target: Target): Step | null {
  if (target.series === undefined || target.schedule.kind !== 'by') return null;
  const due = parseDate(target.schedule.date) ?? Number.NaN;
  const steps = statedSteps(context, target.series);
  return steps.length < 2 ? null : { number: 1 + steps.filter(({ date }) => date < due).length, of: steps.length };
}

/**
 * Steps of a target's series in its own unit, as far as they say anything of it: those of the same measure and members,
 * and for a percentage also steps counted in members. Batches of different members add up (36, then 48 more of 112).
 *
 * @param members - of the target, in the area asked for.
 */
export function stepsInUnit(
  context: EvaluationContext,
  { target, unit }: CompiledTarget,
  members: number,
): readonly ProgressStep[] {
  if (target.series === undefined) return [];
  const { unitOf } = context;
  const measure = JSON.stringify(target.measure);
  const own = membersOf(target);
  const alike = statedSteps(context, target.series).filter((step) => JSON.stringify(step.target.measure) === measure);
  const same = alike.flatMap((step): readonly ProgressStep[] => {
    const value = membersOf(step.target) === own ? convert(unitOf, step, unit) : undefined;
    return value === undefined ? [] : [{ date: step.date, value }];
  });
  if (unitOf(unit)?.dimension !== 'share' || !(members > 0)) return same;
  const counted = alike.filter((step) => unitOf(step.unit)?.counts === true);
  return [...same, ...countedSteps(counted, unit, members)];
}

/** Numbers of members as a share of all: of each batch its latest number, and the batches together. */
function countedSteps(counted: readonly StatedStep[], unit: string, members: number): readonly ProgressStep[] {
  const batches = new Map<string, number>();
  return [...counted]
    .sort((x, y) => x.date - y.date)
    .map(({ target, date, value }) => {
      batches.set(membersOf(target), value);
      const sum = [...batches.values()].reduce((total, batch) => total + batch, 0);
      return { date, value: (wholeOf(unit) * sum) / members };
    });
}

function membersOf({ scope }: Target): string {
  return scope.members?.cohort ?? '';
}

/** A pass mark in another unit of its dimension; `undefined` in one of another. */
function convert(unitOf: UnitLookup, { value, unit }: StatedStep, into: string): number | undefined {
  if (unit === into) return value;
  const [from, to] = [unitOf(unit), unitOf(into)];
  if (!from || !to || from.dimension !== to.dimension) return undefined;
  return from.dimension === 'share' ? (value * wholeOf(into)) / wholeOf(unit) : (value * from.factor) / to.factor;
}

import { isUpward, markOf } from '../criterion/index.js';
import { compareScaled } from '../quantity/compare-scaled.js';
import { readFigure } from '../quantity/figure.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { Target } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';

/** What one step of a staircase asks, comparable to the next. */
interface Step {
  readonly target: Target;
  readonly date: string;
  readonly direction: 1 | -1;
  readonly dimension: string;
  readonly asks: readonly [mantissa: number, scale: number];
}

/**
 * Reports steps of a series that ask for less than an earlier one did. Each is still judged on its own
 * date. Only steps of the same measure and members are compared.
 */
export function checkSeries(
  targets: readonly Target[],
  {
    pathOf,
    found,
    unitOf,
  }: {
    readonly pathOf: (target: Target) => readonly PropertyKey[];
    readonly found: PlanFinding[];
    readonly unitOf: UnitLookup;
  },
): void {
  const series = new Map<string, Step[]>();
  for (const target of targets) {
    const step = target.series === undefined ? undefined : stepOf(target, unitOf);
    if (!step) continue;
    const key = JSON.stringify([target.series, target.measure, target.scope.members, step.dimension]);
    const steps = series.get(key);
    if (steps) steps.push(step);
    else series.set(key, [step]);
  }
  for (const steps of series.values()) {
    steps.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      if (!before || before.direction !== step.direction) continue;
      if (compareScaled(...step.asks, ...before.asks) * step.direction >= 0) continue;
      found.push({
        code: 'plan-series-backwards',
        path: [...pathOf(step.target), 'series'],
        params: { series: step.target.series ?? '', before: before.target.id, date: before.date },
      });
    }
  }
}

function stepOf(target: Target, unitOf: UnitLookup): Step | undefined {
  const { criterion, schedule } = target;
  if (schedule.kind !== 'by') return undefined;
  const mark = markOf(criterion);
  const unit = mark && unitOf(mark.unit);
  const figure = unit && readFigure(mark.value, unit);
  if (!mark || !unit || !figure || typeof figure === 'string') return undefined;
  const { dimension } = unit;
  const direction = isUpward(criterion, false) === true ? 1 : -1;
  return { target, date: schedule.date, direction, dimension, asks: [figure.mantissa, figure.scale] };
}

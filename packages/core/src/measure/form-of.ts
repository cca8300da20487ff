import { unitOf } from '../criterion/index.js';
import type { FigureFormat, Shape } from '../figure/figure-form.js';
import type { Criterion, Measure, Target } from '../plan/plan.js';
import { levelOfReports } from './level-of-reports.js';
import { ENTRY } from './noun.js';
import { areaNoun } from '../area/area-noun.js';
import type { Noun } from '../area/area-noun.js';

/** Whether a unit is one of shares. */
export function isPercent(unit: string): boolean {
  return unit === '%' || unit === '‰';
}

/** A figure that is a sum. */
export function sum(): Shape {
  return 'sum';
}

/** Of members: a share unless a number of them is asked. */
export function shareUnlessCounted(criterion: Criterion): Shape {
  const unit = unitOf(criterion);
  return unit === '' || isPercent(unit) ? 'share' : 'count';
}

/** How a figure is written that says no more than its shape. */
export function formatByShape(shape: Shape): FigureFormat {
  if (shape === 'ratio' || shape === 'share') return 'percent';
  return shape === 'count' ? 'count' : 'quantity';
}

/** The areas that report, or the members of the register the target names. */
export function nounOfReports(measure: Measure, { scope }: Target): Noun {
  return scope.owes.register === undefined ? areaNoun(levelOfReports(scope, measure)) : ENTRY;
}

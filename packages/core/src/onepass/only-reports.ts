import { traitsOf } from '../measure/index.js';
import type { Cells } from '../observation/dataset.js';
import { lengthOf } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { EvaluationContext } from '../compile/context.js';
import { columnOf } from '../compile/compile-target.js';
import { levelCandidates, periodsInside } from '../frame/leaf.js';
import type { LeafMeasure } from '../frame/leaf.js';
import type { FrameMoment } from '../compile/moment.js';

/** The reports of the one period all figures of a measure are taken from. */
export interface OnlyReports {
  readonly cells: Cells;
  readonly end: Day;
  readonly scale: number;
  readonly denominatorScale: number;
}

/** Measures whose traits say they are one indicator's reports added up. */
export type PlainMeasure = Extract<LeafMeasure, { readonly indicator: string }>;

/**
 * Finds the one period whose reports are whole figures of a past moment, where no older or other one has any.
 *
 * @returns `null` where there is none, or more than one.
 */
export function findOnlyReports(
  context: EvaluationContext,
  measure: PlainMeasure,
  { date, windowStart }: FrameMoment,
): OnlyReports | null {
  const column = columnOf(context, measure, measure.indicator);
  if (!column) return null;
  const { takes } = traitsOf(measure);
  const from = takes === 'sinceStart' ? context.planStart : windowStart;
  const level = takes === 'levels';
  const [only, ...others] = level
    ? levelCandidates(column, { date, windowStart, carry: true })
    : periodsInside(column, from, date);
  if (!only || others.length > 0) return null;
  const { period, cells } = only;
  const whole = level ? period.end === date : lengthOf(period) >= date - from + 1;
  if (!whole || cells.denominators || cells.percentages) return null;
  return { cells, end: period.end, scale: column.scale, denominatorScale: column.denominatorScale };
}

import type { Indicator, Measure } from './plan.js';

/** Whether a higher number of an ordinal is the better one. @param find an indicator by its id */
export function isHigherBetter(find: (id: string) => Indicator | undefined, measure: Measure): boolean {
  const indicator = 'indicator' in measure ? find(measure.indicator) : undefined;
  return indicator?.type === 'grade' && indicator.best > indicator.worst;
}

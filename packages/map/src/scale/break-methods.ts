// apart from what cuts: a page knows the names before it has figures

/**
 * How figures are cut into classes: `auto` (the plan's own thresholds where there are any, fifths for attainment), equal
 * intervals, quantiles, natural breaks, or the lower bounds themselves: in percent for attainment, else in the unit.
 */
export type BreakMethod = 'auto' | 'equal' | 'quantile' | 'natural' | readonly number[];

export const BREAK_METHODS = ['auto', 'equal', 'quantile', 'natural'] as const;

/** Most bounds a list may have: a seventh class could not be told apart in greyscale. */
export const MOST_BOUNDS = 5;

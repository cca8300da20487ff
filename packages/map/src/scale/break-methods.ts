// apart from what cuts: a page knows the names before it has figures

/**
 * How figures are cut into classes: `auto` (the plan's own thresholds where there are any, fifths for attainment), equal
 * intervals, quantiles, natural breaks, or the lower bounds themselves: in percent for attainment, else in the unit.
 */
export type BreakMethod = 'auto' | 'equal' | 'quantile' | 'natural' | readonly number[];

export const BREAK_METHODS = ['auto', 'equal', 'quantile', 'natural'] as const;

/** Most bounds a list may have: a seventh class could not be told apart in greyscale. */
export const MOST_BOUNDS = 5;

/** A method by its name, or bounds as numbers or as a text `1,5,10`; nothing for what cannot part figures. */
export function readBreaks(value: unknown): BreakMethod | undefined {
  const named = BREAK_METHODS.find((method) => method === value);
  if (named) return named;
  const list: readonly unknown[] =
    typeof value === 'string'
      ? value
          .trim()
          .split(/\s*[,，;]\s*|\s+/)
          .map(readNumber)
      : Array.isArray(value)
        ? value
        : [];
  const bounds = list.filter((bound) => typeof bound === 'number').filter(Number.isFinite);
  const ascending = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? bound));
  const wellFormed = bounds.length === list.length && ascending && bounds.length > 0 && bounds.length <= MOST_BOUNDS;
  return wellFormed ? bounds : undefined;
}

function readNumber(written: string): number {
  return written === '' ? Number.NaN : Number(written);
}

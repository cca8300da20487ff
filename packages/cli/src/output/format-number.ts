import { formatPercent as writePercent } from '@guatu/core/words';

/**
 * A figure for reading: at most four decimals, no separators, so that it can be copied; empty where there is none.
 *
 * @example formatNumber(1 / 3) // '0.3333'
 */
export function formatNumber(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(4)));
}

/** A ratio 0…1 as a percentage, rounded as everywhere: 100% only of all of it. */
export function formatPercent(ratio: number | null): string {
  return ratio === null ? '' : `${writePercent(ratio, 'en')}%`;
}

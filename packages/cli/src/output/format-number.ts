/**
 * A figure for reading: at most four decimals, no separators, so that it can be copied; empty where there is none.
 *
 * @example formatNumber(1 / 3) // '0.3333'
 */
export function formatNumber(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(4)));
}

/** A ratio 0…1 as a percentage with one decimal. */
export function formatPercent(ratio: number | null): string {
  return ratio === null ? '' : `${(100 * ratio).toFixed(1)}%`;
}

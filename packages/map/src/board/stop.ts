import { formatDate, parseDate } from '@guatu/core/calendar';
import type { IsoDate, Locale, PeriodText } from '@guatu/core';
import { writePeriod } from '@guatu/core/words';

/** A date the timeline stops at. */
export interface Stop {
  readonly date: IsoDate;
  /** The quarter that ends on it, `2024/25-Q3`, where the plan's years are not the calendar's. */
  readonly quarter?: PeriodText;
  /** Cohorts whose year has begun since the stop before. */
  readonly batches: readonly string[];
  /** Number of areas whose start is reported since the stop before. */
  readonly starts: number;
  /** Ids of targets that fall due on the date, or since the stop before. */
  readonly due: readonly string[];
  /** Number of reported figures whose period ends on the date. */
  readonly reports: number;
}

/** The stop a date belongs to: the last one that is not after it, the first one before all of them. */
export function findStop(stops: readonly Stop[], date: IsoDate): number {
  const after = stops.findIndex((stop) => stop.date > date);
  return Math.max(0, (after < 0 ? stops.length : after) - 1);
}

/**
 * A stop's short name: `2021上`, `2021下` (`2021 H1`, `2021 H2`) at the end of a half-year, else its month `2021-05`, or
 * its day where that is not a month's last. The end of a quarter of a plan's own years is `2024/25 Q3`, `2024/25年三季度`.
 */
export function labelStop(date: IsoDate, locale: Locale, quarter?: PeriodText): string {
  if (quarter !== undefined) return writePeriod(quarter, locale);
  const [year = '', month = '', day = ''] = date.split('-');
  const half = month === '06' && day === '30' ? 1 : month === '12' && day === '31' ? 2 : 0;
  if (half > 0) return locale === 'zh' ? `${year}${half === 1 ? '上' : '下'}` : `${year} H${half}`;
  const next = parseDate(date);
  const lastOfMonth = next !== undefined && formatDate(next + 1).endsWith('-01');
  return lastOfMonth ? `${year}-${month}` : date;
}

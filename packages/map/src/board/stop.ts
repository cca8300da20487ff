import { formatDate, parseDate, partOfYear } from '@guatu/core/calendar';
import type { YearStart } from '@guatu/core/calendar';
import type { IsoDate, Locale } from '@guatu/core';

/** A date the timeline stops at. */
export interface Stop {
  readonly date: IsoDate;
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

/** Years of the calendar. */
const CALENDAR: YearStart = { month: 1, day: 1 };

/**
 * A stop's short name: `2021上`, `2021下` (`2021 H1`, `2021 H2`) at the end of a half-year, else its month `2021-05`, or
 * its day where that is not a month's last.
 *
 * @param years - that begin on another day: the end of one of their quarters is `2024/25 Q3`, `2024/25三季度`.
 */
export function labelStop(date: IsoDate, locale: Locale, years: YearStart = CALENDAR): string {
  const day = parseDate(date);
  if (day === undefined) return date;
  const ofCalendar = years.month === 1 && years.day === 1;
  const { text, end } = partOfYear(years, ofCalendar ? 'half' : 'quarter', day);
  if (end === day) return ofCalendar ? labelHalf(text, locale) : labelQuarter(text, locale);
  return formatDate(day + 1).endsWith('-01') ? date.slice(0, 7) : date;
}

function labelHalf(text: string, locale: Locale): string {
  const [year, half] = text.split('-H');
  return locale === 'zh' ? `${year}${half === '1' ? '上' : '下'}` : `${year} H${half}`;
}

function labelQuarter(text: string, locale: Locale): string {
  const [year, quarter] = text.split('-Q');
  return locale === 'zh' ? `${year}${'一二三四'[Number(quarter) - 1]}季度` : `${year} Q${quarter}`;
}

import type { IsoDate } from '../period/period.js';
import type { Locale } from '../text/text.js';

/** English names of the months. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date in words: `2021年12月31日`, `31 December 2021`. What is no date comes back as it is.
 *
 * @param date `2021-12-31`
 */
export function writeDate(date: IsoDate, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined) return date;
  if (locale === 'zh') return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** The month of a date, 1…12; NaN for what is no date. */
export function monthOf(date: IsoDate): number {
  return Number(/^\d{4}-(\d{2})-\d{2}$/.exec(date)?.[1] ?? Number.NaN);
}

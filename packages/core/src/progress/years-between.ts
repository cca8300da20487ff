import { formatDate, parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';

/**
 * Years from one day to a later one: whole anniversaries and the share of the year begun.
 *
 * Two days a whole number of years apart give exactly that number, leap years or not.
 *
 * @returns 0 or more; negative where `to` is earlier.
 * @example yearsBetween(day('2019-12-31'), day('2021-12-31')) // 2
 */
export function yearsBetween(from: Day, to: Day): number {
  if (to < from) return -yearsBetween(to, from);
  let whole = Number(formatDate(to).slice(0, 4)) - Number(formatDate(from).slice(0, 4));
  if (anniversary(from, whole) > to) whole--;
  const last = anniversary(from, whole);
  return whole + (to - last) / (anniversary(from, whole + 1) - last);
}

/** The same date some years later; 29 February falls on the 28th where there is none. */
function anniversary(day: Day, years: number): Day {
  const text = formatDate(day);
  const year = String(Number(text.slice(0, 4)) + years).padStart(4, '0');
  return parseDate(`${year}${text.slice(4)}`) ?? (parseDate(`${year}-02-28`) as Day);
}

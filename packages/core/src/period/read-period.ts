import type { OwnYears, YearPart } from './own-year.js';
import { dayOf, PARTS_OF_YEAR, partOfYear } from './own-year.js';
import type { Period } from './period.js';
import { parsePeriod } from './period.js';

const OWN = /^(?:FY(\d{4})|(\d{4})\/(\d{2}))(?:-(?:H([12])|Q([1-4])|M(0[1-9]|1[0-2])))?$/;

/**
 * Reads a period of the calendar, or one of the years a plan counts in: `FY2024-Q3`, which is also `2024/25-Q3`.
 *
 * Both are one period, and so is what the calendar calls differently: in years from July, `2024-Q3` is `2024/25-Q1`. Its
 * text is that of the plan's years.
 *
 * @param years - none where the plan has none of its own: then their periods are no periods.
 * @returns `undefined` when the text is none.
 * @example readPeriod('FY2024-Q3', { month: 7, day: 1, named: 'start' })?.text // '2024/25-Q3', from 2025-01-01
 */
export function readPeriod(text: string, years: OwnYears | undefined): Period | undefined {
  if (years === undefined) return parsePeriod(text);
  const match = typeof text === 'string' ? OWN.exec(text) : null;
  if (match) return readOwn(match, years);
  const period = parsePeriod(text);
  if (!period || period.kind === 'day') return period;
  const own = partOfYear(years, period.kind, period.start);
  return own.start === period.start && own.end === period.end ? own : period;
}

/**
 * The year of a cohort, as a rollout calls it: one of the calendar, or of the years a plan counts in.
 *
 * @returns `undefined` when the text is no year.
 */
export function cohortYear(cohort: string, years: OwnYears | undefined): Period | undefined {
  return /^\d{4}$/.test(cohort) ? readPeriod(years ? `FY${cohort}` : cohort, years) : undefined;
}

/** Whether a text is a period of years of a plan's own, were there any. */
export function isOwnPeriod(text: string): boolean {
  const [, , first, last] = OWN.exec(text) ?? [];
  return first === undefined ? text.startsWith('FY') && OWN.test(text) : (Number(first) + 1) % 100 === Number(last);
}

function readOwn(match: RegExpExecArray, years: OwnYears): Period | undefined {
  const [text, named, first, , half, quarter, month] = match;
  if (!isOwnPeriod(text)) return undefined;
  const year = first === undefined ? beginOf(Number(named), years) : Number(first);
  // A year of the calendar is written with one number.
  if (year < 1000 || (first !== undefined && isCalendar(years))) return undefined;
  const [kind, number] = partOf(half, quarter, month);
  return partOfYear(years, kind, dayOf(year, years.month + ((number - 1) * 12) / PARTS_OF_YEAR[kind], years.day));
}

function partOf(half: string | undefined, quarter: string | undefined, month: string | undefined): [YearPart, number] {
  if (half !== undefined) return ['half', Number(half)];
  if (quarter !== undefined) return ['quarter', Number(quarter)];
  return month === undefined ? ['year', 1] : ['month', Number(month)];
}

/** The calendar year a year begins in. */
function beginOf(named: number, years: OwnYears): number {
  return years.named === 'end' && !isCalendar(years) ? named - 1 : named;
}

function isCalendar({ month, day }: OwnYears): boolean {
  return month === 1 && day === 1;
}

/** Days since 1970-01-01, an integer; dates are compared as these. */
export type Day = number;

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'day';

/** A span of whole days, both ends inclusive. A level reported for it belongs to `end`. */
export interface Period {
  readonly text: PeriodText;
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `2021-06-30`.
 *
 * @returns the day, or `undefined` when the text is not a date of the calendar (`2021-02-30`).
 */
export function parseDate(text: string): Day | undefined {
  if (typeof text !== 'string' || text.length !== 10) return undefined;
  const known = read.get(text);
  if (known !== undefined) return known;
  const day = readDate(text);
  if (day !== undefined && read.size < MOST_WRITTEN) read.set(text, day);
  return day;
}

function readDate(text: string): Day | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / DAY_MS;
}

/** Writes a day as `2021-06-30`. */
export function formatDate(day: Day): IsoDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(day, text);
  return text;
}

/** Days as they were written: a picture of thousands of areas names the same few. Two centuries at most. */
const written = new Map<Day, IsoDate>();
const MOST_WRITTEN = 73_000;

/** The same the other way round: files and plans name the same few thousands of times. */
const read = new Map<IsoDate, Day>();

const PERIOD = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;

/**
 * Reads `2021`, `2021-H1`, `2021-Q1`, `2021-06` or `2021-06-30`.
 *
 * @returns the period, or `undefined` when the text is none.
 */
export function parsePeriod(text: string): Period | undefined {
  const match = typeof text === 'string' ? PERIOD.exec(text) : null;
  if (!match) return undefined;
  const [, year = '', half, quarter, month, day] = match;
  if (day !== undefined) {
    const date = parseDate(text);
    return date === undefined ? undefined : { text, kind: 'day', start: date, end: date };
  }
  if (month !== undefined) return monthsOf(text, 'month', year, Number(month), 1);
  if (quarter !== undefined) return monthsOf(text, 'quarter', year, Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return monthsOf(text, 'half', year, Number(half) * 6 - 5, 6);
  return monthsOf(text, 'year', year, 1, 12);
}

function monthsOf(text: string, kind: PeriodKind, year: string, first: number, months: number): Period | undefined {
  const start = parseDate(`${year}-${String(first).padStart(2, '0')}-01`);
  if (start === undefined) return undefined;
  const end = Date.UTC(Number(year), first - 1 + months, 1) / DAY_MS - 1;
  return { text, kind, start, end };
}

/** Days of a period. */
export function lengthOf({ start, end }: Pick<Period, 'start' | 'end'>): number {
  return end - start + 1;
}

/** Whether two periods have a day in common. */
export function overlap(one: Period, other: Period): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** A calendar date, `2021-06-30`. */
export type IsoDate = string;

/** `2021`, `2021-H1`, `2021-Q1`, `2021-06` or `2021-06-30`. */
export type PeriodText = string;

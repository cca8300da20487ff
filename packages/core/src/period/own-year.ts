import type { Day, Period, PeriodKind } from './period.js';

/** The day years begin on: 1 January of those of the calendar. */
export interface YearStart {
  /** 1…12. */
  readonly month: number;
  readonly day: number;
}

/** The years a plan counts in, and how `FY2024` names one of them. */
export interface OwnYears extends YearStart {
  /** Whether a year is named after the calendar year it begins or ends in. */
  readonly named: 'start' | 'end';
}

/** Windows a year falls into, all as long as the calendar's months allow. */
export type YearPart = Exclude<PeriodKind, 'day'>;

/** How many of each make a year. */
export const PARTS_OF_YEAR: Readonly<Record<YearPart, number>> = { year: 1, half: 2, quarter: 4, month: 12 };

const DAY_MS = 86_400_000;

/** Also of years that are not written with four digits, which no text may name but a year before may be. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** First day of the year a day lies in. */
export function yearStart(starts: YearStart, day: Day): Day {
  const year = yearOf(day);
  const start = dayOf(year, starts.month, starts.day);
  return start <= day ? start : dayOf(year - 1, starts.month, starts.day);
}

/** Last day of the year a day lies in. */
function yearEnd(starts: YearStart, day: Day): Day {
  return dayOf(yearOf(yearStart(starts, day)) + 1, starts.month, starts.day) - 1;
}

/** `2021`, or `2021/22` of a year that is none of the calendar. */
function yearLabel(starts: YearStart, day: Day): string {
  const [first, last] = [yearOf(yearStart(starts, day)), yearOf(yearEnd(starts, day))];
  return first === last ? String(first) : `${first}/${String(last % 100).padStart(2, '0')}`;
}

/** The part of its year a day lies in: its half, its quarter or its month, or the year itself. */
export function partOfYear(starts: YearStart, kind: YearPart, day: Day): Period {
  const months = 12 / PARTS_OF_YEAR[kind];
  const year = yearOf(yearStart(starts, day));
  const startOf = (index: number): Day => dayOf(year, starts.month + index * months, starts.day);
  let index = 0;
  while (index + 1 < PARTS_OF_YEAR[kind] && startOf(index + 1) <= day) index++;
  const start = startOf(index);
  return { text: labelOf(starts, kind, start, index), kind, start, end: startOf(index + 1) - 1 };
}

const LETTERS = { half: 'H', quarter: 'Q', month: 'M' } as const;

/** `2024/25-Q3`; months that are those of the calendar are written as its own, `2025-01`. */
function labelOf(starts: YearStart, kind: YearPart, start: Day, index: number): string {
  const label = yearLabel(starts, start);
  if (kind === 'year') return label;
  if (kind !== 'month') return `${label}-${LETTERS[kind]}${index + 1}`;
  const month = new Date(start * DAY_MS).toISOString().slice(0, 7);
  return starts.day === 1 ? month : `${label}-M${String(index + 1).padStart(2, '0')}`;
}

/** Parts of years that have a day between two, in order. */
export function partsBetween(starts: YearStart, kind: YearPart, from: Day, to: Day): readonly Period[] {
  const parts: Period[] = [];
  for (let day = from; day <= to; day = (parts.at(-1) as Period).end + 1) parts.push(partOfYear(starts, kind, day));
  return parts;
}

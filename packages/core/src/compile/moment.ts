import type { Column } from '../observation/dataset.js';
import type { Day } from '../period/period.js';

/** The moment one frame describes. */
export interface FrameMoment {
  /** Levels belong to this day; flows end here. */
  readonly date: Day;
  /** First day of the flow window. */
  readonly windowStart: Day;
  /** Older levels are carried forward for drawing; a judged frame takes its own day only. */
  readonly carry: boolean;
}

/** One window of a schedule. */
export interface ScheduleWindow {
  readonly label: string;
  readonly start: Day;
  readonly end: Day;
  /** A half or shorter period that had begun before the plan was issued is shown, not judged. */
  readonly judged: boolean;
}

/** The day the plan's years begin on: 1 January of those of the calendar. */
export interface YearStart {
  /** 1…12. */
  readonly month: number;
  readonly day: number;
}

const CALENDAR: YearStart = { month: 1, day: 1 };

/** Years of a plan of whole years begin on its first day; of any other they are those of the calendar. */
export function yearStartOf(planStart: Day, planEnd: Day): YearStart {
  const date = new Date(planStart * DAY_MS);
  const own = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return planEnd > planStart && yearStart(own, planEnd + 1) === planEnd + 1 ? own : CALENDAR;
}

/** First day of the year a day lies in. */
export function yearStart({ month, day: first }: YearStart, day: Day): Day {
  const year = yearOf(day);
  const start = dayOf(year, month, first);
  return start <= day ? start : dayOf(year - 1, month, first);
}

/** Last day of the year a day lies in. */
export function yearEnd(starts: YearStart, day: Day): Day {
  return dayOf(yearOf(yearStart(starts, day)) + 1, starts.month, starts.day) - 1;
}

/** Last day of the half-year a day lies in: 30 June or 31 December of the calendar's years. */
export function halfEnd(starts: YearStart, day: Day): Day {
  const middle = dayOf(yearOf(yearStart(starts, day)), starts.month + 6, starts.day);
  return day < middle ? middle - 1 : yearEnd(starts, day);
}

/** `2021`, or `2021/22` of a year that is none of the calendar. */
export function yearLabel(starts: YearStart, day: Day): string {
  const [first, last] = [yearOf(yearStart(starts, day)), yearOf(yearEnd(starts, day))];
  return first === last ? String(first) : `${first}/${String(last % 100).padStart(2, '0')}`;
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** The same date a year earlier; the last day of February is the last day of February. */
export function yearBefore(day: Day): Day {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const lastOfFebruary = day + 1 === dayOf(year, 3, 1);
  return lastOfFebruary ? dayOf(year - 1, 3, 1) - 1 : dayOf(year - 1, month, dayOfMonth);
}

const DAY_MS = 86_400_000;

/** Also of years that are not written with four digits, which no text may name but a year before may be. */
function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;
}

/** Last day ≤ `day` anything was reported for, over several columns; NaN for none. */
export function reportingDate(columns: readonly Column[], day: Day): Day {
  let last = Number.NaN;
  for (const column of columns) {
    for (const period of column.periods) {
      if (period.end <= day && !(last >= period.end)) last = period.end;
    }
  }
  return last;
}

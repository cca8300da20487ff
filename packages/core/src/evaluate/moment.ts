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

/** 1 January of the year a day lies in. */
export function yearStart(day: Day): Day {
  return dayOf(yearOf(day), 1, 1);
}

/** 31 December of the year a day lies in. */
export function yearEnd(day: Day): Day {
  return dayOf(yearOf(day), 12, 31);
}

/** 30 June or 31 December of the half-year a day lies in. */
export function halfEnd(day: Day): Day {
  const june = dayOf(yearOf(day), 6, 30);
  return day <= june ? june : yearEnd(day);
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

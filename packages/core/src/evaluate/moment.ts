import type { Column } from '../observation/dataset.js';
import { formatDate, parseDate } from '../period/period.js';
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
  return parseDate(`${yearOf(day)}-01-01`) as Day;
}

/** 31 December of the year a day lies in. */
export function yearEnd(day: Day): Day {
  return parseDate(`${yearOf(day)}-12-31`) as Day;
}

/** 30 June or 31 December of the half-year a day lies in. */
export function halfEnd(day: Day): Day {
  const june = parseDate(`${yearOf(day)}-06-30`) as Day;
  return day <= june ? june : yearEnd(day);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(formatDate(day).slice(0, 4));
}

/** The same date a year earlier; 29 February becomes 28. */
export function yearBefore(day: Day): Day {
  const text = formatDate(day);
  const earlier = `${yearOf(day) - 1}${text.slice(4)}`;
  return parseDate(earlier) ?? (parseDate(earlier.replace('-29', '-28')) as Day);
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

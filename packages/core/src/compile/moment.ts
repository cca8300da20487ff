import type { Column } from '../observation/dataset.js';
import { dayOf } from '../period/own-year.js';
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

/** The same date a year earlier; the last day of February is the last day of February. */
export function yearBefore(day: Day): Day {
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const lastOfFebruary = day + 1 === dayOf(year, 3, 1);
  return lastOfFebruary ? dayOf(year - 1, 3, 1) - 1 : dayOf(year - 1, month, dayOfMonth);
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

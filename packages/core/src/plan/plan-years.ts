import type { OwnYears, YearPart, YearStart } from '../period/own-year.js';
import { partsBetween, yearStart } from '../period/own-year.js';
import type { Day, Period } from '../period/period.js';
import { parseDate } from '../period/period.js';
import type { Plan, Schedule } from './plan.js';

/** The years a plan declares; `undefined` where it declares none, and reports name periods of the calendar alone. */
export function declaredYears({ calendar }: Pick<Plan, 'calendar'>): OwnYears | undefined {
  if (!calendar) return undefined;
  const [month = 1, day = 1] = calendar.yearStart.split('-').map(Number);
  return { month, day, named: calendar.named ?? 'start' };
}

/** The years a plan counts in: those it declares; else from its first day, where it is whole years; else the calendar's. */
export function yearsOf(plan: Pick<Plan, 'calendar' | 'start' | 'end'>): OwnYears {
  return declaredYears(plan) ?? { ...impliedStart(parseDate(plan.start), parseDate(plan.end)), named: 'start' };
}

const CALENDAR: YearStart = { month: 1, day: 1 };

function impliedStart(start: Day | undefined, end: Day | undefined): YearStart {
  if (start === undefined || end === undefined || end <= start) return CALENDAR;
  const date = new Date(start * 86_400_000);
  const own = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return yearStart(own, end + 1) === end + 1 ? own : CALENDAR;
}

/** What part of a year each repeated schedule judges. */
const WINDOWS = {
  eachYear: 'year',
  eachHalf: 'half',
  eachQuarter: 'quarter',
  eachMonth: 'month',
} as const satisfies Partial<Record<Schedule['kind'], YearPart>>;

/** The part of a year a schedule judges window by window; `undefined` for one that has no windows of its own. */
function windowKind({ kind }: Schedule): YearPart | undefined {
  return kind in WINDOWS ? WINDOWS[kind as keyof typeof WINDOWS] : undefined;
}

/**
 * Windows of a schedule that judges every year, half-year, quarter or month, in order; none of any other.
 *
 * @example listWindows(plan, { kind: 'eachQuarter', basis: 'explicit' }).map(({ text }) => text) // ['2024/25-Q1', …]
 */
export function listWindows(plan: Pick<Plan, 'calendar' | 'start' | 'end'>, schedule: Schedule): readonly Period[] {
  const kind = windowKind(schedule);
  if (kind === undefined) return [];
  const { from = plan.start, to = plan.end } = schedule as { readonly from?: string; readonly to?: string };
  const [first, last] = [parseDate(from), parseDate(to)];
  return first === undefined || last === undefined ? [] : partsBetween(yearsOf(plan), kind, first, last);
}

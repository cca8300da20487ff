import { CELL, formatDate, parseDate } from '@guatu/core';
import type { Dataset, Day, IsoDate, Plan } from '@guatu/core';

/** A date the timeline stops at. */
export interface Stop {
  readonly date: IsoDate;
  /** Cohorts whose year has begun since the stop before. */
  readonly batches: readonly string[];
  /** Number of areas whose start is reported since the stop before. */
  readonly starts: number;
  /** Ids of targets that fall due on the date, or since the stop before. */
  readonly due: readonly string[];
  /** Number of reported figures whose period ends on the date. */
  readonly reports: number;
}

/**
 * The dates at which a board changes within the plan: where the period of a reported figure ends, where a target falls
 * due, and the last day of a batch's year. Daily events add none of their own; they count towards the stop after them.
 *
 * @returns ascending; only the plan's last day when nothing was reported and nothing is due
 */
export function listStops(plan: Plan, dataset: Dataset | null): readonly Stop[] {
  const start = parseDate(plan.start);
  const end = parseDate(plan.end);
  if (start === undefined || end === undefined || end < start) return [];
  const within = (day: Day): boolean => day >= start && day <= end;

  const reports = countReports(plan, dataset);
  const due = listDueDays(plan);
  const batches = (plan.rollout?.batches ?? []).map(({ cohort }) => cohort);
  const days = new Set([...reports.keys(), ...due.keys(), ...batches.map((cohort) => parseDate(`${cohort}-12-31`) ?? Number.NaN)]);
  const ordered = [...days].filter(within).sort((a, b) => a - b);
  if (ordered.length === 0) ordered.push(end);

  const started = (dataset?.events.get(plan.rollout?.event ?? 'start') ?? []).filter(({ area }) => area >= 0);
  return ordered.map((day, index) => {
    const before = index === 0 ? start - 1 : (ordered[index - 1] as Day);
    const since = (other: Day): boolean => other > before && other <= day;
    return {
      date: formatDate(day),
      batches: batches.filter((cohort) => since(parseDate(`${cohort}-01-01`) ?? Number.NaN)),
      starts: started.filter(({ date }) => since(date)).length,
      due: [...due].flatMap(([other, targets]) => (since(other) ? targets : [])),
      reports: reports.get(day) ?? 0,
    };
  });
}

/** The stop a date belongs to: the last one that is not after it, the first one before all of them. */
export function findStop(stops: readonly Stop[], date: IsoDate): number {
  const after = stops.findIndex((stop) => stop.date > date);
  return Math.max(0, (after < 0 ? stops.length : after) - 1);
}

/**
 * A stop's short name: `2021上`, `2021下` (`2021 H1`, `2021 H2`) at the end of a half-year, else its month `2021-05`, or
 * its day where that is not a month's last.
 */
export function labelStop(date: IsoDate, locale: 'zh' | 'en'): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const half = month === '06' && day === '30' ? 1 : month === '12' && day === '31' ? 2 : 0;
  if (half > 0) return locale === 'zh' ? `${year}${half === 1 ? '上' : '下'}` : `${year} H${half}`;
  const next = parseDate(date);
  const lastOfMonth = next !== undefined && formatDate(next + 1).endsWith('-01');
  return lastOfMonth ? `${year}-${month}` : date;
}

/** Reported figures by the day their period ends on, of indicators the plan knows. */
function countReports(plan: Plan, dataset: Dataset | null): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const { id } of plan.indicators) {
    const column = dataset?.observations.column(id);
    for (const [index, { end }] of (column?.periods ?? []).entries()) {
      const reported = column?.cells[index]?.status.reduce((sum, status) => sum + (status === CELL.reported ? 1 : 0), 0) ?? 0;
      if (reported > 0) counts.set(end, (counts.get(end) ?? 0) + reported);
    }
  }
  return counts;
}

/** Targets by the day they fall due on; what is checked again and again has no day of its own. */
function listDueDays({ targets }: Plan): Map<Day, string[]> {
  const days = new Map<Day, string[]>();
  for (const { id, schedule } of targets) {
    const day = schedule.kind === 'by' ? parseDate(schedule.date) : undefined;
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), id]);
  }
  return days;
}

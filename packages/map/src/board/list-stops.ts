import { CELL, cohortYear, declaredYears, formatDate, listWindows, parseDate, partOfYear, yearsOf } from '@guatu/core';
import type { Dataset, Day, OwnYears, Period, Plan } from '@guatu/core';
import type { Stop } from './stop.js';

/**
 * The dates at which a board changes within the plan: where the period of a reported figure ends, where a target falls
 * due or a window of a repeated one closes, and the last day of a batch's year. Daily events add none of their own; they count towards the stop after them.
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
  const yearOf = (cohort: string): Period | undefined => cohortYear(cohort, declaredYears(plan));
  const days = new Set([
    ...reports.keys(),
    ...due.keys(),
    ...listWindowEnds(plan),
    ...batches.map((cohort) => yearOf(cohort)?.end ?? Number.NaN),
  ]);
  const ordered = [...days].filter(within).sort((a, b) => a - b);
  if (ordered.length === 0) ordered.push(end);

  const years = yearsOf(plan);
  const started = (dataset?.events.get(plan.rollout?.event ?? 'start') ?? []).filter(({ area }) => area >= 0);
  return ordered.map((day, index) => {
    const before = index === 0 ? start - 1 : (ordered[index - 1] as Day);
    const since = (other: Day): boolean => other > before && other <= day;
    return {
      date: formatDate(day),
      ...quarterEnding(years, day),
      batches: batches.filter((cohort) => since(yearOf(cohort)?.start ?? Number.NaN)),
      starts: started.filter(({ date }) => since(date)).length,
      due: [...due].flatMap(([other, targets]) => (since(other) ? targets : [])),
      reports: reports.get(day) ?? 0,
    };
  });
}

/** The quarter of a plan's own years that ends on a day, where one does. */
function quarterEnding(years: OwnYears, day: Day): Pick<Stop, 'quarter'> {
  if (years.month === 1 && years.day === 1) return {};
  const { text, end } = partOfYear(years, 'quarter', day);
  return end === day ? { quarter: text } : {};
}

/** Reported figures by the day their period ends on, of indicators the plan knows. */
function countReports(plan: Plan, dataset: Dataset | null): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const { id } of plan.indicators) {
    const column = dataset?.observations.column(id);
    for (const [index, { end }] of (column?.periods ?? []).entries()) {
      const reported =
        column?.cells[index]?.status.reduce((sum, status) => sum + (status === CELL.reported ? 1 : 0), 0) ?? 0;
      if (reported > 0) counts.set(end, (counts.get(end) ?? 0) + reported);
    }
  }
  return counts;
}

/** The days on which a window of a target that is judged year by year, or more often, closes. */
function listWindowEnds(plan: Plan): readonly Day[] {
  return plan.targets.flatMap(({ schedule }) => {
    const last = parseDate(('to' in schedule ? schedule.to : undefined) ?? plan.end) ?? Number.NaN;
    return listWindows(plan, schedule).flatMap(({ end }) => (end <= last ? end : []));
  });
}

/** Targets by the day they fall due on; the windows of repeated ones are stops without a count. */
function listDueDays({ targets }: Plan): Map<Day, string[]> {
  const days = new Map<Day, string[]>();
  for (const { id, schedule } of targets) {
    const day = schedule.kind === 'by' ? parseDate(schedule.date) : undefined;
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), id]);
  }
  return days;
}

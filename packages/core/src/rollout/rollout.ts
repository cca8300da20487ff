import type { Area, Roster } from '../area/area.js';
import { inheritDays } from '../area/succession.js';
import { addUp } from '../area/add-up.js';
import { columnsOfRoster, existsOn } from '../area/roster-columns.js';
import type { AreaRollout, RolloutState, RolloutTotals } from '../result/evaluation.js';
import type { Dataset } from '../observation/dataset.js';
import type { OwnYears } from '../period/own-year.js';
import { formatDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { cohortYear } from '../period/read-period.js';
import { declaredYears } from '../plan/plan-years.js';
import type { Plan } from '../plan/plan.js';

/** Rollout of every area at one moment, by row of the roster. */
export interface Rollout {
  at(area: number): AreaRollout;
  totals(area: number): RolloutTotals;
}

/** Earliest reported start of each area, by row, or what it was merged from; NaN where none was reported. */
function reportedStarts(plan: Plan, dataset: Dataset): Float64Array {
  const starts = new Float64Array(dataset.roster.areas.length).fill(Number.NaN);
  for (const event of dataset.events.get(startEvent(plan)) ?? []) {
    if (event.area < 0) continue;
    const known = starts[event.area] ?? Number.NaN;
    if (!(known <= event.date)) starts[event.area] = event.date;
  }
  inheritDays(starts, dataset.roster);
  return starts;
}

/** Whether the plan's batches are of areas like this one; a year in the row of another says nothing. */
export function isOfRollout({ rollout }: Plan, { level, kind }: Pick<Area, 'level' | 'kind'>): boolean {
  if (!rollout) return true;
  return level === rollout.level && (rollout.kind === undefined || kind === rollout.kind);
}

function startEvent({ rollout }: Plan): string {
  return rollout?.event ?? 'start';
}

/**
 * State of every area at a day: `planned` before the first day of its cohort's year, `due` in that
 * year, `started` from its reported start, after the year without one `late`, or `unreported` where no start at all is
 * on file. An area that did not exist on the day is outside the rollout: a merged village counts once; so is
 * one of another level or kind than the plan's batches are of.
 *
 * @param dataset - as it was on the day.
 */
export function evaluateRollout(plan: Plan, dataset: Dataset, asOf: Day): Rollout {
  const { roster } = dataset;
  const starts = reportedStarts(plan, dataset);
  const columns = columnsOfRoster(roster);
  const reported = dataset.events.has(startEvent(plan));
  const overdue = reported ? 'late' : 'unreported';
  const years = new Map<string, CohortYear>();
  const own = declaredYears(plan);
  const states = roster.areas.map((area, row): RolloutState => {
    if (!existsOn(columns, row, asOf) || !isOfRollout(plan, area)) return 'none';
    let year = years.get(area.rollout);
    if (!year) years.set(area.rollout, (year = yearOf(area.rollout, own)));
    return stateAt(asOf, year, starts[row] ?? Number.NaN) ?? overdue;
  });
  const sums = sumStates(roster, states);
  return {
    at: (area) => {
      const state = states[area] ?? 'none';
      const start = starts[area] ?? Number.NaN;
      return {
        cohort: roster.areas[area]?.rollout ?? '',
        state,
        startedOn: state === 'started' ? formatDate(start) : null,
      };
    },
    totals: (area) => ({
      started: sums.started[area] ?? 0,
      late: sums.late[area] ?? 0,
      unreported: sums.unreported[area] ?? 0,
      total: sums.total[area] ?? 0,
      startsReported: reported,
    }),
  };
}

/** First and last day of a cohort's year; NaN outside the rollout. */
interface CohortYear {
  readonly begin: Day;
  readonly end: Day;
}

function yearOf(cohort: string, years: OwnYears | undefined): CohortYear {
  const { start: begin = Number.NaN, end = Number.NaN } = cohortYear(cohort, years) ?? {};
  return { begin, end };
}

/** Nothing once its year is over without a start. */
function stateAt(asOf: Day, { begin, end }: CohortYear, start: Day): RolloutState | undefined {
  if (Number.isNaN(begin)) return 'none';
  if (start <= asOf) return 'started';
  if (asOf < begin) return 'planned';
  return asOf <= end ? 'due' : undefined;
}

/** Areas in each state at or below every row; parents stand before their children. */
function sumStates(roster: Roster, states: readonly RolloutState[]) {
  const sumOf = (counts: (state: RolloutState) => boolean): Int32Array => {
    const sums = Int32Array.from(states, (state) => (counts(state) ? 1 : 0));
    addUp(sums, roster.parents);
    return sums;
  };
  return {
    started: sumOf((state) => state === 'started'),
    late: sumOf((state) => state === 'late'),
    unreported: sumOf((state) => state === 'unreported'),
    total: sumOf((state) => state !== 'none'),
  };
}

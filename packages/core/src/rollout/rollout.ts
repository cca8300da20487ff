import type { Roster } from '../area/area.js';
import { inheritDays } from '../area/succession.js';
import type { AreaRollout, RolloutState, RolloutTotals } from '../evaluate/evaluation.js';
import type { Dataset } from '../observation/dataset.js';
import { formatDate, parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { Plan } from '../plan/plan.js';

/** Rollout of every area at one moment, by row of the roster. */
export interface Rollout {
  at(area: number): AreaRollout;
  totals(area: number): RolloutTotals;
}

/** Day the clock of a cohort starts: 1 January of its year; NaN outside the rollout. */
export function cohortStart(cohort: string): Day {
  return parseDate(`${cohort}-01-01`) ?? Number.NaN;
}

/** Earliest reported start of each area, by row, or what it was merged from; NaN where none was reported. */
export function reportedStarts(plan: Plan, dataset: Dataset): Float64Array {
  const starts = new Float64Array(dataset.roster.areas.length).fill(Number.NaN);
  for (const event of dataset.events.get(plan.rollout?.event ?? 'start') ?? []) {
    if (event.area < 0) continue;
    const known = starts[event.area] ?? Number.NaN;
    if (!(known <= event.date)) starts[event.area] = event.date;
  }
  inheritDays(starts, dataset.roster);
  return starts;
}

/**
 * State of every area at a day: `planned` before 1 January of its cohort's year, `due` in that
 * year, `started` from its reported start, `late` after the year without one. An area that did not exist on the day is
 * outside the rollout: a merged village counts once.
 */
export function evaluateRollout(plan: Plan, dataset: Dataset, asOf: Day): Rollout {
  const { roster } = dataset;
  const starts = reportedStarts(plan, dataset);
  const years = new Map<string, CohortYear>();
  const states = roster.areas.map(({ rollout, validFrom, validTo }, area): RolloutState => {
    const exists = !(asOf < (parseDate(validFrom) ?? asOf)) && !(asOf > (parseDate(validTo) ?? asOf));
    if (!exists) return 'none';
    let year = years.get(rollout);
    if (!year) years.set(rollout, (year = yearOf(rollout)));
    return stateAt(asOf, year, starts[area] ?? Number.NaN);
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
      total: sums.total[area] ?? 0,
    }),
  };
}

/** First and last day of a cohort's year; NaN outside the rollout. */
interface CohortYear {
  readonly begin: Day;
  readonly end: Day;
}

function yearOf(cohort: string): CohortYear {
  const begin = cohortStart(cohort);
  return { begin, end: Number.isNaN(begin) ? begin : begin + daysInYear(begin) - 1 };
}

function stateAt(asOf: Day, { begin, end }: CohortYear, start: Day): RolloutState {
  if (Number.isNaN(begin)) return 'none';
  if (start <= asOf) return 'started';
  if (asOf < begin) return 'planned';
  return asOf <= end ? 'due' : 'late';
}

function daysInYear(january1: Day): number {
  const year = Number(formatDate(january1).slice(0, 4));
  return (parseDate(`${year + 1}-01-01`) ?? january1 + 365) - january1;
}

function sumStates(roster: Roster, states: readonly RolloutState[]) {
  const started = new Int32Array(states.length);
  const late = new Int32Array(states.length);
  const total = new Int32Array(states.length);
  for (let area = states.length - 1; area >= 0; area--) {
    const state = states[area];
    if (state !== 'none') total[area] = (total[area] ?? 0) + 1;
    if (state === 'started') started[area] = (started[area] ?? 0) + 1;
    if (state === 'late') late[area] = (late[area] ?? 0) + 1;
    const parent = roster.parents[area] ?? -1;
    if (parent < 0) continue;
    started[parent] = (started[parent] ?? 0) + (started[area] ?? 0);
    late[parent] = (late[parent] ?? 0) + (late[area] ?? 0);
    total[parent] = (total[parent] ?? 0) + (total[area] ?? 0);
  }
  return { started, late, total };
}

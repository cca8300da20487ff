import type { Evaluation } from '../result/evaluation.js';
import { partOfYear, partsBetween } from '../period/own-year.js';
import { formatDate, parseDate } from '../period/period.js';
import type { IsoDate, Period } from '../period/period.js';
import { yearsOf } from '../plan/plan-years.js';
import type { Plan } from '../plan/plan.js';

type PlanSpan = Pick<Plan, 'calendar' | 'start' | 'end'>;

/**
 * Last days of the half-years of a plan, up to a day: when the half-yearly ranking is held.
 *
 * @example listHalfYearEnds({ start: '2020-01-01', end: '2022-12-31' }, '2021-07-01')
 * // ['2020-06-30', '2020-12-31', '2021-06-30']
 */
export function listHalfYearEnds(plan: PlanSpan, upTo: IsoDate = plan.end): readonly IsoDate[] {
  const last = upTo < plan.end ? upTo : plan.end;
  const [from, to] = [parseDate(plan.start), parseDate(last)];
  if (from === undefined || to === undefined) return [];
  return partsBetween(yearsOf(plan), 'half', from, to)
    .filter(({ end }) => end <= to)
    .map(({ end }) => formatDate(end));
}

/** `2021-H1` for the last day of a half-year, else the date itself. */
export function roundLabel(plan: PlanSpan, asOf: IsoDate): string {
  const half = halfOf(plan, asOf);
  return half && formatDate(half.end) === asOf ? half.text : asOf;
}

function halfOf(plan: PlanSpan, asOf: IsoDate): Period | undefined {
  const day = parseDate(asOf);
  return day === undefined ? undefined : partOfYear(yearsOf(plan), 'half', day);
}

/** Whether a round counts: a half-year that had begun before the plan was issued is shown, not judged. */
export function isRoundJudged({ plan, asOf }: Evaluation): boolean {
  const issued = plan.document?.issuedOn;
  const issuedOn = issued === undefined ? undefined : parseDate(issued);
  const half = halfOf(plan, asOf);
  return half === undefined || issuedOn === undefined || half.start >= issuedOn;
}

import type { Evaluation } from '../result/evaluation.js';
import { parsePeriod } from '../period/period.js';
import type { Plan } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';

/**
 * Last days of the half-years of a plan, up to a day: when the half-yearly ranking is held.
 *
 * @example listHalfYearEnds({ start: '2020-01-01', end: '2022-12-31' }, '2021-07-01')
 * // ['2020-06-30', '2020-12-31', '2021-06-30']
 */
export function listHalfYearEnds({ start, end }: Pick<Plan, 'start' | 'end'>, upTo: IsoDate = end): readonly IsoDate[] {
  const last = upTo < end ? upTo : end;
  const dates: IsoDate[] = [];
  for (let year = Number(start.slice(0, 4)); `${year}` <= last.slice(0, 4); year++) {
    dates.push(`${year}-06-30`, `${year}-12-31`);
  }
  return dates.filter((date) => date >= start && date <= last);
}

/** `2021-H1` for the last day of a half-year, else the date itself. */
export function roundLabel(asOf: IsoDate): string {
  const year = asOf.slice(0, 4);
  if (asOf.endsWith('-06-30')) return `${year}-H1`;
  return asOf.endsWith('-12-31') ? `${year}-H2` : asOf;
}

/** Whether a round counts: a half-year that had begun before the plan was issued is shown, not judged. */
export function isRoundJudged({ plan, asOf }: Evaluation): boolean {
  const issued = plan.document?.issuedOn;
  const half = parsePeriod(`${asOf.slice(0, 4)}-${asOf.slice(5, 7) <= '06' ? 'H1' : 'H2'}`);
  const issuedOn = issued === undefined ? undefined : parsePeriod(issued)?.start;
  return half === undefined || issuedOn === undefined || half.start >= issuedOn;
}

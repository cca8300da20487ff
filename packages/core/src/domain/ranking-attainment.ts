import { criterionKind, isJudging, isUpward, markOf } from '../criterion/index.js';
import { downward, drawnOf, upward } from '../criterion/ratio.js';
import { traitsOf } from '../measure/index.js';
import type { Evaluation } from '../result/evaluation.js';
import { NOTHING_ASKED } from '../result/owing.js';
import type { Result } from '../result/result.js';
import { parseDate } from '../period/period.js';
import type { OwnYears } from '../period/own-year.js';
import { readPeriod } from '../period/read-period.js';
import { yearsOf } from '../plan/plan-years.js';
import { isHigherBetter } from '../plan/grade-order.js';
import type { Indicator, Plan, Schedule, Target } from '../plan/plan.js';
import type { RankedTarget } from '../result/domain-attainment.js';

/** A figure and what it is held against, before they are divided. */
interface Terms {
  readonly figure: number | null;
  readonly required: number;
  /** Passing out of known: more is better, whatever is asked of each. */
  readonly tallied?: true;
}

/**
 * A target's ranking attainment at one area: its own figure ÷ what is required, capped at 1.
 *
 * Formed from the area's own value in the task table, from its own report where it owes the target, or from the members
 * within it where a percentage is required (a rate, a share, every, all of; none left counts as zero percent). Members
 * are areas and entries of a register. Sums of the county stay out, and so do cases and problems, which are events: one
 * of them would weigh as much as all the villages of a township. Unknown members leave the figure. While a target runs,
 * an older level counts; once due, only the due figure does.
 *
 * @returns `undefined` where the target cannot be formed at this area, which costs it nothing; an attainment of `null`
 *   where it can and nobody reported, which counts against its completeness.
 */
export function rankTarget(evaluation: Evaluation, target: Target, row: number): RankedTarget | undefined {
  if (!isJudging(target.criterion)) return undefined;
  const evaluated = evaluation.target(target.id);
  if (!evaluated.concerns(row)) return undefined;
  const result = evaluated.at(row);
  const nobody = result.completeness.total === 0 && result.figure === null;
  if (NOTHING_ASKED.has(result.verdict) || nobody) return undefined;
  const terms = termsOf(evaluation, target, result, row);
  if (!terms) return undefined;
  const { required, tallied: isShare = false } = terms;
  const figure = isUsable(evaluation, target, result) ? terms.figure : null;
  const attainment =
    figure === null
      ? null
      : isShare
        ? drawnOf(upward(required, figure))
        : attainmentOf(evaluation.plan, target, figure, required);
  return { target: target.id, figure, required, unit: result.unit, attainment };
}

function termsOf(evaluation: Evaluation, target: Target, result: Result, row: number): Terms | undefined {
  const { scope, measure, criterion } = target;
  const { figure, required, unit } = result;
  if (ownValue(evaluation, target, row, required)) return owned(target, result);
  if (scope.owes.level === result.level) return owned(target, result);
  if (isTallied(evaluation, target, row)) return tallied(target, result);
  const traits = traitsOf(measure);
  if (!traits.isRanked) return undefined;
  if (traits.countsDown && criterionKind(criterion).clears) return { figure, required: 0 };
  if (result.denominator === 0) return undefined;
  if (traits.takes === 'pair' && criterionKind(criterion).againstReference) {
    return { figure: result.numerator, required: result.denominator ?? 0 };
  }
  if (unit !== '%' && unit !== '‰') return undefined;
  const asked = required ?? ('unit' in criterion ? markOf(criterion)?.value : undefined);
  return asked === undefined ? undefined : { figure: amongKnown(result), required: asked };
}

/** Whether the pass mark of the row is its own one of the task table. */
function ownValue({ dataset }: Evaluation, { scope }: Target, row: number, required: number | null): boolean {
  return (scope.values ?? []).some(({ area, value }) => value === required && dataset.roster.indexOf(area) === row);
}

/** An area that owes the target itself: its figure and its pass mark. */
function owned({ measure }: Target, result: Result): Terms | undefined {
  const { required, denominator, bounds } = result;
  if (required === null || denominator === 0) return undefined;
  if (traitsOf(measure).ofItems && required === denominator) {
    const unknown = bounds === null ? 0 : bounds[1] - bounds[0];
    return { figure: result.figure, required: required - unknown };
  }
  return { figure: amongKnown(result), required };
}

/** Whether the row stands above areas that owe the target and are counted: passing out of known. */
function isTallied({ dataset }: Evaluation, { scope }: Target, row: number): boolean {
  const counted = scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas';
  return counted && DEPTH[scope.owes.level] > DEPTH[dataset.roster.areas[row]?.level ?? 'village'];
}

const DEPTH = { county: 0, township: 1, village: 2 } as const;

function tallied({ scope }: Target, { numerator, completeness }: Result): Terms {
  const required = scope.rollUp === 'allOf' ? 100 : (scope.requiredShare ?? 100);
  const known = completeness.reported;
  return { figure: known === 0 || numerator === null ? null : (100 * numerator) / known, required, tallied: true };
}

/** A share over the members that are known; whatever else is answered as it is. */
function amongKnown({ figure, numerator, denominator, bounds, unit }: Result): number | null {
  const whole = unit === '%' ? 100 : unit === '‰' ? 1000 : 0;
  if (figure === null || bounds === null || whole === 0 || numerator === null || denominator === null) return figure;
  const known = denominator - Math.round(((bounds[1] - bounds[0]) / whole) * denominator);
  return known <= 0 ? null : (whole * numerator) / known;
}

/** Whether a figure counts on the day: no error, and no older level once the window is over. */
export function isUsable({ asOf, plan }: Evaluation, { schedule }: Target, result: Result): boolean {
  if (result.verdict === 'dataError') return false;
  return !result.stale || !isDue(yearsOf(plan), schedule, result.periods, asOf);
}

/** Whether the window described on a day has come to its end, so that no older level may stand in. */
function isDue(years: OwnYears, schedule: Schedule, periods: Result['periods'], asOf: string): boolean {
  if (schedule.kind === 'by') return asOf >= schedule.date;
  if (schedule.kind === 'standing') return true;
  const day = parseDate(asOf) ?? Number.NaN;
  const begun = periods.flatMap(({ period }) => readPeriod(period, years) ?? []).filter(({ start }) => start <= day);
  return (begun.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= day;
}

/** figure ÷ required, or required ÷ figure where less is better; 1 at most, 0 at least. A grade is reached or not. */
function attainmentOf(plan: Plan, { criterion, measure }: Target, figure: number, required: number): number {
  const find = (id: string): Indicator | undefined => plan.indicators.find((indicator) => indicator.id === id);
  const { direction, includesMark } = criterionKind(criterion);
  const more = isUpward(criterion, isHigherBetter(find, measure)) === true;
  if (direction === 'grade') return Number(more ? figure >= required : figure <= required);
  if (!more) return drawnOf(downward(required, figure));
  return required > 0
    ? drawnOf(upward(required, figure))
    : Number(includesMark ? figure >= required : figure > required);
}

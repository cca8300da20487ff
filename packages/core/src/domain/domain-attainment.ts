import { isJudging } from '../criterion/index.js';
import { reportingLevel, traitsOf } from '../measure/index.js';
import type { MeasureTraits } from '../measure/measure-kind.js';
import type { Evaluation } from '../result/evaluation.js';
import { NOTHING_ASKED } from '../result/owing.js';
import type { Result } from '../result/result.js';
import type { Target } from '../plan/plan.js';
import { isUsable, rankTarget } from './ranking-attainment.js';
import type { DomainAttainment, RankedTarget } from '../result/domain-attainment.js';

/**
 * How far one area is with one domain: the mean over the domain's targets that ask something of the area itself of its
 * own figure ÷ what is asked, each capped at 1.
 *
 * Above the villages that is the ranking attainment, formed as `rankTarget` forms it. A village answers for what it owes
 * and for the predicates it is a member of; a percentage the county owes asks nothing of one village. Targets without
 * data leave the mean, and `completeness` says how many did; they never count as zero.
 *
 * @returns an attainment of `null` where no target has data; `total` 0 where the domain asks nothing of the area
 * @throws RangeError for a domain the plan does not have
 */
export function attainDomain(evaluation: Evaluation, domain: string, row: number): DomainAttainment {
  const { plan, dataset } = evaluation;
  if (!plan.domains.some(({ id }) => id === domain)) throw new RangeError(`unknown domain: ${domain}`);
  const village = dataset.roster.areas[row]?.level === 'village';
  const targets = plan.targets
    .filter((target) => target.domain === domain)
    .flatMap(
      (target) => (village ? formAtVillage(evaluation, target, row) : rankTarget(evaluation, target, row)) ?? [],
    );
  const known = targets.flatMap(({ attainment }) => attainment ?? []);
  return {
    domain,
    attainment: known.length === 0 ? null : meanOf(known),
    completeness: { reported: known.length, total: targets.length },
    targets,
  };
}

function formAtVillage(evaluation: Evaluation, target: Target, row: number): RankedTarget | undefined {
  const { measure } = target;
  if (target.scope.owes.level === 'village') return rankTarget(evaluation, target, row);
  if (!('predicate' in measure) || reportingLevel(target) !== 'village' || !isJudging(target.criterion))
    return undefined;
  const evaluated = evaluation.target(target.id);
  if (!evaluated.concerns(row)) return undefined;
  const result = evaluated.at(row);
  if (NOTHING_ASKED.has(result.verdict) || result.completeness.total === 0) return undefined;
  const attainment = isUsable(evaluation, target, result) ? progressOf(traitsOf(measure), result) : null;
  const { memberFigure, memberRequired, memberUnit } = result;
  return {
    target: target.id,
    figure: memberFigure ?? result.figure,
    required: memberRequired ?? 1,
    unit: memberUnit ?? '',
    attainment,
  };
}

/** A member of what is to be cleared has arrived once it no longer meets the predicate. */
function progressOf({ countsDown }: MeasureTraits, { figure, memberProgress }: Result): number | null {
  if (countsDown) return figure === null ? null : Number(figure === 0);
  return memberProgress ?? figure;
}

/** Mean that does not depend on the order of its terms. */
function meanOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}

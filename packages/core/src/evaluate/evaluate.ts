import type { Dataset } from '../observation/dataset.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { Plan } from '../plan/plan.js';
import { attainDomain } from '../ranking/domain-attainment.js';
import type { DomainAttainment } from '../ranking/ranking.js';
import { evaluateRollout } from '../rollout/rollout.js';
import type { Rollout } from '../rollout/rollout.js';
import { checkData } from './check-data.js';
import type { EvaluationContext } from './context.js';
import type { EvaluateOptions, Evaluation, TargetEvaluation } from './evaluation.js';
import { columnsOfRoster } from './roster-columns.js';
import { evaluateTarget } from './target-evaluation.js';

/**
 * Evaluates a plan against its data at one moment.
 *
 * Nothing is computed until asked for: a target is evaluated over all areas on its first use.
 * Bad data never throws; it is in `diagnostics`.
 *
 * @throws RangeError when `asOf` or `knownOn` is not a date, the only programmer's errors here.
 * @example
 * const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });
 * evaluation.target('toilets').at(dataset.roster.indexOf('620321000000')).verdict;
 */
export function evaluate(plan: Plan, dataset: Dataset, options: EvaluateOptions): Evaluation {
  const context = createContext(plan, dataset, options);
  const evaluated = new Map<string, TargetEvaluation>();
  const domains = new Map<string, Map<number, DomainAttainment>>();
  let diagnostics: Evaluation['diagnostics'] | undefined;
  const evaluation: Evaluation = {
    plan,
    dataset,
    asOf: options.asOf,
    knownOn: options.knownOn ?? null,
    lightRule: context.lightRule,
    get diagnostics() {
      return (diagnostics ??= [...dataset.diagnostics, ...checkData(context)]);
    },
    rollout: (area) => context.rollout().at(area),
    rolloutTotals: (area) => context.rollout().totals(area),
    target(id) {
      const known = evaluated.get(id);
      if (known) return known;
      const target = context.targets.get(id);
      if (!target) throw new RangeError(`unknown target: ${id}`);
      const fresh = evaluateTarget(context, target);
      evaluated.set(id, fresh);
      return fresh;
    },
    domain(id, area) {
      const rows = domains.get(id) ?? new Map<number, DomainAttainment>();
      domains.set(id, rows);
      const fresh = rows.get(area) ?? attainDomain(evaluation, id, area);
      rows.set(area, fresh);
      return fresh;
    },
  };
  return evaluation;
}

function createContext(plan: Plan, dataset: Dataset, options: EvaluateOptions): EvaluationContext {
  const asOf = requireDate('asOf', options.asOf);
  const issued = plan.document?.issuedOn;
  let rollout: Rollout | undefined;
  return {
    plan,
    dataset,
    roster: dataset.roster,
    observations:
      options.knownOn === undefined
        ? dataset.observations
        : dataset.observations.knownOn(requireDate('knownOn', options.knownOn)),
    asOf,
    planStart: requireDate('plan.start', plan.start),
    planEnd: requireDate('plan.end', plan.end),
    issuedOn: issued === undefined ? Number.NaN : (parseDate(issued) ?? Number.NaN),
    lightRule: options.light ?? plan.light ?? { preset: 'points' },
    progressMethod: options.progressMethod ?? null,
    indicators: new Map(plan.indicators.map((indicator) => [indicator.id, indicator])),
    targets: new Map(plan.targets.map((target) => [target.id, target])),
    rollout: () => (rollout ??= evaluateRollout(plan, dataset, asOf)),
    columns: columnsOfRoster(dataset.roster),
    members: new Map(),
  };
}

function requireDate(name: string, text: string): Day {
  const day = parseDate(text);
  if (day === undefined) throw new RangeError(`${name}: expected a date like 2021-12-31, got "${text}"`);
  return day;
}

import type { Dataset } from '../observation/dataset.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { Plan, Target } from '../plan/plan.js';
import { attainDomain } from '../domain/domain-attainment.js';
import type { DomainAttainment } from '../result/domain-attainment.js';
import { evaluateRollout } from '../rollout/rollout.js';
import type { Rollout } from '../rollout/rollout.js';
import { datasetAsOf, observationsAsOf } from '../observation/as-of.js';
import { checkData } from './check-data.js';
import { indicatorsOf } from '../measure/index.js';
import type { EvaluationContext } from '../compile/context.js';
import type { EvaluateOptions, Evaluation } from '../result/evaluation.js';
import { declaredYears, yearsOf } from '../plan/plan-years.js';
import { offerColumns, REPLACED, takeColumns } from '../onepass/replaced-columns.js';
import type { PlainColumns } from '../compile/plain-columns.js';
import { createUnitLookup } from '../plan/plan-units.js';
import { columnsOfRoster, existsOn } from '../area/roster-columns.js';
import { evaluateTarget } from './target-evaluation.js';
import type { LiveTarget } from './target-evaluation.js';
import { lineChange } from '../onepass/update-target.js';

/**
 * Evaluates a plan against its data at one moment.
 *
 * Nothing is computed until asked for: a target is evaluated over all areas on its first use.
 * Bad data never throws; it is in `diagnostics`.
 *
 * @throws RangeError when `asOf` or `knownOn` is not a date, or `replaces` was replaced before: the only programmer's errors here.
 * @example
 * const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });
 * evaluation.target('toilets').at(dataset.roster.indexOf('620321000000')).verdict;
 */
export function evaluate(plan: Plan, dataset: Dataset, given: EvaluateOptions): Evaluation {
  // what is replaced is not kept, or a play through dates would keep all evaluations it ever made
  const { replaces, ...options } = given;
  const spare: PlainColumns[] = [];
  let context = createContext(plan, dataset, options, spare);
  if (replaces) for (const columns of takeColumns(replaces)) spare.push(columns);
  const live = new Map<string, LiveTarget>();
  const domains = new Map<string, Map<number, DomainAttainment>>();
  let diagnostics: Evaluation['diagnostics'] | undefined;
  let replaced = false;
  const requireUnreplaced = (): void => {
    if (replaced) throw new Error(REPLACED);
  };
  const evaluation: Evaluation = {
    plan,
    dataset,
    asOf: options.asOf,
    knownOn: options.knownOn ?? null,
    lightRule: context.lightRule,
    get diagnostics() {
      return (diagnostics ??= [...dataset.diagnostics, ...checkData(context)]);
    },
    exists: (area) => existsOn(context.columns, area, context.asOf),
    rollout: (area) => context.rollout().at(area),
    rolloutTotals: (area) => context.rollout().totals(area),
    target(id) {
      requireUnreplaced();
      let known = live.get(id);
      if (!known) {
        const target = context.targets.get(id);
        if (!target) throw new RangeError(`unknown target: ${id}`);
        live.set(id, (known = evaluateTarget(context, target)));
      }
      return known.evaluation;
    },
    domain(id, area) {
      requireUnreplaced();
      const rows = domains.get(id) ?? new Map<number, DomainAttainment>();
      domains.set(id, rows);
      const fresh = rows.get(area) ?? attainDomain(evaluation, id, area);
      rows.set(area, fresh);
      return fresh;
    },
    update(applied) {
      requireUnreplaced();
      if (!applied.applied) return [];
      diagnostics = undefined;
      domains.clear();
      context.overTotals.clear();
      const reading = [...live.values()].filter((target) =>
        readsIndicator(plan, target.evaluation.target, applied.indicator),
      );
      if (options.knownOn !== undefined || applied.columnChanged) {
        // The view of a past day is another one now, and so is a column with a period or a scale it did not have.
        context = createContext(plan, dataset, options, spare);
        for (const target of options.knownOn === undefined ? reading : live.values()) target.renew(context);
      } else if (reading.length > 0) {
        const change = lineChange(context, applied);
        for (const target of reading) target.update(change);
      }
      return reading.map((target) => target.evaluation.target.id);
    },
  };
  offerColumns(evaluation, () => {
    replaced = true;
    return [...spare, ...[...live.values()].flatMap((target) => target.release() ?? [])];
  });
  return evaluation;
}

/** Whether a target's results may change with an indicator; parts of one total answer for each other. */
function readsIndicator(plan: Plan, target: Target, indicator: string): boolean {
  if (indicatorsOf(target.measure).includes(indicator)) return true;
  const { parent } = target;
  if (parent === undefined) return false;
  return plan.targets.some(
    (other) => (other.id === parent || other.parent === parent) && indicatorsOf(other.measure).includes(indicator),
  );
}

/** What all targets of one evaluation share; nothing of it is formed yet. */
export function createContext(
  plan: Plan,
  dataset: Dataset,
  options: EvaluateOptions,
  spare: PlainColumns[] = [],
): EvaluationContext {
  const asOf = requireDate('asOf', options.asOf);
  const issued = plan.document?.issuedOn;
  const { roster, observations: all } = dataset;
  const known = options.knownOn === undefined ? all : all.knownOn(requireDate('knownOn', options.knownOn));
  const onFile = { ...datasetAsOf(dataset, asOf), observations: known };
  const [planStart, planEnd] = [requireDate('plan.start', plan.start), requireDate('plan.end', plan.end)];
  let rollout: Rollout | undefined;
  return {
    plan,
    dataset: onFile,
    roster,
    observations: observationsAsOf(known, asOf),
    asOf,
    planStart,
    planEnd,
    yearStart: yearsOf(plan),
    issuedOn: issued === undefined ? Number.NaN : (parseDate(issued) ?? Number.NaN),
    lightRule: options.light ?? plan.light ?? { preset: 'points' },
    progressMethod: options.progressMethod ?? null,
    unitOf: createUnitLookup(plan.units),
    indicators: new Map(plan.indicators.map((indicator) => [indicator.id, indicator])),
    targets: new Map(plan.targets.map((target) => [target.id, target])),
    rollout: () => (rollout ??= evaluateRollout(plan, onFile, asOf)),
    columns: columnsOfRoster(roster, declaredYears(plan)),
    members: new Map(),
    overTotals: new Map(),
    series: new Map(),
    spare,
  };
}

function requireDate(name: string, text: string): Day {
  const day = parseDate(text);
  if (day === undefined) throw new RangeError(`${name}: expected a date like 2021-12-31, got "${text}"`);
  return day;
}

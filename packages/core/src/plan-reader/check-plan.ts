import { DIAGNOSTICS } from '../diagnostic/codes.js';
import type { Unit } from '../quantity/unit.js';
import { checkTarget } from './check-target.js';
import { checkParents } from './check-parents.js';
import { checkRollout } from './check-rollout.js';
import { checkSeries } from './check-series.js';
import { checkUnits } from './check-units.js';
import type { Domain, Indicator, Plan, Target } from '../plan/plan.js';
import type { UnitLookup } from '../plan/plan-units.js';
import { createUnitLookup } from '../plan/plan-units.js';
import type { CheckContext } from './plan-knowledge.js';
import type { PlanFinding } from './schema-issue.js';
import { unknownUnit } from './unknown-unit.js';

/** Checks what one schema cannot see: ids, references, units, dates. Refuses members, never the plan, but for its dates. */
export function checkPlan(plan: Plan, context: CheckContext): Plan | undefined {
  const { found } = context;
  if (plan.end < plan.start) {
    found.push({ code: 'plan-dates-order', path: ['end'], params: { from: plan.start, to: plan.end } });
    return undefined;
  }
  const domains = keepFirst('domains', plan.domains, context);
  const units = plan.units && checkUnits(plan.units, context);
  const unitOf = createUnitLookup(units, context.named('units'));
  const indicators = keepFirst('indicators', plan.indicators, context, (indicator, path) =>
    checkIndicator(indicator, path, unitOf),
  );
  const { rollout, ...rest } = plan;
  const batches = rollout && checkRollout(plan, rollout, found) ? rollout : undefined;
  const base = { ...rest, domains, indicators, ...(units && { units }), ...(batches && { rollout: batches }) };
  const knowledge = {
    plan: base,
    domains: new Map<string, Domain>(domains.map((domain) => [domain.id, domain])),
    indicators: new Map<string, Indicator>(indicators.map((indicator) => [indicator.id, indicator])),
    named: context.named,
    unitOf,
  };
  const indexOf = new Map<Target, number>();
  plan.targets.forEach((target, index) => indexOf.set(target, context.indices('targets', index)));
  const targets = keepFirst('targets', plan.targets, context, (target, path) => checkTarget(target, path, knowledge));
  const pathOf = (target: Target): readonly PropertyKey[] => ['targets', indexOf.get(target) ?? 0];
  checkSeries(targets, { pathOf, found, unitOf });
  return { ...base, targets: checkParents(targets, { ...knowledge, pathOf, found }) };
}

/** Keeps the first member of each id, as far as its own check finds nothing wrong. */
function keepFirst<T extends { readonly id: string }>(
  list: string,
  members: readonly T[],
  { indices, found }: CheckContext,
  check: (member: T, path: readonly PropertyKey[]) => readonly PlanFinding[] = () => [],
): readonly T[] {
  const first = new Map<string, number>();
  return members.filter((member, position) => {
    const index = indices(list, position);
    const before = first.get(member.id);
    if (before !== undefined) {
      found.push({
        code: 'plan-id-twice',
        path: [list, index, 'id'],
        params: { id: member.id, first: `${list}[${before}]` },
      });
      return false;
    }
    first.set(member.id, index);
    const wrong = check(member, [list, index]);
    for (const finding of wrong) found.push(finding);
    return !wrong.some(refuses);
  });
}

/** Warnings leave a member standing. */
function refuses({ code }: PlanFinding): boolean {
  return DIAGNOSTICS[code].severity === 'error';
}

function checkIndicator(
  indicator: Indicator,
  path: readonly PropertyKey[],
  unitOf: UnitLookup,
): readonly PlanFinding[] {
  if (indicator.type === 'grade' && indicator.best === indicator.worst) {
    return [{ code: 'plan-grade-ends', path, params: { got: indicator.best } }];
  }
  if (indicator.type !== 'quantity' && indicator.type !== 'ratio') return [];
  const unit = unitOf(indicator.unit);
  if (!unit) return [unknownUnit(indicator.unit, [...path, 'unit'], unitOf)];
  if (indicator.type === 'quantity') {
    if (unit.dimension !== 'share') return [];
    return [{ code: 'plan-unit-percent', path: [...path, 'unit'], params: { unit: indicator.unit } }];
  }
  if (indicator.denominatorUnit === undefined) return [];
  const below = unitOf(indicator.denominatorUnit);
  if (!below) return [unknownUnit(indicator.denominatorUnit, [...path, 'denominatorUnit'], unitOf)];
  return checkPart(indicator.part, unit, below, path);
}

function checkPart(
  part: boolean | undefined,
  unit: Unit,
  below: Unit,
  path: readonly PropertyKey[],
): readonly PlanFinding[] {
  if (part === false || unit.dimension === below.dimension) return [];
  return [
    {
      code: 'plan-ratio-dimensions',
      path: [...path, 'denominatorUnit'],
      params: { unit: unit.name, denominatorUnit: below.name },
    },
  ];
}

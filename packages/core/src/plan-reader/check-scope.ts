import { depthOf, KINDS } from '../area/level.js';
import { measureKind, traitsOf } from '../measure/index.js';
import type { Plan, Target } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';

/** What is wrong with who owes a target and whose reports make its figure. */
export function* checkScope({ scope, measure }: Target, { rollout }: Pick<Plan, 'rollout'>): Iterable<PlanFinding> {
  const { owes, from, rollUp, members, values } = scope;
  const source = from ?? owes.level;
  if (depthOf(source) < depthOf(owes.level)) {
    yield { code: 'plan-scope-from', path: ['scope', 'from'], params: { from: source, owes: owes.level } };
  }
  if (owes.kind !== undefined && !KINDS[owes.level].includes(owes.kind)) {
    yield { code: 'plan-scope-kind', path: ['scope', 'owes', 'kind'], params: { kind: owes.kind, level: owes.level } };
  }
  const memberLevel = from ?? ('predicate' in measure ? 'village' : owes.level);
  if (members?.kind !== undefined && !KINDS[memberLevel].includes(members.kind)) {
    const params = { kind: members.kind, level: memberLevel };
    yield { code: 'plan-scope-kind', path: ['scope', 'members', 'kind'], params };
  }
  const cohort = members?.cohort;
  if (cohort !== undefined && !rollout?.batches.some((batch) => batch.cohort === cohort)) {
    yield { code: 'plan-scope-cohort', path: ['scope', 'members', 'cohort'], params: { cohort } };
  }
  if (measureKind(measure).forbiddenRollUps.includes(rollUp)) {
    yield { code: 'plan-scope-roll-up', path: ['scope', 'rollUp'], params: { rollUp, measure: measure.kind } };
  }
  if (traitsOf(measure).isMean && rollUp === 'ratioOfSums') {
    yield { code: 'plan-scope-mean', path: ['scope', 'rollUp'], params: { rollUp } };
  }
  if (scope.requiredShare !== undefined && rollUp !== 'shareOfAreas') {
    yield { code: 'plan-required-share', path: ['scope', 'requiredShare'], params: { rollUp } };
  }
  const seen = new Map<string, number>();
  for (const [index, { area, period = '' }] of (values ?? []).entries()) {
    const first = seen.get(`${area} ${period}`);
    seen.set(`${area} ${period}`, first ?? index);
    if (first === undefined) continue;
    yield { code: 'plan-value-twice', path: ['scope', 'values', index], params: { area, first: `values[${first}]` } };
  }
}

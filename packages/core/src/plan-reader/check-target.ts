import { checkCriterion } from './check-criterion.js';
import { checkMeasure } from './check-measure.js';
import { checkPeriods } from './check-periods.js';
import { checkScope } from './check-scope.js';
import type { Plan, Schedule, Target } from '../plan/plan.js';
import type { PlanKnowledge } from './plan-knowledge.js';
import type { PlanFinding } from './schema-issue.js';
import { checkBaseline } from './unknown-unit.js';

/** Everything wrong with one target, apart from its form. */
export function checkTarget(
  target: Target,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): readonly PlanFinding[] {
  return [...findings(target, knowledge)].map((finding) => ({ ...finding, path: [...path, ...finding.path] }));
}

function* findings(target: Target, knowledge: PlanKnowledge): Iterable<PlanFinding> {
  const { plan, domains, named } = knowledge;
  if (!domains.has(target.domain)) {
    const code = named('domains').has(target.domain) ? 'plan-domain-refused' : 'plan-domain-unknown';
    yield { code, path: ['domain'], params: { domain: target.domain } };
  }
  const wrong = [...checkMeasure(target.measure, ['measure'], knowledge)];
  yield* wrong;
  // A criterion is held against the measure only where the measure itself can stand.
  if (wrong.length === 0) yield* checkCriterion(target, knowledge);
  yield* checkSchedule(target.schedule, plan);
  yield* checkPeriods(target, plan);
  yield* checkScope(target, plan);
  if (target.baseline) yield* checkBaseline(target.baseline, ['baseline'], knowledge.unitOf);
  if (target.clock === 'rollout' && !plan.rollout) yield { code: 'plan-clock', path: ['clock'] };
  if (target.progressFrom === 'baseline' && !target.baseline && !('baseline' in target.measure)) {
    yield { code: 'plan-progress-baseline', path: ['progressFrom'] };
  }
}

function* checkSchedule(schedule: Schedule, { start, end }: Pick<Plan, 'start' | 'end'>): Iterable<PlanFinding> {
  const path = ['schedule'];
  if (schedule.kind === 'standing') return;
  const dates = schedule.kind === 'by' ? { date: schedule.date } : { from: schedule.from, to: schedule.to };
  for (const [key, date] of Object.entries(dates)) {
    if (date === undefined || (start <= date && date <= end)) continue;
    yield { code: 'plan-date-outside', path: [...path, key], params: { got: date, start, end } };
  }
  if (schedule.kind === 'by' || schedule.from === undefined || schedule.to === undefined) return;
  if (schedule.to < schedule.from) {
    yield { code: 'plan-dates-order', path: [...path, 'to'], params: { from: schedule.from, to: schedule.to } };
  }
}

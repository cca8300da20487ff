import type { Plan, RolloutPlan } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';

/** Checks the batches of a rollout; answers whether it can stand. */
export function checkRollout(plan: Plan, rollout: RolloutPlan, found: PlanFinding[]): boolean {
  let stands = true;
  const cohorts = new Set<string>();
  rollout.batches.forEach(({ cohort, count }, index) => {
    const path = ['rollout', 'batches', index];
    if (cohorts.has(cohort)) {
      found.push({ code: 'plan-batch-twice', path: [...path, 'cohort'], params: { cohort } });
      stands = false;
    }
    cohorts.add(cohort);
    if (count === 'rest' && index < rollout.batches.length - 1) {
      found.push({ code: 'plan-batch-rest', path: [...path, 'count'], params: { cohort } });
      stands = false;
    }
    if (cohort < plan.start.slice(0, 4) || cohort > plan.end.slice(0, 4)) {
      found.push({
        code: 'plan-batch-outside',
        path: [...path, 'cohort'],
        params: { cohort, start: plan.start, end: plan.end },
      });
    }
  });
  return stands;
}

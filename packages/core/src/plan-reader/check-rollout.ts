import type { Plan, RolloutPlan } from '../plan/plan.js';
import { formatDate } from '../period/period.js';
import { cohortYear } from '../period/read-period.js';
import { declaredYears } from '../plan/plan-years.js';
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
    if (isOutside(cohort, plan)) {
      found.push({
        code: 'plan-batch-outside',
        path: [...path, 'cohort'],
        params: { cohort, start: plan.start, end: plan.end },
      });
    }
  });
  return stands;
}

/** Whether no day of a cohort's year is one of the plan's. */
function isOutside(cohort: string, plan: Plan): boolean {
  const year = cohortYear(cohort, declaredYears(plan));
  return year === undefined || formatDate(year.end) < plan.start || formatDate(year.start) > plan.end;
}

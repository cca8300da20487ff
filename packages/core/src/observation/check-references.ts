import type { Roster } from '../area/area.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Plan } from '../plan/plan.js';

/** Where plan and roster name each other: areas of targets, batches of areas. Each miss is a warning. */
export function checkReferences(plan: Plan, roster: Roster, areasFile: string, found: DiagnosticList): void {
  plan.targets.forEach(({ scope }, index) => {
    const path = `plan.json targets[${index}].scope`;
    scope.owes.areas?.forEach((code, at) => {
      if (roster.indexOf(code) < 0) found.add('plan-area-unknown', `${path}.owes.areas[${at}]`, { got: code });
    });
    scope.values?.forEach(({ area }, at) => {
      if (roster.indexOf(area) < 0) found.add('plan-area-unknown', `${path}.values[${at}].area`, { got: area });
    });
  });
  if (!plan.rollout) return;
  const batches = new Set(plan.rollout.batches.map(({ cohort }) => cohort));
  const unknown = new Map<string, number>();
  for (const { rollout } of roster.areas) {
    if (rollout !== '' && !batches.has(rollout)) unknown.set(rollout, (unknown.get(rollout) ?? 0) + 1);
  }
  for (const [cohort, count] of unknown) found.add('area-cohort-unknown', areasFile, { cohort, count });
}

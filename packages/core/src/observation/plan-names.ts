import { readsOf } from '../measure/index.js';
import type { Plan } from '../plan/plan.js';

/** Names of files' contents that a plan speaks of. */
export interface PlanNames {
  readonly registers: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Event kinds whose subject is an area. */
  readonly areaEvents: ReadonlySet<string>;
  /** Event kinds that cover areas. */
  readonly coveringEvents: ReadonlySet<string>;
}

/** Collects the registers and event kinds of all targets and of the rollout. */
export function findNames({ rollout, targets }: Pick<Plan, 'rollout' | 'targets'>): PlanNames {
  const start = rollout ? [rollout.event ?? 'start'] : [];
  const names = {
    registers: new Set<string>(),
    events: new Set(start),
    areaEvents: new Set(start),
    coveringEvents: new Set<string>(),
  };
  for (const { measure, scope } of targets) {
    if (scope.owes.register !== undefined) names.registers.add(scope.owes.register);
    const { registers = [], events = [], areaEvents = [], coveringEvents = [] } = readsOf(measure);
    for (const name of registers) names.registers.add(name);
    for (const name of events) names.events.add(name);
    for (const name of coveringEvents) names.coveringEvents.add(name);
    if (scope.owes.register === undefined) for (const name of areaEvents) names.areaEvents.add(name);
  }
  return names;
}

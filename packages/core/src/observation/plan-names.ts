import type { Measure, Plan } from '../plan/plan.js';

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
    const byArea = scope.owes.register === undefined;
    if (scope.owes.register !== undefined) names.registers.add(scope.owes.register);
    collect(measure, names, byArea);
    if ('predicate' in measure) collect(measure.predicate.measure, names, byArea);
  }
  return names;
}

function collect(
  measure: Measure,
  names: Readonly<Record<keyof PlanNames, Set<string>>>,
  byArea: boolean,
): void {
  switch (measure.kind) {
    case 'count':
      names.registers.add(measure.register);
      return;
    case 'assignment':
      names.registers.add(measure.actors);
      return;
    case 'state':
      if (!('event' in measure)) return;
      names.events.add(measure.event);
      if (byArea) names.areaEvents.add(measure.event);
      return;
    case 'remaining':
      if (!('ledger' in measure)) return;
      for (const step of ['opened', 'closed', 'reopened', 'due']) names.events.add(`${measure.ledger}-${step}`);
      return;
    case 'occurrence':
      names.events.add(measure.event);
      if (measure.covering !== undefined) names.coveringEvents.add(measure.event);
      return;
    case 'case':
      names.events.add(measure.condition);
      names.events.add(measure.act);
      return;
    default:
  }
}

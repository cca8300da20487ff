import type { UnitLookup } from '../plan/plan-units.js';
import type { Domain, Indicator, Plan } from '../plan/plan.js';

/** What a target is checked against. */
export interface PlanKnowledge {
  readonly plan: Omit<Plan, 'targets'>;
  readonly domains: ReadonlyMap<string, Domain>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly named: (list: string) => ReadonlySet<string>;
  readonly unitOf: UnitLookup;
}

import type { UnitLookup } from '../plan/plan-units.js';
import type { Domain, Indicator, Plan } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';

/** What a target is checked against. */
export interface PlanKnowledge {
  readonly plan: Omit<Plan, 'targets'>;
  readonly domains: ReadonlyMap<string, Domain>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly named: (list: string) => ReadonlySet<string>;
  readonly unitOf: UnitLookup;
}

/** What the cross-checks know beside the plan itself. */
export interface CheckContext {
  /** Position in the file of a kept member of a list. */
  readonly indices: (list: string, index: number) => number;
  /** All ids in the file's list, refused ones too. */
  readonly named: (list: string) => ReadonlySet<string>;
  readonly found: PlanFinding[];
}

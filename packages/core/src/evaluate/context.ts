import type { Roster } from '../area/area.js';
import type { Dataset, Observations } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { Indicator, LightRule, Plan, Target } from '../plan/plan.js';
import type { ProgressMethod } from '../progress/progress-method.js';
import type { Rollout } from '../rollout/rollout.js';

/** What every part of one evaluation reads; built once, never written. */
export interface EvaluationContext {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly roster: Roster;
  /** Reports as they were known on the day of knowing. */
  readonly observations: Observations;
  readonly asOf: Day;
  readonly planStart: Day;
  readonly planEnd: Day;
  /** Day the plan was issued; NaN when unknown. */
  readonly issuedOn: Day;
  readonly lightRule: LightRule;
  /** For running targets that name no method; `null` measures none. */
  readonly progressMethod: ProgressMethod | null;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly rollout: Rollout;
  /** 1 January of each area's cohort, NaN outside the rollout, by row. */
  readonly cohortStarts: Float64Array;
  /** First and last day each area exists, ±Infinity where open, by row. */
  readonly validFrom: Float64Array;
  readonly validTo: Float64Array;
}

import type { Roster } from '../area/area.js';
import type { Dataset, Observations } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { Indicator, LightRule, Plan, Target } from '../plan/plan.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { ProgressMethod } from '../progress/progress-method.js';
import type { Rollout } from '../rollout/rollout.js';
import type { Members } from './members.js';
import type { OwnYears } from '../period/own-year.js';
import type { PlainColumns } from './plain-columns.js';
import type { RosterColumns } from '../area/roster-columns.js';
import type { StatedStep } from './stated-step.js';

/** What every part of one evaluation reads; built once; what is kept by key is filled as it goes. */
export interface EvaluationContext {
  readonly plan: Plan;
  /** What was on file by the moment described; its observations are those of periods to come as well, for what is checked. */
  readonly dataset: Dataset;
  readonly roster: Roster;
  /** Reports as they were known on the day of knowing, of periods that had ended by the moment described. */
  readonly observations: Observations;
  readonly asOf: Day;
  readonly planStart: Day;
  readonly planEnd: Day;
  /** The years the plan counts in. */
  readonly yearStart: OwnYears;
  /** Day the plan was issued; NaN when unknown. */
  readonly issuedOn: Day;
  readonly lightRule: LightRule;
  /** For running targets that name no method; `null` measures none. */
  readonly progressMethod: ProgressMethod | null;
  /** Units of the table and the plan's own. */
  readonly unitOf: UnitLookup;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly targets: ReadonlyMap<string, Target>;
  /** Formed on first use. */
  readonly rollout: () => Rollout;
  readonly columns: RosterColumns;
  /** Members already found that depend on the day, by who is asked for and when; targets of one scope share them. */
  readonly members: Map<string, Members>;
  /** Rows where parts add up to more than their total, by total and moment; all parts of one ask for the same. */
  readonly overTotals: Map<string, ReadonlySet<number>>;
  /** Pass marks of each staircase with their due dates, by series. */
  readonly series: Map<string, readonly StatedStep[]>;
  /** Columns of a replaced evaluation that are still to be written over. */
  readonly spare: PlainColumns[];
}

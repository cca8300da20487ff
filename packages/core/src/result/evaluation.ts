import type { Dataset } from '../observation/dataset.js';
import type { LightRule, Plan, Target } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';
import type { Text } from '../text/text.js';
import type { ProgressMethod } from '../progress/progress-method.js';
import type { DomainAttainment } from './domain-attainment.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { AppliedObservation } from '../observation/apply-observation.js';
import type { Completeness, Light, Result } from './result.js';

/** The moment described and the moment of knowing. */
export interface Moment {
  readonly asOf: IsoDate;
  /** Reports of a later date are left out; default: none are. */
  readonly knownOn?: IsoDate;
}

export interface EvaluateOptions extends Moment {
  /** Overrides the plan's rule; `points` when neither says. */
  readonly light?: LightRule;
  /** Measures the progress of running targets that name no method of their own; none by default. */
  readonly progressMethod?: ProgressMethod;
  /**
   * An earlier evaluation that is no longer needed, of the same roster: its columns are written over where that is
   * possible, so that playing through dates makes no new ones. From here on the earlier evaluation and its targets throw
   * when asked, and columns that were taken from it show figures of this one. Results and explanations stay as they are.
   *
   * @example
   * for (const asOf of dates) evaluation = evaluate(plan, dataset, { asOf, replaces: evaluation });
   */
  readonly replaces?: Evaluation | undefined;
}

/**
 * State of an area in its batch. After its year it is `late` where starts are reported by `asOf`, and `unreported` where
 * not one is: then nobody says that it has not started.
 */
export type RolloutState = 'none' | 'planned' | 'due' | 'started' | 'late' | 'unreported';

export interface AreaRollout {
  /** `2021`, or empty when the area is outside the rollout. */
  readonly cohort: string;
  readonly state: RolloutState;
  readonly startedOn: IsoDate | null;
}

/** All answers for one plan, one dataset and one moment; targets are evaluated when first asked for. */
export interface Evaluation {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | null;
  readonly lightRule: LightRule;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an area of the roster, by row, is there at `asOf`: from its `validFrom` to its `validTo`, both inclusive. */
  exists(area: number): boolean;
  /** By row of the roster. */
  rollout(area: number): AreaRollout;
  /** How many are in which state, among the areas of the rollout below (and including) a row. */
  rolloutTotals(area: number): RolloutTotals;
  /** @throws RangeError for an id the plan does not have. */
  target(id: string): TargetEvaluation;
  /**
   * How far an area is with a domain, for drawing: the mean of its own figure ÷ what is asked of it, over the targets
   * with data.
   *
   * @throws RangeError for an id the plan does not have.
   */
  domain(id: string, area: number): DomainAttainment;
  /**
   * Takes over what `applyObservation` changed in the dataset. Targets already evaluated are judged again in the
   * row of the area and its ancestors alone, in place; those that cannot be judged in part are evaluated anew when
   * they are next asked for. A refused report changes nothing. An evaluation that is not told of a change to its
   * dataset may show it in some figures and not in others.
   *
   * @returns ids of the targets asked for so far whose results may have changed.
   * @example
   * evaluation.update(applyObservation(dataset, { indicator: 'income', area: '620321100206', period: '2022', value: 5.2 }));
   */
  update(applied: AppliedObservation): readonly string[];
}

/** How many areas are in which state. */
export interface RolloutTotals {
  /** Areas with a reported start. 0 says that none has started only where `startsReported`. */
  readonly started: number;
  readonly late: number;
  /** Areas whose year has passed in a dataset without any report of a start. */
  readonly unreported: number;
  readonly total: number;
  /** Whether any start at all is reported by `asOf`; without one nobody knows how many have started. */
  readonly startsReported: boolean;
}

/** One target over all areas, held in columns; `at` expands one row. */
export interface TargetEvaluation {
  readonly target: Target;
  /** Index into `VERDICTS`, by row of the roster. Columns are kept up to date by `update`, or replaced. */
  readonly verdicts: Uint8Array;
  /** 0…1, NaN for none, by row of the roster. */
  readonly attainments: Float64Array;
  /**
   * What is painted, 0…1, NaN for none: a member's way to the predicate it answers, the running
   * window before any is due, else the attainment.
   */
  readonly drawn: Float64Array;
  /** Whether the row owes the target, is an ancestor of one that does, or contributes to one. */
  concerns(area: number): boolean;
  /**
   * What a picture of thousands of areas needs of each, the same as `at` has it, without expanding it: the figure in its
   * unit (a member's own one behind the predicate it answers, NaN for none), light, completeness, staleness.
   */
  figureOf(area: number): number;
  lightOf(area: number): Light | null;
  completenessOf(area: number): Completeness;
  isStale(area: number): boolean;
  /** Rows that were refused, of what the target is formed from, about an area or one below it as far as they say so. */
  refusedOf(area: number): number;
  at(area: number): Result;
  explain(area: number): Explanation;
}

/** Why a result is what it is: one step per fact, stable over a major version. */
export interface Explanation {
  readonly steps: readonly ExplanationStep[];
  readonly text: Text;
}

export interface ExplanationStep {
  readonly kind: 'clause' | 'reading' | 'observation' | 'arithmetic' | 'schedule' | 'verdict' | 'remark';
  readonly text: Text;
  /** Where it was reported: `observations.csv:14`, as far as the step speaks of a report. */
  readonly place?: string;
}

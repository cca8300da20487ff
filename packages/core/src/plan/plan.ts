import type { IsoDate, PeriodText } from '../period/period.js';
import type { ProgressMethod } from '../progress/progress-method.js';
import type { Text } from '../text/text.js';

/** Administrative level of an area, outermost first. */
export type Level = 'county' | 'township' | 'village';

/** What an area is within its level; only `villagers-committee` counts as a village in shares. */
export type AreaKind = 'county' | 'town' | 'township' | 'villagers-committee' | 'residents-committee';

/** A plan as published: who promised what, by when, counted how. Plain data, safe to serialise. */
export interface Plan {
  readonly $schema?: string;
  readonly id: string;
  readonly title: Text;
  /** First and last day of the plan, both inclusive. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly document?: PlanDocument;
  /** The years the plan counts in, where they are not those of the calendar. */
  readonly calendar?: PlanCalendar;
  /** Set when figures are invented for show; the sentence is displayed wherever they are. */
  readonly illustrative?: Text;
  /** Roster sizes the text names. A data roster of another size is a diagnostic, never a changed target. */
  readonly rosters?: readonly RosterSize[];
  readonly domains: readonly Domain[];
  readonly rollout?: RolloutPlan;
  /** Units the table does not have: counters and money of the plan's own, and so many of another unit. */
  readonly units?: readonly PlanUnit[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly light?: LightRule;
  readonly ranking?: RankingRule;
}

export interface PlanDocument {
  readonly number?: string;
  readonly issuer?: Text;
  readonly issuedOn?: IsoDate;
  readonly publishedOn?: IsoDate;
}

/** Years of a plan's own. Their halves, quarters and months begin with them. */
export interface PlanCalendar {
  /** The month and day they begin on, `07-01`; a day every month has, up to 28. */
  readonly yearStart: string;
  /** Whether `FY2024` is the year that begins in 2024, which is the default, or the one that ends in it. */
  readonly named?: 'start' | 'end';
}

export interface RosterSize {
  readonly level: Level;
  readonly kind?: AreaKind;
  readonly count: number;
}

/** A unit of a plan's own; one that is a dimension of its own may call its id `name`. */
export type PlanUnit = OwnUnit | { readonly name: string; readonly counts?: boolean };

/**
 * A unit that is so many of another, `{ id: 'bag', of: 50, unit: 'kg' }`, or of none: then it is a dimension of its own,
 * `{ id: 'Rwf', dimension: 'money.RWF' }`, which others may be so many of.
 */
export interface OwnUnit {
  /** As indicators, criteria and reports write it. */
  readonly id: string;
  /** What it measures: that of `unit`, where that is given. Units of different dimensions never add or compare. */
  readonly dimension?: string;
  /** How many of `unit` one is, more than 0. */
  readonly of?: number;
  /** A unit of the table, or another of the plan's own. */
  readonly unit?: string;
  /** Whether things are counted by it, in whole numbers; as in `unit`, or measured. */
  readonly counts?: boolean;
}

export interface Domain {
  readonly id: string;
  readonly name: Text;
  /** Share in the half-yearly ranking; domains without a weight are not ranked. */
  readonly weight?: number;
}

/** Batches in which areas enter. */
export interface RolloutPlan {
  readonly clause: string;
  readonly level: Level;
  readonly kind?: AreaKind;
  /** Whether `count` of a later batch is that batch alone or the running total. A reading. */
  readonly counting: 'incremental' | 'cumulative';
  readonly batches: readonly Batch[];
  /** Event kind that reports an area's start, `start` by default. */
  readonly event?: string;
  readonly readings?: readonly Reading[];
}

export interface Batch {
  /** The cohort's year, as written in the `rollout` column of `areas.csv`. */
  readonly cohort: string;
  /** Number of areas, or `rest` for all that remain. */
  readonly count: number | 'rest';
}

/** Where the text can be read in two ways: the choice made, the alternatives, and why. */
export interface Reading {
  readonly parameter: string;
  readonly chosen: string;
  readonly alternatives: readonly string[];
  readonly why: Text;
}

/** Something observed. Targets are promises about indicators. */
export type Indicator = QuantityIndicator | RatioIndicator | GradeIndicator | StateIndicator;

interface IndicatorBase {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
  readonly source?: Text;
}

/** A number with a unit: level or flow. */
export interface QuantityIndicator extends IndicatorBase {
  readonly type: 'quantity';
  readonly unit: string;
}

/** A pair of numbers, both kept. */
export interface RatioIndicator extends IndicatorBase {
  readonly type: 'ratio';
  readonly unit: string;
  /** Denominator's unit where it differs from the numerator's. */
  readonly denominatorUnit?: string;
  /** Whether the numerator is counted inside the denominator, so that above 100% is a data error. Default true. */
  readonly part?: boolean;
}

/** An ordinal. `best` and `worst` are its ends: 1 and 5 where one is best. */
export interface GradeIndicator extends IndicatorBase {
  readonly type: 'grade';
  readonly best: number;
  readonly worst: number;
}

/** Yes or no, reported as 1 or 0. */
export interface StateIndicator extends IndicatorBase {
  readonly type: 'state';
}

/** One checkable promise: measure × criterion × schedule × scope. */
export interface Target {
  readonly id: string;
  /** Clause of the plan, `二(二)1`. */
  readonly clause: string;
  readonly domain: string;
  readonly name: Text;
  readonly description?: Text;
  readonly measure: Measure;
  readonly criterion: Criterion;
  readonly schedule: Schedule;
  readonly scope: Scope;
  /** How firmly the text speaks; never moves the pass mark. */
  readonly firmness?: 'plain' | 'ensure' | 'strive' | 'explore';
  /** Steps of one staircase share a series id; each is judged on its own date. */
  readonly series?: string;
  /** The total this target is a part (其中) of. */
  readonly parent?: string;
  /** Whose start the clock runs from, `plan` by default. */
  readonly clock?: 'plan' | 'rollout';
  /** Share of members that must have reported for a rate to be judged, 0…1, default 1. */
  readonly minCompleteness?: number;
  /** `baseline` draws (figure − baseline) ÷ (required − baseline) instead of figure ÷ required. */
  readonly progressFrom?: 'zero' | 'baseline';
  readonly baseline?: BaselineRef;
  /** How `expected` runs between start and due date. Default: `stepped` in a series, else `linear`. */
  readonly expectedPath?: ExpectedPath;
  /** How progress is measured while the target runs; overrides the evaluation's. */
  readonly progressMethod?: ProgressMethod;
  readonly responsible?: Text;
  readonly readings?: readonly Reading[];
  /** Set when the outcome is decided by others (an award of the province). */
  readonly outsideControl?: boolean;
}

/** A line from start to due date, the last step of a series that was due, or growth by a constant factor. */
export type ExpectedPath = 'linear' | 'stepped' | 'compound';

/** A known value, or the level reported for a period. */
export type BaselineRef =
  | { readonly value: number; readonly unit: string; readonly date?: IsoDate }
  | { readonly period: PeriodText };

/** How one figure is formed, for one area and one moment. */
export type Measure =
  | { readonly kind: 'stock'; readonly indicator: string }
  | { readonly kind: 'flow'; readonly indicator: string }
  | { readonly kind: 'cumulative'; readonly indicator: string }
  | CountMeasure
  | { readonly kind: 'change'; readonly indicator: string; readonly baseline: BaselineRef }
  | {
      readonly kind: 'growth';
      readonly indicator: string;
      /** What is compared: levels at two dates or sums over two windows. */
      readonly of: 'stock' | 'flow';
      /** `previousYear`, or a fixed reference period. */
      readonly reference: 'previousYear' | PeriodText;
    }
  | RateMeasure
  | { readonly kind: 'share'; readonly predicate: Predicate }
  | RemainingMeasure
  | { readonly kind: 'grade'; readonly indicator: string }
  | { readonly kind: 'state'; readonly indicator: string }
  | { readonly kind: 'state'; readonly event: string }
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  | OccurrenceMeasure
  | AssignmentMeasure
  | CaseMeasure;

/** A numerator over a denominator. */
export interface RateMeasure {
  readonly kind: 'rate';
  readonly indicator: string;
  /**
   * What a window's figure is where several of its periods were reported: the `last` one, by default; `pooled`, all
   * numerators over all denominators; or the `mean` of the percentages, which is remarked. Never their sum. A reading.
   */
  readonly over?: 'last' | 'pooled' | 'mean';
}

/** Distinct members of a register. The same `id` in two areas counts once in their common ancestor. */
export interface CountMeasure {
  readonly kind: 'count';
  readonly register: string;
  readonly where?: Condition;
  /** Standing at the date, or finished in the window: the calendar year, or since the plan's start. */
  readonly when: 'standing' | 'finishedInYear' | 'finishedSinceStart';
}

/**
 * What is still open: entries of the problem ledger, or members that still satisfy a predicate.
 * A ledger named `finding` lives in the events `finding-opened`, `finding-closed` and
 * `finding-reopened`; one item keeps one event id, and `subject` is its area. The date of a `finding-due` is the
 * day that item is due, which the list of problems shows and the count does not need.
 */
export type RemainingMeasure =
  | { readonly kind: 'remaining'; readonly ledger: string }
  | { readonly kind: 'remaining'; readonly predicate: Predicate; readonly baseline?: IsoDate };

/** Dated events in a window, with who was covered. */
export interface OccurrenceMeasure {
  readonly kind: 'occurrence';
  readonly event: string;
  /** Members the round must cover for it to count: a roster level, or nobody in particular. */
  readonly covering?: Level;
}

/** Links between an actor and areas: each actor holds at least `each` of every listed role. */
export interface AssignmentMeasure {
  readonly kind: 'assignment';
  /** Register of the actors who owe links. */
  readonly actors: string;
  readonly roles: readonly { readonly role: string; readonly each: number }[];
}

/** A condition arose, an act belongs to it. Joined by event id. */
export interface CaseMeasure {
  readonly kind: 'case';
  readonly condition: string;
  readonly act: string;
  readonly order: 'before' | 'with' | 'after';
  /** Days the act has; `halfYear`: by the end of the half-year the condition arose in. */
  readonly within: number | 'halfYear';
  /** The condition is derived: n conditions of one subject in consecutive years. */
  readonly streak?: number;
}

/** A member satisfies a predicate when its own figure passes. */
export interface Predicate {
  readonly measure: Extract<
    Measure,
    { kind: 'stock' | 'flow' | 'cumulative' | 'rate' | 'grade' | 'state' | 'checklist' }
  >;
  readonly criterion: Criterion;
}

/** A test on a register row's attributes or class. A missing attribute is unknown, not false. */
export type Condition =
  | { readonly attribute: string; readonly is: string }
  | { readonly attribute: string; readonly atLeast: number }
  | { readonly class: string | readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** When the figure passes. Every bound includes its number unless its name says otherwise. */
export type Criterion =
  | Bound<'atLeast'>
  | Bound<'moreThan'>
  | Bound<'atMost'>
  | Bound<'lessThan'>
  | { readonly kind: 'between'; readonly lower: number; readonly upper: number; readonly unit: string }
  | AboutCriterion
  | { readonly kind: 'every' }
  | { readonly kind: 'none' }
  | { readonly kind: 'notAbove' }
  | { readonly kind: 'gradeAtLeast'; readonly grade: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'observe'; readonly direction?: 'up' | 'down' };

/** A criterion that is one number in a unit. */
export interface Bound<Kind extends string> {
  readonly kind: Kind;
  readonly value: number;
  readonly unit: string;
}

/** A number that may be missed by a little. */
export interface AboutCriterion extends Bound<'about'> {
  /** Percent below `value` that still passes, with a remark. Default 10. */
  readonly tolerance?: number;
}

/** Where a date comes from. A target whose date is `inferred` or the plan's end is never overdue without that remark. */
export type DateBasis = 'explicit' | 'carried' | 'relative' | 'inferred' | 'planEnd';

/** When the criterion is judged. */
export type Schedule =
  | { readonly kind: 'by'; readonly date: IsoDate; readonly basis: DateBasis }
  | {
      readonly kind: 'eachYear' | 'eachHalf' | 'eachQuarter' | 'eachMonth';
      readonly from?: IsoDate;
      readonly to?: IsoDate;
      readonly basis: DateBasis;
      /** A member counts once over all windows. */
      readonly newOnly?: boolean;
    }
  | {
      readonly kind: 'throughout';
      readonly from?: IsoDate;
      readonly to?: IsoDate;
      readonly basis: DateBasis;
      /** A recovered dip `fails` (default) or passes with a remark. A reading. */
      readonly dip?: 'fails' | 'remark';
    }
  | { readonly kind: 'standing'; readonly basis: DateBasis };

/** What makes an ancestor's figure. */
export type RollUp = 'sum' | 'ratioOfSums' | 'countDistinct' | 'shareOfAreas' | 'allOf' | 'reported';

/** Who owes the target and whose reports make its figure. */
export interface Scope {
  /** Level, kind, list or register that owes it. */
  readonly owes: Owes;
  /** Level that reports the figures, the owing level by default. Reports of other levels only check. */
  readonly from?: Level;
  readonly rollUp: RollUp;
  /** Narrows the members that are counted or summed below the owing level. */
  readonly members?: MemberFilter;
  /** Under `shareOfAreas`: the percentage of owing areas that must pass, 100 by default. */
  readonly requiredShare?: number;
  /** Official values by area and period (task table); these make pass marks below the county, nothing else does. */
  readonly values?: readonly TaskValue[];
}

/** Members of one kind, or of one batch: `{ "cohort": "2020" }` are the villages listed for 2020. */
export interface MemberFilter {
  readonly kind?: AreaKind;
  readonly cohort?: string;
}

export interface Owes {
  readonly level: Level;
  readonly kind?: AreaKind;
  /** Only these areas, by code. */
  readonly areas?: readonly string[];
  /**
   * A register: its own members, where they are counted or their events are asked for; else a title, and the areas
   * its rows name on the judging date hold it. Only holders owe, or, below a level that owes, are counted.
   */
  readonly register?: string;
}

export interface TaskValue {
  readonly area: string;
  readonly period?: PeriodText;
  readonly value: number;
}

/** Presets of practice; printed beside every light they gave. */
export type LightRule = { readonly preset: 'points' | 'ratio' };

export interface RankingRule {
  /** Among the last `last` in `rounds` consecutive rounds is a streak. */
  readonly last: number;
  readonly rounds: number;
  /** Share of formable targets with data below which a township is unranked, 0…1. */
  readonly minCompleteness: number;
}

import type { FigureFormat, Shape } from '../figure/figure-form.js';
import type { BaselineRef, Condition, Criterion, Indicator, Measure, Predicate, RollUp, Target } from '../plan/plan.js';
import type { KindSchema, ScalarSchemas } from '../schema/scalar-schema.js';
import type { Noun } from '../area/area-noun.js';

export type MeasureOf<Kind extends Measure['kind']> = Extract<Measure, { readonly kind: Kind }>;

/** All that is known of one kind of measure; its place in the plan's type and the forming of its figures apart. */
export interface MeasureKind<M extends Measure> {
  /** Its forms in a plan: one, or several that are tried in turn. */
  readonly schema: (atoms: MeasureAtoms) => readonly KindSchema<M>[];
  /** Types of indicator it can be formed from. */
  readonly indicatorTypes: readonly Indicator['type'][];
  /** Criteria its figure can meet; `observe` goes with all. */
  readonly criteria: readonly Criterion['kind'][];
  /** Ways an ancestor's figure must not be made: percentages are no summands, sums no ratios. */
  readonly forbiddenRollUps: readonly RollUp[];
  /** Dimension of its figures: a share, that of its indicator, or `null` where several are possible. */
  readonly dimension: 'share' | 'indicator' | null;
  /** How it is understood under a criterion, where that is another measure: every item met is a share of those who met all. */
  readonly readAs?: (measure: M, target: Pick<Target, 'criterion' | 'baseline'>) => Reading | undefined;
  /** The level it is a difference of, and since when. */
  readonly risesFrom?: (measure: M) => { readonly level: Measure; readonly baseline: BaselineRef };
  /** What kind of figure it makes. */
  readonly shape: (measure: M, criterion: Criterion) => Shape;
  /** How that figure is written. */
  readonly format: (measure: M, criterion: Criterion, shape: Shape) => FigureFormat;
  /** The indicator, register or kind of event a result names as its source. */
  readonly source: (measure: M) => string;
  /** Everything reports are looked up by. */
  readonly reads: (measure: M) => Reads;
  /** What its members are called that completeness counts and shares are of. */
  readonly noun: (measure: M, target: Target) => Noun;
  readonly traits: (measure: M) => MeasureTraits;
}

/** A measure and criterion as they are evaluated. */
export interface Reading {
  readonly measure: Measure;
  readonly criterion: Criterion;
}

export interface MeasureAtoms extends ScalarSchemas {
  readonly predicate: KindSchema<Predicate>;
  readonly baseline: KindSchema<BaselineRef>;
  readonly condition: KindSchema<Condition>;
}

/** Names of what is reported. */
export interface Reads {
  readonly indicators?: readonly string[];
  readonly registers?: readonly string[];
  readonly events?: readonly string[];
  /** Events among them whose subject is an area. */
  readonly areaEvents?: readonly string[];
  /** Events among them that cover areas. */
  readonly coveringEvents?: readonly string[];
  /** Roles of links. */
  readonly links?: readonly string[];
}

/** What a measure is like, as far as steps of an evaluation and sentences ask. Read once when a target is compiled. */
export interface MeasureTraits {
  /** How a figure is told: as an amount, as what is left, with its two terms, as growth, as yes or no, as a grade. */
  readonly told: 'amount' | 'left' | 'rate' | 'growth' | 'state' | 'grade';
  /** What it takes of reports: levels of a day, flows within a window or since the plan's start, rates of a window's periods, two moments, members' answers, or rows. */
  readonly takes: 'levels' | 'window' | 'sinceStart' | 'rates' | 'pair' | 'members' | 'rows';
  /** Whether it adds up what periods tell, so that they stand beside each other. */
  readonly addsPeriods: boolean;
  /** Whether an older figure stands in for one that is not there; the figures of a window are all it has. */
  readonly carriesLevels: boolean;
  /** Whether it is a mean of percentages, which has no terms and is added into nothing. */
  readonly isMean: boolean;
  /** Whether figures of areas are added into their parents. */
  readonly rollsUp: boolean;
  /** Whether figures grow from 0, so that a line needs no baseline. */
  readonly startsFromZero: boolean;
  /** Whether a figure is what happened within one window, so that earlier years add nothing to it. */
  readonly ofOneWindow: boolean;
  /** Whether its figure moves along a line towards a mark it has to reach, and towards one it has to stay below. */
  readonly hasLineUp: boolean;
  readonly hasLineDown: boolean;
  /** Whether only the whole of a window tells, and none of its days. */
  readonly tellsAtEnd: boolean;
  /** Whether reports of areas make the figure: rows of registers, events and links belong to the area they name. */
  readonly ofAreas: boolean;
  /** Whether its members answer by events, so that those of a register the target names are asked themselves. */
  readonly asksEvents: boolean;
  /** Whether rows stand in areas whatever level reports. */
  readonly hasAreaRows: boolean;
  /** Whether its figures count members, so that what is missing to a percentage are members. */
  readonly countsMembers: boolean;
  /** Whether it is a share of members, drawn against their number. */
  readonly isShare: boolean;
  /** Whether its two terms are those that pass and all there are. */
  readonly tellsPassing: boolean;
  /** Whether it is done when several things are: items, cases. */
  readonly ofSeveral: boolean;
  /** Whether an area answers a list of items. */
  readonly ofItems: boolean;
  /** Whether it falls towards 0 from where it stood at first. */
  readonly countsDown: boolean;
  /** Whether windows are met or not, each as long as its span. */
  readonly byWindow: boolean;
  /** Whether it is the difference of two levels, of which neither is a lower bound. */
  readonly isDifference: boolean;
  /** Whether its figures may be negative, and so may what is asked of them. */
  readonly isSigned: boolean;
  /** Whether a percentage can be asked of it where it counts. */
  readonly takesPercent: boolean;
  /** Whether it is one indicator's reports added up and nothing else. */
  readonly isPlainSum: boolean;
  /** Whether a parent's own report is compared with what its areas add up to. */
  readonly comparesParents: boolean;
  /** Whether one area's report can be taken into figures that are there. */
  readonly updatesInPart: boolean;
  /** Whether it is ranked above the areas that owe it; events are not: one would weigh as much as all villages. */
  readonly isRanked: boolean;
  /** Unit of its figures where it is always the same; empty where criterion or indicator says it. */
  readonly ownUnit: string;
  /** Counting word of what it counts. */
  readonly countUnit: string;
}

/** A level of an indicator, summed over areas: what a kind says it is not. */
export const LEVEL: MeasureTraits = {
  told: 'amount',
  takes: 'levels',
  addsPeriods: false,
  carriesLevels: true,
  isMean: false,
  rollsUp: true,
  startsFromZero: false,
  ofOneWindow: false,
  hasLineUp: true,
  hasLineDown: true,
  tellsAtEnd: false,
  ofAreas: true,
  asksEvents: false,
  hasAreaRows: false,
  countsMembers: false,
  isShare: false,
  tellsPassing: false,
  ofSeveral: false,
  ofItems: false,
  countsDown: false,
  byWindow: false,
  isDifference: false,
  isSigned: false,
  takesPercent: true,
  isPlainSum: false,
  comparesParents: false,
  updatesInPart: true,
  isRanked: true,
  ownUnit: '',
  countUnit: '项',
};

/** Rows of registers, events or links. */
export const ROWS: MeasureTraits = { ...LEVEL, takes: 'rows', ofAreas: false };

/** Criteria with a number in a unit. */
export const NUMERIC = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about'] as const;

/** Roll-ups sums are not made by. */
export const NO_SUM_OF: readonly RollUp[] = ['ratioOfSums', 'countDistinct'];

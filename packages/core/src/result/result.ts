import type { ExpectedPath, Level } from '../plan/plan.js';
import type { IsoDate, PeriodText } from '../period/period.js';
import type { Text } from '../text/text.js';
import type { ProgressAnswer } from '../progress/progress-method.js';

/** In the order they are tried; the first that holds is the answer. */
export const VERDICTS = [
  'notApplicable',
  'notStarted',
  'notJudged',
  'notComputable',
  'dataError',
  'notYetDue',
  'noCase',
  'noData',
  'undecided',
  'attained',
  'attainedWithinTolerance',
  'notAttained',
] as const;

export type Verdict = (typeof VERDICTS)[number];

export type Light = 'green' | 'yellow' | 'red';
export type Movement = 'asIntended' | 'against' | 'unchanged' | 'unknown';

/** A remark on a result: a stable code and its sentence. */
export interface Remark {
  readonly code: string;
  readonly text: Text;
}

/** How many of the members reported. */
export interface Completeness {
  readonly reported: number;
  readonly total: number;
}

/** A step of a staircase: the second of three. */
export interface Step {
  readonly number: number;
  readonly of: number;
}

/** The answer for one window of a repeated schedule. */
export interface PeriodResult {
  /** As it was reported, or the year or half: `2021`, `2021-H1`; `2021/22`, `2021/22-H1` where the plan's years are not the calendar's. */
  readonly period: PeriodText;
  readonly verdict: Verdict;
  readonly figure: number | null;
  readonly required: number | null;
  readonly attainment: number | null;
}

/** The answer for one target and one area. Absent figures are `null`, never 0. */
export interface Result {
  readonly target: string;
  /** The indicator, register or event kind the figure is formed from. */
  readonly indicator: string;
  readonly area: string;
  readonly level: Level;
  readonly verdict: Verdict;
  /** 0…1, for drawing. */
  readonly attainment: number | null;
  readonly rawAttainment: number | null;
  /** In `unit`; a rate or share in percent; a state 0 or 1; a grade its ordinal. */
  readonly figure: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Lowest and highest figure possible with the unknown members. */
  readonly bounds: readonly [number, number] | null;
  /** In `unit`; of a range its lower bound. */
  readonly required: number | null;
  readonly unit: string;
  /** Where the figure should be by now, in `unit`. */
  readonly expected: number | null;
  /** The line `expected` runs along; `null` where nothing is expected. */
  readonly expectedPath: ExpectedPath | null;
  /** Attainment minus expected attainment, in percentage points. */
  readonly pace: number | null;
  /** Answer of the named progress method, of a target still running that is given one. */
  readonly progress: ProgressAnswer | null;
  readonly light: Light | null;
  readonly lightRule: string | null;
  readonly movement: Movement | null;
  /** What is missing to pass, in `gapUnit`; 0 when passed. */
  readonly gap: number | null;
  /** Unit of `gap`: the target's, or 村 where the gap counts members. */
  readonly gapUnit: string;
  readonly completeness: Completeness;
  readonly periods: readonly PeriodResult[];
  readonly remarks: readonly Remark[];
  readonly firstAttainedOn: IsoDate | null;
  /** Which step of its staircase the target is, by due date; `null` outside a series. */
  readonly step: Step | null;
  /** A member's own way to the predicate it answers, 0…1 (4.2 of 5万元). */
  readonly memberProgress: number | null;
  /** The member's own figure behind the predicate, and what the predicate asks, in `memberUnit`. */
  readonly memberFigure: number | null;
  readonly memberRequired: number | null;
  readonly memberUnit: string | null;
  /** The period the figure belongs to, and whether it is older than the moment asked for. */
  readonly figurePeriod: PeriodText | null;
  readonly stale: boolean;
}

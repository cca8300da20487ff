import type { FigureFormat, Shape } from '../figure/figure-form.js';
import type { Criterion } from '../plan/plan.js';
import type { Fraction } from '../quantity/exact.js';
import type { KindSchema, ScalarSchemas } from '../schema/scalar-schema.js';
import type { Text } from '../text/text.js';
import type { Interval, Pass } from './pass.js';
import type { Ratio } from './ratio.js';

export type CriterionOf<Kind extends Criterion['kind']> = Extract<Criterion, { readonly kind: Kind }>;

/** All that is known of one kind of criterion; its place in the plan's type apart. */
export interface CriterionKind<C extends Criterion> {
  readonly schema: (atoms: ScalarSchemas) => KindSchema<C>;
  /** Whether more is better: `grade` where the order of the grades says so, `null` where nothing is judged. */
  readonly direction: 'up' | 'down' | 'grade' | null;
  /** Whether a figure moves along a line until it is due; what is done, kept or only shown does not. */
  readonly hasLine: boolean;
  /** Whether figures are held against a reference of their own and not against a number. */
  readonly againstReference: boolean;
  /** Whether a figure that is exactly the number passes. */
  readonly includesMark: boolean;
  /** Whether all there are have to pass, so that what is missing is counted in members. */
  readonly asksAll: boolean;
  /** Whether it is asked of members alone, so that one area's answer is read as a share of those who gave it. */
  readonly ofMembers?: true;
  /** Whether it passes from its number on and there is nothing else to it. */
  readonly isFloor?: true;
  /** Whether nothing may be left: how much is left is the finding, and no distance from a number. */
  readonly clears?: true;
  /** Whether of several things the part that is there is drawn. */
  readonly drawsPart?: true;
  /** Compiles it for figures of one scale; called once for a whole column. */
  test(criterion: C, given: TestGiven): RowTest;
  /** The same as integers of a sum or count; `null` where b takes part or nothing is asked. */
  interval(criterion: C, given: TestGiven): Interval | null;
  /** Ratio of a figure to what is required, both in the target's unit; `null` where it is reached or not. */
  readonly attain: ((figure: number, required: number) => Ratio) | null;
  /** What is missing to pass, 0 once passed, NaN where that says nothing. */
  gap(given: GapGiven): number;
  /** What is required of a figure in a format; `null` where the test's own mark says it. */
  required(format: FigureFormat, b: number): number | null;
  /** The number it asks, of a range the lower bound: what steps of a staircase are compared by. */
  mark(criterion: C): Mark | undefined;
  /** What stands before its number, where that is not the least that is asked. */
  readonly prefix?: Text;
  /** Where a range ends. */
  readonly upper?: (criterion: C) => number;
  /** What it asks, in words. */
  words(criterion: C): Text;
}

export interface RowTest {
  /** The pass mark in the target's unit; NaN where the reference is b. */
  readonly required: number;
  /** Compares a known figure. b is 1 for sums. */
  readonly passes: (a: number, b: number) => Pass;
  /** Whether a passing figure lies above a range. */
  readonly above: (a: number, b: number) => boolean;
}

/** What a criterion is compiled with. */
export interface TestGiven {
  readonly shape: Shape;
  /** A pass mark of its own (task table) in the criterion's unit, which stands for the one in the text. */
  readonly value: number | undefined;
  readonly higherGradeIsBetter: boolean;
  /** A number in the criterion's unit as a fraction of the frame's integers. */
  readonly bound: (value: number) => Fraction;
}

export interface GapGiven {
  readonly figure: number;
  readonly required: number;
  readonly a: number;
  readonly b: number;
  readonly shape: Shape;
  readonly format: FigureFormat;
  /** Whether b counts members, so that b − a of them are missing. */
  readonly ofMembers: boolean;
  /** Whether the figure counts whole things, so that a mark that excludes its number asks for one more, or one less. */
  readonly counted: boolean;
  readonly passes: (a: number, b: number) => Pass;
  /** What is missing up to the pass mark, in members where those are counted. */
  readonly short: () => number;
}

export interface Mark {
  readonly value: number;
  readonly unit: string;
}

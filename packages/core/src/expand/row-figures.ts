import type { CriterionKind } from '../criterion/criterion-kind.js';
import { criterionKind } from '../criterion/index.js';
import type { Test } from '../criterion/test.js';
import type { Criterion } from '../plan/plan.js';
import { attainFromBaseline, requiredOf } from '../criterion/attainment.js';
import { attainmentOf, NO_ATTAINMENT } from '../criterion/ratio.js';
import { figureOf, figureReader, percentageOf, readFigure, wholeOf } from '../figure/figure-of.js';
import type { FigureFormat } from '../figure/figure-form.js';
import type { FigureReader } from '../figure/figure-of.js';
import type { Attainment, Ratio } from '../criterion/ratio.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import { comparePercentage } from '../frame/predicate.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { FLAG, isSilent } from '../frame/frame.js';
import { hasPassMark } from '../judge/judged-window.js';
import type { JudgedWindow } from '../judge/judged-window.js';
import { isTallied, ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Figures of one row at one moment, in the target's unit; NaN for none. */
export interface RowFigures {
  readonly figure: number;
  readonly required: number;
  readonly a: number;
  readonly b: number;
  readonly attainment: Attainment;
}

export const NO_FIGURES = { figure: Number.NaN, required: Number.NaN, a: Number.NaN, b: Number.NaN };

/** A frame held against a window: what is the same for all rows, looked up once. */
export interface Held {
  readonly evaluated: EvaluatedTarget;
  readonly formed: FormedFrame;
  readonly frame: FormedFrame['frame'];
  readonly window: JudgedWindow;
  readonly roles: Uint8Array;
  readonly kind: CriterionKind<Criterion>;
  readonly common: Test;
  /** Rows with a pass mark of their own, where there are any. */
  readonly own: ReadonlyMap<number, Test> | null;
  readonly tallied: boolean;
  readonly ratioLike: boolean;
  readonly ofPredicate: boolean;
  /** Whether the part of several things that is there is what is drawn. */
  readonly drawsPart: boolean;
  /** Whether it is a number of members out of those listed. */
  readonly ofBatch: boolean;
  readonly fromBaseline: boolean;
  readonly countsDown: boolean;
  readonly attain: CriterionKind<Criterion>['attain'];
  readonly reader: FigureReader;
  /** What is required of every row that is held against anything; NaN where it differs. */
  readonly alike: number;
}

/** Holds the figures of a frame against the pass marks of a window. */
export function hold(evaluated: EvaluatedTarget, formed: FormedFrame, window: JudgedWindow): Held {
  const { compiled, roles } = evaluated;
  const { criterion, measure, target, traits, shape } = compiled;
  const kind = criterionKind<Criterion>(criterion);
  const { common, own } = window.tests;
  return {
    evaluated,
    formed,
    frame: formed.frame,
    window,
    roles,
    kind,
    common,
    own: own.size === 0 ? null : own,
    tallied: isTallied(compiled),
    ratioLike: isRatioLike(evaluated),
    ofPredicate: 'predicate' in measure,
    drawsPart: kind.drawsPart === true && formed.frame.shape === 'share' && !traits.ofItems,
    ofBatch: shape === 'count' && traits.isShare,
    fromBaseline: target.progressFrom === 'baseline',
    countsDown: traits.countsDown,
    attain: kind.attain,
    reader: figureReader(compiled, formed.frame),
    alike: own.size > 0 ? Number.NaN : requiredOfAll(kind, compiled.format, common),
  };
}

/** What is required where neither the number of members nor a reference takes part; NaN where one does. */
function requiredOfAll(kind: CriterionKind<Criterion>, format: FigureFormat, common: Test): number {
  if (common.againstReference || format === 'items' || format === 'count') return Number.NaN;
  return kind.required(format, Number.NaN) ?? requiredOf(common, format, Number.NaN);
}

/** A figure or a pass mark alone. */
function figuresOf(figure: number, required: number): RowFigures {
  return { figure, required, a: Number.NaN, b: Number.NaN, attainment: NO_ATTAINMENT };
}

/** Figure, pass mark and attainment of a row in one formed frame. */
export function rowFigures(
  evaluated: EvaluatedTarget,
  formed: FormedFrame,
  window: JudgedWindow,
  row: number,
): RowFigures {
  const held = hold(evaluated, formed, window);
  const { frame, roles } = held;
  if (held.tallied && roles[row] === ROLE.ancestor) return tallyFigures(evaluated, row);
  const required = requiredIn(held, row);
  if (isMember(evaluated, formed, row)) return figuresOf(memberOutcome(formed, row), Number.NaN);
  if (!isKnownIn(frame, held.ofPredicate, row)) return figuresOf(Number.NaN, required);
  const figure = figureIn(held, row);
  const [a, b] = [frame.a[row] as number, termOf(frame, row)];
  return { figure, required, a, b, attainment: attainmentOf(ratioIn(held, row)) };
}

/** The attainment `rowFigures` has for a row, and nothing else. */
export function ratioAt(held: Held, row: number): Ratio {
  const { evaluated, formed, frame, roles } = held;
  if (held.tallied && roles[row] === ROLE.ancestor) return tallyRatio(evaluated, row);
  if (isMember(evaluated, formed, row) || !isKnownIn(frame, held.ofPredicate, row)) return Number.NaN;
  return ratioIn(held, row);
}

/** What the second term of a row is: its own, the number of its members, or 1. */
function termOf({ b, members }: FormedFrame['frame'], row: number): number {
  return b?.[row] ?? members[row] ?? 1;
}

/** The figure of a row alone, as `rowFigures` has it, in the target's unit; NaN for none. */
export function rowFigure(evaluated: EvaluatedTarget, formed: FormedFrame, row: number): number {
  if (evaluated.roles[row] === ROLE.ancestor && isTallied(evaluated.compiled))
    return tallyFigures(evaluated, row).figure;
  if (isMember(evaluated, formed, row)) return memberOutcome(formed, row);
  return isKnown(evaluated, formed.frame, row) ? knownFigure(evaluated.compiled, formed.frame, row) : Number.NaN;
}

/** Whether a row answers the predicate of a target that others owe. */
export function isMember({ roles }: EvaluatedTarget, { answers, members }: FormedFrame, row: number): boolean {
  return answers !== null && members.counted[row] === 1 && roles[row] !== ROLE.owes;
}

/** 1 where a member meets the predicate, 0 where it does not, NaN where nobody knows. */
function memberOutcome({ answers }: FormedFrame, row: number): number {
  const outcome = answers?.outcome[row] ?? -1;
  return outcome < 0 ? Number.NaN : outcome;
}

/** What a frame has for a row, a bare percentage where that is all. */
export function knownFigure(compiled: CompiledTarget, frame: FormedFrame['frame'], row: number): number {
  if ((frame.flags[row] as number) & FLAG.percentage) return percentageOf(compiled, frame.percentages?.[row]);
  return figureOf(compiled, frame, frame.a[row] as number, frame.b?.[row] ?? frame.members[row] ?? 1);
}

export function isKnown({ compiled }: EvaluatedTarget, frame: FormedFrame['frame'], row: number): boolean {
  return isKnownIn(frame, 'predicate' in compiled.measure, row);
}

/** Whether a frame has a figure for a row. */
function isKnownIn(frame: FormedFrame['frame'], ofPredicate: boolean, row: number): boolean {
  const flags = frame.flags[row] as number;
  if (flags & FLAG.error) return false;
  if (flags & FLAG.percentage) return true;
  // Bare percentages alone make no figure above them.
  if (flags & FLAG.bareBelow && frame.b?.[row] === 0) return false;
  if (flags & (FLAG.noCase | FLAG.caseRunning)) return false;
  if (frame.shape === 'sum') return !isSilent(frame, row);
  if (ofPredicate) return (frame.reported[row] as number) > 0;
  // Of members nobody knows anything of, as of none that reported, there is no figure; where there are no members it is 0.
  if (frame.shape === 'count' || frame.shape === 'share')
    return !isSilent(frame, row) && (frame.members[row] === 0 || (frame.reported[row] as number) > 0);
  return (frame.reported[row] as number) > 0;
}

function testOf({ common, own }: Held, row: number): Test {
  return own === null ? common : (own.get(row) ?? common);
}

/** Only what is held against a row: a rate or share stands beside the county's, a sum beside nothing. */
function requiredIn(held: Held, row: number): number {
  const { evaluated, frame, roles, window, kind } = held;
  const { compiled } = evaluated;
  const owes = roles[row] === ROLE.owes && hasPassMark(window, row);
  if (!owes && !held.ratioLike) return Number.NaN;
  if (!Number.isNaN(held.alike)) return held.alike;
  const test = testOf(held, row);
  const b = termOf(frame, row);
  if (test.againstReference) {
    // Without a pair there is nothing to be held against, which is not 0.
    return frame.reported[row] === 0 ? Number.NaN : figureOf(compiled, { scaleA: scaleOf(evaluated), scaleB: 0 }, b, 1);
  }
  return kind.required(compiled.format, b) ?? requiredOf(test, compiled.format, b);
}

function scaleOf({ present }: EvaluatedTarget): number {
  return present.formed.frame.scaleB;
}

/** The one formula of attainment, for a row whose figure is known. */
function ratioIn(held: Held, row: number): Ratio {
  const { evaluated, frame, attain } = held;
  if (held.countsDown) return remainingRatio(evaluated, frame, row);
  const a = frame.a[row] as number;
  if (held.drawsPart) {
    const b = termOf(frame, row);
    return b === 0 ? Number.NaN : a / b;
  }
  if (held.ofBatch) {
    const divisor = batchDivisor(evaluated, requiredIn(held, row), frame.members[row] as number);
    return divisor === 0 ? Number.NaN : a / divisor;
  }
  const figure = figureIn(held, row);
  if (held.fromBaseline)
    return attainFromBaseline(figure, requiredIn(held, row), baselineOf(evaluated, row), passes(held, row));
  if (Number.isNaN(figure)) return Number.NaN;
  return attain === null ? Number(passes(held, row)) : attain(figure, requiredIn(held, row));
}

/** The figure of a row that has one, as `knownFigure` has it. */
function figureIn({ evaluated, frame, reader }: Held, row: number): number {
  if ((frame.flags[row] as number) & FLAG.percentage) return percentageOf(evaluated.compiled, frame.percentages?.[row]);
  return readFigure(reader, frame.a[row] as number, termOf(frame, row));
}

function passes(held: Held, row: number): boolean {
  const { frame } = held;
  const test = testOf(held, row);
  if ((frame.flags[row] as number) & FLAG.percentage)
    return comparePercentage(test, frame.percentages?.[row] ?? Number.NaN) > 0;
  return test.passes(frame.a[row] as number, frame.b ? termOf(frame, row) : 1) > 0;
}

/** A batch is drawn against the larger of what is required and what is listed for it. */
export function batchDivisor({ compiled }: EvaluatedTarget, required: number, listed: number): number {
  return compiled.target.scope.members?.cohort === undefined ? required : Math.max(required, listed);
}

/** (initial − remaining) ÷ initial; none left is 1, an unknown start gives none. Who is silent is not known to be cleared. */
function remainingRatio(evaluated: EvaluatedTarget, frame: FormedFrame['frame'], row: number): Ratio {
  const open = (frame.a[row] as number) + (frame.members[row] as number) - (frame.reported[row] as number);
  if (open === 0) return 1;
  const started = initialOf(evaluated, frame, row);
  return started > 0 ? (started - open) / started : Number.NaN;
}

function initialOf(evaluated: EvaluatedTarget, frame: FormedFrame['frame'], row: number): number {
  if ('ledger' in evaluated.compiled.measure) return frame.members[row] as number;
  const initial = evaluated.initial()?.frame;
  if (!initial || (initial.reported[row] as number) === 0) return Number.NaN;
  return initial.reported[row] === initial.members[row] ? (initial.a[row] as number) : Number.NaN;
}

/** The start of a level, in the target's unit; NaN when unknown. */
export function baselineOf(evaluated: EvaluatedTarget, row: number): number {
  const { compiled, present } = evaluated;
  const { baseline } = compiled.target;
  if (compiled.traits.countsDown) return initialOf(evaluated, present.formed.frame, row);
  if (compiled.traits.startsFromZero) return 0;
  if (!baseline) return Number.NaN;
  if ('value' in baseline) {
    if (compiled.format === 'percent') return (baseline.value * wholeOf(compiled.unit)) / wholeOf(baseline.unit);
    const factor = (evaluated.context.unitOf(baseline.unit)?.factor ?? 1) / compiled.factor;
    return compiled.format === 'quantity' ? baseline.value * factor : baseline.value;
  }
  const { frame } = evaluated.baseline();
  // A line starts where all members stood, or it has no start.
  const whole = frame.reported[row] === frame.members[row] && ((frame.flags[row] as number) & FLAG.bareBelow) === 0;
  return whole && isKnown(evaluated, frame, row) ? knownFigure(compiled, frame, row) : Number.NaN;
}

/** The frame a row is shown from: its own day, or an older level where that day is silent. */
export function shownFrame(evaluated: EvaluatedTarget, row: number): FormedFrame {
  const { present } = evaluated;
  const { frame, moment } = present.formed;
  if (moment.carry || !isSilent(frame, row)) return present.formed;
  return evaluated.carried();
}

export function tallyRatio(evaluated: EvaluatedTarget, row: number): Ratio {
  const tally = evaluated.tally();
  const owing = tally.owing[row] as number;
  return owing === 0 || tally.known[row] === 0 ? Number.NaN : (tally.passing[row] as number) / owing;
}

function tallyFigures(evaluated: EvaluatedTarget, row: number): RowFigures {
  const { compiled } = evaluated;
  const tally = evaluated.tally();
  const [a, b] = [tally.passing[row] as number, tally.owing[row] as number];
  const required = compiled.target.scope.requiredShare ?? 100;
  const figure = b === 0 || (tally.known[row] as number) === 0 ? Number.NaN : (100 * a) / b;
  return { figure, required, a, b, attainment: attainmentOf(tallyRatio(evaluated, row)) };
}

/** Rates and shares read the same at every level; sums do not. */
export function isRatioLike({ compiled }: EvaluatedTarget): boolean {
  return compiled.shape === 'ratio' || (compiled.shape === 'share' && !compiled.traits.ofItems);
}

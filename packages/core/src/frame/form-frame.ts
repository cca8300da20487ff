import { measureKind, traitsOf } from '../measure/index.js';
import type { MeasureOf } from '../measure/measure-kind.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { BaselineRef, Measure, Predicate } from '../plan/plan.js';
import { parseDecimal } from '../quantity/decimal.js';
import { isHigherBetter } from '../plan/grade-order.js';
import { formAssignments } from './assignment.js';
import { attain } from '../criterion/attainment.js';
import { drawnOf } from '../criterion/ratio.js';
import { figureOf, percentageOf } from '../figure/figure-of.js';
import { formCases } from './case.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { formCount, formRegisterStates } from './count.js';
import { compileTest } from '../criterion/test.js';
import { PASS } from '../criterion/pass.js';
import type { Test } from '../criterion/test.js';
import { powerOfTen } from '../quantity/exact.js';
import { createFrame, endOf, FLAG, isSilent, rollUp } from './frame.js';
import type { Frame } from './frame.js';
import type { Shape } from '../figure/figure-form.js';
import { formLeaf } from './leaf.js';
import type { Leaf, LeafMeasure } from './leaf.js';
import { formLedger } from './ledger.js';
import type { Members } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';
import { yearBefore } from '../compile/moment.js';
import { yearStart } from '../period/own-year.js';
import type { OwnYears } from '../period/own-year.js';
import { readPeriod } from '../period/read-period.js';
import { formOccurrences } from './occurrence.js';

/** A frame with what single rows answered on the way, for expanding and explaining them. */
export interface FormedFrame {
  readonly frame: Frame;
  readonly members: Members;
  readonly moment: FrameMoment;
  /** Members' own figures and the test they answered; `null` unless the measure asks a predicate. */
  readonly answers: MemberAnswers | null;
}

/** What each member answered to the predicate. */
export interface MemberAnswers {
  readonly leaf: Leaf;
  readonly test: Test;
  readonly format: CompiledTarget['format'];
  readonly unit: string;
  readonly factor: number;
  /** 1 passes, 0 fails, −1 unknown, by row. */
  readonly outcome: Int8Array;
  /** Way to the predicate, 0…1, NaN for none, by row. */
  readonly progress: Float64Array;
}

/** Forms the figures of a target at one moment and rolls them up the tree. */
export function formFrame(
  given: EvaluationContext,
  compiled: CompiledTarget,
  moment: FrameMoment,
  members: Members,
): FormedFrame {
  const { measure } = compiled;
  const context = seenFrom(given, members.day);
  return formOf(measure)({ context, compiled, moment, members }, measure);
}

interface FormGiven {
  readonly context: EvaluationContext;
  readonly compiled: CompiledTarget;
  readonly moment: FrameMoment;
  readonly members: Members;
}

type Form<M extends Measure> = (given: FormGiven, measure: M) => FormedFrame;

/** A frame in which no row answered anything on the way. */
function plain<M extends Measure>(form: (given: FormGiven, measure: M) => Frame): Form<M> {
  return (given, measure) => ({
    frame: form(given, measure),
    members: given.members,
    moment: given.moment,
    answers: null,
  });
}

const ofReports = plain<LeafMeasure>(leafFrame);

/** How figures of each kind of measure are formed. */
const FORMS: { readonly [Kind in Measure['kind']]: Form<MeasureOf<Kind>> } = {
  stock: ofReports,
  flow: ofReports,
  cumulative: ofReports,
  rate: ofReports,
  grade: ofReports,
  state: ofReports,
  checklist: ofReports,
  share: formShare,
  remaining: (given, measure) =>
    'ledger' in measure
      ? plain<typeof measure>(({ context, moment, members }) => formLedger(context, measure.ledger, moment, members))(
          given,
          measure,
        )
      : predicateFrame(given, measure.predicate),
  count: plain(({ context, compiled, moment, members }, measure) =>
    formCount(context, compiled, measure, moment, members),
  ),
  occurrence: plain(({ context, compiled, moment, members }, measure) =>
    formOccurrences(context, compiled, measure, moment, members),
  ),
  assignment: plain(({ context, compiled, moment, members }, measure) =>
    formAssignments(context, compiled, measure, moment, members),
  ),
  case: plain(({ context, compiled, moment, members }, measure) =>
    formCases(context, compiled, measure, moment, members),
  ),
  change: plain(({ context, moment, members }, measure) => changeFrame(context, measure, moment, members)),
  growth: plain(({ context, moment, members }, measure) => growthFrame(context, measure, moment, members)),
};

function formOf<M extends Measure>({ kind }: M): Form<M> {
  // the compiler does not see that the entry of a kind takes measures of that kind
  return FORMS[kind] as unknown as Form<M>;
}

/** Members of a register the target names are asked themselves where their answers are events. */
function formShare(given: FormGiven, measure: MeasureOf<'share'>): FormedFrame {
  const { context, compiled, moment, members } = given;
  const { register } = compiled.target.scope.owes;
  const asked = measure.predicate.measure;
  if (register === undefined || !('event' in asked)) return predicateFrame(given, measure.predicate);
  return plain<typeof measure>(() => formRegisterStates(context, register, asked.event, moment, members))(
    given,
    measure,
  );
}

/** The same reports where areas that went on have the figures of those they have taken in by a day. */
export function seenFrom(context: EvaluationContext, day: Day): EvaluationContext {
  const observations = context.observations.mergedBy(day);
  return observations === context.observations ? context : { ...context, observations };
}

function leafFrame({ context, compiled, moment, members }: FormGiven, measure: LeafMeasure): Frame {
  const { shape, traits } = compiled;
  const leaf = formLeaf(context, measure, moment, members.counted);
  const frame = frameOfLeaf(leaf, shape, members, !traits.rollsUp);
  if (traits.rollsUp) rollUp(frame, context.roster);
  return frame;
}

/** Takes leaf figures of counted rows as a frame, not yet rolled up; the columns are shared, not copied. */
function frameOfLeaf(leaf: Leaf, shape: Shape, { counted, totals }: Members, own = false): Frame {
  const paired = shape === 'ratio' || shape === 'share';
  const frame: Frame = {
    shape,
    a: leaf.a,
    b: paired ? (leaf.b ?? new Float64Array(counted.length)) : null,
    reported: leaf.knownItems ? new Int32Array(leaf.knownItems) : leaf.known,
    members: leaf.knownItems ? new Int32Array(counted.length) : own ? new Int32Array(counted) : totals,
    flags: leaf.flags,
    ends: leaf.ends,
    scaleA: leaf.scaleA,
    scaleB: leaf.scaleB,
    progress: null,
    percentages: leaf.percentages,
  };
  if (!leaf.knownItems) return frame;
  for (let row = 0; row < counted.length; row++) {
    if (counted[row] === 1) frame.members[row] = leaf.b?.[row] ?? 0;
    else if (frame.b) frame.b[row] = 0;
  }
  return frame;
}

function predicateFrame({ context, compiled, moment, members }: FormGiven, predicate: Predicate): FormedFrame {
  const answers = answerPredicate(context, predicate, moment, members.counted);
  const { ends } = answers.leaf;
  const frame = createFrame(members.counted.length, {
    shape: compiled.shape,
    ends: typeof ends === 'number' ? ends : ends.slice(),
    members: members.totals,
    progress: true,
  });
  const { a, b, reported, flags, progress } = frame;
  for (let row = 0; row < members.counted.length; row++) {
    if (members.counted[row] === 0) continue;
    if (b) b[row] = 1;
    flags[row] = (answers.leaf.flags[row] as number) & (FLAG.error | FLAG.stale | FLAG.present);
    const outcome = answers.outcome[row] as number;
    if (outcome < 0) continue;
    reported[row] = 1;
    a[row] = outcome;
    const way = answers.progress[row] as number;
    if (progress && !Number.isNaN(way)) progress[row] = way;
  }
  rollUp(frame, context.roster);
  return { frame, members, moment, answers };
}

/** Answers a predicate for every member from its own figures. */
function answerPredicate(
  context: EvaluationContext,
  predicate: Predicate,
  moment: FrameMoment,
  counted: Uint8Array,
): MemberAnswers {
  const { measure, criterion } = predicate;
  const leaf = formLeaf(context, measure, moment, counted);
  const kind = measureKind<Measure>(measure);
  const shape = kind.shape(measure, criterion);
  const format = kind.format(measure, criterion, shape);
  const unit = predicateUnit(context, predicate);
  const factor = format === 'quantity' ? (context.unitOf(unit)?.factor ?? 1) : 1;
  const test = compileTest(
    criterion,
    { shape, scaleA: leaf.scaleA, scaleB: leaf.scaleB },
    {
      higherGradeIsBetter: isHigherBetter((id) => context.indicators.get(id), predicate.measure),
      unitOf: context.unitOf,
    },
  );
  const n = counted.length;
  const outcome = new Int8Array(n).fill(-1);
  const progress = new Float64Array(n).fill(Number.NaN);
  for (let row = 0; row < n; row++) {
    if (counted[row] === 0) continue;
    const a = leaf.a[row] as number;
    const b = leaf.b?.[row] ?? 1;
    outcome[row] = answerOf(leaf, test, row, a, shape === 'count' ? 1 : b);
    if (isSilent(leaf, row) || (leaf.flags[row] as number) & FLAG.error) continue;
    if (leaf.knownItems && !('value' in criterion)) {
      progress[row] = a / b;
      continue;
    }
    const figure =
      (leaf.flags[row] as number) & FLAG.percentage
        ? percentageOf({ unit }, leaf.percentages?.[row])
        : figureOf({ format, factor, unit }, leaf, a, b);
    progress[row] = drawnOf(attain(criterion, figure, test.required, outcome[row] === 1));
  }
  return { leaf, test, format, unit, factor, outcome, progress };
}

function answerOf(leaf: Leaf, test: Test, row: number, a: number, b: number): number {
  const flags = leaf.flags[row] as number;
  if (flags & FLAG.error || isSilent(leaf, row)) return -1;
  if (flags & FLAG.percentage) return comparePercentage(test, leaf.percentages?.[row] ?? 0) > 0 ? 1 : 0;
  if (leaf.knownItems) {
    const unknown = (leaf.b?.[row] ?? 0) - (leaf.knownItems[row] as number);
    const [low, high] = [test.passes(a, b) > 0, test.passes(a + unknown, b) > 0];
    return low === high ? (low ? 1 : 0) : -1;
  }
  if (leaf.b !== null && b === 0) return -1;
  const passes = test.passes(a, b) > PASS.fails;
  if (leaf.known[row] === 1) return passes ? 1 : 0;
  // A flow tiled in part is a lower bound.
  const bound = a > 0 && (flags & FLAG.negative) === 0;
  if (bound && test.upward === true && passes) return 1;
  if (bound && test.upward === false && !passes) return 0;
  return -1;
}

/** Compares a bare percentage, stored × 10^6, with a percentage criterion, or with an official value in its place. */
export function comparePercentage({ criterion, required }: Test, percentage: number): 0 | 1 | 2 {
  const own = Number.isNaN(required) ? {} : { value: required };
  return compileTest(criterion, { shape: 'ratio', scaleA: 0, scaleB: 0 }, own).passes(percentage, 100 * 1e6);
}

function predicateUnit(context: EvaluationContext, { measure, criterion }: Predicate): string {
  if ('unit' in criterion) return criterion.unit;
  const { ownUnit } = traitsOf(measure);
  if (ownUnit !== '' || !('indicator' in measure)) return ownUnit;
  const indicator = context.indicators.get(measure.indicator);
  return indicator && 'unit' in indicator ? indicator.unit : '';
}

/** stock(date) − stock(baseline), from members with both. A known baseline value belongs to the owing area. */
function changeFrame(
  context: EvaluationContext,
  measure: MeasureOf<'change'>,
  moment: FrameMoment,
  members: Members,
): Frame {
  const stock: LeafMeasure = { kind: 'stock', indicator: measure.indicator };
  const now = formLeaf(context, stock, moment, members.counted);
  const before = formLeaf(context, stock, baselineMoment(context, measure.baseline), members.counted);
  const added = pairFrame(now, before, members, 'sum');
  for (let row = 0; row < added.a.length; row++) added.flags[row] = (added.flags[row] as number) | FLAG.negative;
  rollUp(added, context.roster);
  return 'value' in measure.baseline ? lessKnownBaseline(context, measure.baseline, now, added, members) : added;
}

/** Levels less the known baseline of each owing area; below them what was added since, where it is known of all that report. */
function lessKnownBaseline(
  { roster, unitOf }: EvaluationContext,
  baseline: Extract<BaselineRef, { value: number }>,
  now: Leaf,
  added: Frame,
  members: Members,
): Frame {
  const base = baselineInteger(unitOf, baseline, now.scaleA);
  const frame = frameOfLeaf(withScale(now, base.scale), 'sum', members);
  rollUp(frame, roster);
  const more = 10 ** (base.scale - added.scaleA);
  for (let row = 0; row < frame.a.length; row++) {
    if (members.owes[row] === 1 && frame.reported[row] !== 0) {
      for (let at = row; at >= 0; at = roster.parents[at] as number)
        frame.a[at] = (frame.a[at] as number) - base.integer;
    } else if (members.owes[row] === 0 && members.under[row] === 1) {
      const known = added.reported[row] === frame.reported[row];
      frame.a[row] = known ? (added.a[row] as number) * more : 0;
      frame.flags[row] = known ? (added.flags[row] as number) : 0;
    }
  }
  return frame;
}

/** Day of a baseline period; without one, the day before the plan starts. */
export function baselineMoment(context: EvaluationContext, baseline: BaselineRef): FrameMoment {
  const period = 'period' in baseline ? readPeriod(baseline.period, context.yearStart) : undefined;
  const day: Day | undefined =
    'period' in baseline ? period?.end : baseline.date === undefined ? undefined : parseDate(baseline.date);
  const date = day ?? context.planStart - 1;
  // A year that is named is the whole of it, whichever way it is counted.
  const windowStart = period?.kind === 'year' ? period.start : yearStart(context.yearStart, date);
  return { date, windowStart, carry: false };
}

/** A known baseline in base units × 10^scale, at the smallest scale from `least` on at which it is whole. */
function baselineInteger(unitOf: UnitLookup, baseline: Extract<BaselineRef, { value: number }>, least: number) {
  const decimal = parseDecimal(String(baseline.value)) ?? { integer: 0n, scale: 0 };
  const factor = BigInt(unitOf(baseline.unit)?.factor ?? 1);
  const divisor = powerOfTen(decimal.scale);
  let scale = least;
  while ((decimal.integer * factor * powerOfTen(scale)) % divisor !== 0n) scale++;
  return { integer: Number((decimal.integer * factor * powerOfTen(scale)) / divisor), scale };
}

/** The same figures with more decimals, all zero. */
function withScale(leaf: Leaf, scaleA: number): Leaf {
  const more = 10 ** (scaleA - leaf.scaleA);
  return more === 1 ? leaf : { ...leaf, a: leaf.a.map((figure) => figure * more), scaleA };
}

/** a is the figure, b its reference (`pair`), or a the difference of both (`sum`). */
function pairFrame(now: Leaf, before: Leaf, { counted, totals }: Members, shape: 'pair' | 'sum'): Frame {
  const n = counted.length;
  const ends = typeof now.ends === 'number' ? now.ends : new Float64Array(n).fill(Number.NaN);
  const frame = createFrame(n, { shape, ends, members: totals, scaleA: now.scaleA, scaleB: before.scaleA });
  const { a, b, reported, flags } = frame;
  for (let row = 0; row < n; row++) {
    if (counted[row] === 0) continue;
    flags[row] =
      ((now.flags[row] as number) & (FLAG.stale | FLAG.error)) | ((before.flags[row] as number) & FLAG.error);
    if (now.known[row] === 1 && before.known[row] === 0) {
      flags[row] = (flags[row] as number) | FLAG.noReference;
    }
    if (now.known[row] === 0 || before.known[row] === 0) continue;
    reported[row] = 1;
    flags[row] = (flags[row] as number) | FLAG.present;
    if (typeof ends !== 'number') ends[row] = endOf(now, row);
    if (b) {
      a[row] = now.a[row] as number;
      b[row] = before.a[row] as number;
    } else {
      a[row] = (now.a[row] as number) - (before.a[row] as number);
    }
  }
  return frame;
}

function growthFrame(
  context: EvaluationContext,
  measure: MeasureOf<'growth'>,
  given: FrameMoment,
  members: Members,
): Frame {
  const kind = measure.of;
  const leafMeasure: LeafMeasure = { kind, indicator: measure.indicator };
  // A level of another day says nothing of how it has grown between these two.
  const moment = kind === 'stock' ? { ...given, carry: false } : given;
  const now = formLeaf(context, leafMeasure, moment, members.counted);
  const reference = referenceMoment(context.yearStart, measure.reference, moment);
  const before = formLeaf(context, leafMeasure, reference, members.counted);
  const frame = pairFrame(now, before, members, 'pair');
  rollUp(frame, context.roster);
  return frame;
}

function referenceMoment(
  years: OwnYears,
  reference: Extract<Measure, { kind: 'growth' }>['reference'],
  moment: FrameMoment,
): FrameMoment {
  if (reference === 'previousYear') {
    return { date: yearBefore(moment.date), windowStart: yearBefore(moment.windowStart), carry: moment.carry };
  }
  const period = readPeriod(reference, years);
  const date = period?.end ?? moment.date;
  return { date, windowStart: period?.start ?? moment.windowStart, carry: false };
}

/** Members that met the predicate on the baseline day: where `remaining` started. NaN when unknown. */
export function initialRemaining(
  context: EvaluationContext,
  compiled: CompiledTarget,
  members: Members,
): FormedFrame | null {
  const { measure } = compiled;
  if (!compiled.traits.countsDown || !('predicate' in measure)) return null;
  const named = 'baseline' in measure && measure.baseline !== undefined ? parseDate(measure.baseline) : undefined;
  const date = named ?? context.planStart - 1;
  const moment = { date, windowStart: yearStart(context.yearStart, date), carry: false };
  return predicateFrame({ context: seenFrom(context, members.day), compiled, moment, members }, measure.predicate);
}

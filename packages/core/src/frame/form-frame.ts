import type { MeasureOf } from '../measure/measure-kind.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { BaselineRef, Measure } from '../plan/plan.js';
import { parseDecimal } from '../quantity/decimal.js';
import { formAssignments } from './assignment.js';
import { formCases } from './case.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { formCount, formRegisterStates } from './count.js';
import { powerOfTen } from '../quantity/exact.js';
import type { FormedFrame, FormGiven } from './formed-frame.js';
import { createFrame, endOf, FLAG, rollUp } from './frame.js';
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
import { predicateFrame } from './predicate.js';

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
  const leaf = formLeaf(context, measure, moment, members);
  const frame = frameOfLeaf(leaf, shape, members, !traits.rollsUp);
  if (traits.rollsUp) rollUp(frame, context.roster, members.lines);
  return frame;
}

/** Takes leaf figures of counted rows as a frame, not yet rolled up; the columns are shared, not copied. */
function frameOfLeaf(leaf: Leaf, shape: Shape, { counted, rows, totals }: Members, own = false): Frame {
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
  if (leaf.knownItems) for (const row of rows) frame.members[row] = leaf.b?.[row] ?? 0;
  return frame;
}

/** stock(date) − stock(baseline), from members with both. A known baseline value belongs to the owing area. */
function changeFrame(
  context: EvaluationContext,
  measure: MeasureOf<'change'>,
  moment: FrameMoment,
  members: Members,
): Frame {
  const stock: LeafMeasure = { kind: 'stock', indicator: measure.indicator };
  const now = formLeaf(context, stock, moment, members);
  const before = formLeaf(context, stock, baselineMoment(context, measure.baseline), members);
  const added = pairFrame(now, before, members, 'sum');
  for (let row = 0; row < added.a.length; row++) added.flags[row] = (added.flags[row] as number) | FLAG.negative;
  rollUp(added, context.roster, members.lines);
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
  rollUp(frame, roster, members.lines);
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
function pairFrame(now: Leaf, before: Leaf, { rows, totals }: Members, shape: 'pair' | 'sum'): Frame {
  const n = totals.length;
  const ends = typeof now.ends === 'number' ? now.ends : new Float64Array(n).fill(Number.NaN);
  const frame = createFrame(n, { shape, ends, members: totals, scaleA: now.scaleA, scaleB: before.scaleA });
  const { a, b, reported, flags } = frame;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
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
  const now = formLeaf(context, leafMeasure, moment, members);
  const reference = referenceMoment(context.yearStart, measure.reference, moment);
  const before = formLeaf(context, leafMeasure, reference, members);
  const frame = pairFrame(now, before, members, 'pair');
  rollUp(frame, context.roster, members.lines);
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

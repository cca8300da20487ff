import { formatDate, parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { measureProgress } from '../progress/measure-progress.js';
import type { ProgressAnswer } from '../progress/progress-method.js';
import {
  attain,
  attainFromBaseline,
  capped,
  figureOf,
  NO_ATTAINMENT,
  percentageOf,
  requiredOf,
} from './attainment.js';
import type { Attainment } from './attainment.js';
import type { Test } from './criterion.js';
import { firstAttained } from './first-attained.js';
import { baselineMoment } from './form-frame.js';
import type { FormedFrame } from './form-frame.js';
import { endOf, FLAG, isSilent } from './frame.js';
import { gapOf, memberUnit } from './gap.js';
import { V } from './judge.js';
import { hasPassMark, isAnswer, isPass } from './judged-window.js';
import type { JudgedWindow } from './judged-window.js';
import { movementOf } from './movement.js';
import { expectedAt, hasLine, isOfOneWindow, lightOf, pathOf, startsFromZero, stepOf, stepsOf } from './progress.js';
import { remarkOf } from './remark.js';
import type { RemarkCode } from './remark.js';
import { VERDICTS } from './result.js';
import type { Completeness, Light, PeriodResult, Result } from './result.js';
import { isRecovered, isTallied, ROLE, takesPart } from './standing.js';
import type { EvaluatedTarget } from './target-evaluation.js';
import { findUnit } from '../quantity/unit.js';

/** Figures of one row at one moment, in the target's unit; NaN for none. */
export interface RowFigures {
  readonly figure: number;
  readonly required: number;
  readonly a: number;
  readonly b: number;
  readonly attainment: Attainment;
}

const NO_FIGURES = { figure: Number.NaN, required: Number.NaN, a: Number.NaN, b: Number.NaN };

/** Expands one row of an evaluated target. */
export function expandRow(evaluated: EvaluatedTarget, row: number): Result {
  const { context, compiled, present, roles, verdicts } = evaluated;
  const area = context.roster.areas[row];
  if (!area) throw new RangeError(`no area in row ${row}`);
  const verdict = VERDICTS[verdicts[row] as number] ?? 'notApplicable';
  const absent = isAbsent(evaluated, row);
  const shown = shownFrame(evaluated, row);
  const figures = absent ? { ...NO_FIGURES, attainment: NO_ATTAINMENT } : rowFigures(evaluated, shown, present, row);
  const { attainment } = absent ? { attainment: NO_ATTAINMENT } : rowAttainment(evaluated, row);
  const progress = absent ? NO_PROGRESS : progressOf(evaluated, figures, row);
  const pair = terms(evaluated, shown, row);
  const member = memberOf(evaluated, shown, row);
  const gap = absent ? Number.NaN : gapOf(evaluated, figures, shown, row);
  const end = endOf(shown.frame, row);
  return {
    target: compiled.target.id,
    indicator: compiled.source,
    area: area.code,
    level: area.level,
    verdict,
    attainment: orNull(attainment.drawn),
    rawAttainment: orNull(attainment.raw),
    figure: orNull(figures.figure),
    numerator: absent ? null : pair.numerator,
    denominator: absent ? null : pair.denominator,
    bounds: absent ? null : boundsOf(evaluated, shown, row),
    required: orNull(figures.required),
    unit: roles[row] === ROLE.ancestor && isTallied(evaluated.compiled) ? '%' : compiled.unit,
    expected: orNull(progress.expected),
    expectedPath: Number.isNaN(progress.expected) ? null : pathOf(compiled.target),
    pace: orNull(progress.pace),
    progress: absent ? null : methodProgress(evaluated, figures, shown, row),
    light: progress.light,
    lightRule: progress.light === null ? null : context.lightRule.preset,
    movement: absent ? null : movementOf(evaluated, row),
    gap: orNull(gap),
    gapUnit: countsMembers(evaluated) ? memberUnit(compiled.from) : compiled.unit,
    completeness: completenessOf(evaluated, row),
    periods: absent ? [] : periodsOf(evaluated, row),
    remarks: remarksOf(evaluated, shown, row).map(remarkOf),
    firstAttainedOn: absent ? null : firstAttained(evaluated, row),
    step: stepOf(context, compiled.target),
    memberProgress: orNull(member.progress),
    memberFigure: orNull(member.figure),
    memberRequired: orNull(member.required),
    memberUnit: member.unit,
    figurePeriod: absent || Number.isNaN(end) ? null : periodLabel(evaluated, end),
    stale: isStale(evaluated, row),
  };
}

/** Whether nothing is asked of a row, or not yet. */
function isAbsent({ roles, verdicts }: EvaluatedTarget, row: number): boolean {
  return roles[row] === ROLE.none || verdicts[row] === V.notStarted;
}

/** Whether what is shown of a row is an older level carried forward. */
export function isStale(evaluated: EvaluatedTarget, row: number): boolean {
  return !isAbsent(evaluated, row) && ((shownFrame(evaluated, row).frame.flags[row] as number) & FLAG.stale) !== 0;
}

/** The figure shown of a row: a member's own one behind the predicate it answers; NaN for none. */
export function ownFigure(evaluated: EvaluatedTarget, row: number): number {
  const shown = shownFrame(evaluated, row);
  const member = memberOf(evaluated, shown, row).figure;
  if (Number.isFinite(member)) return member;
  const figure = isAbsent(evaluated, row) ? Number.NaN : rowFigures(evaluated, shown, evaluated.present, row).figure;
  return Number.isFinite(figure) ? figure : Number.NaN;
}

/** The light of a row; figures are looked at only where no verdict decides it. */
export function lightIn(evaluated: EvaluatedTarget, row: number): Light | null {
  if (isAbsent(evaluated, row)) return null;
  const { judged, settled, onItsWay } = standingOf(evaluated, row);
  if (settled !== null || !onItsWay) return judged ? settled : null;
  return progressOf(evaluated, rowFigures(evaluated, shownFrame(evaluated, row), evaluated.present, row), row).light;
}

/** Attainment of a row over all its windows, and the 0…1 that is drawn (NaN for none). */
export function rowAttainment(
  evaluated: EvaluatedTarget,
  row: number,
): { readonly attainment: Attainment; readonly drawn: number } {
  const { compiled, present, roles, verdicts } = evaluated;
  if (roles[row] === ROLE.none || verdicts[row] === V.notStarted) {
    return { attainment: NO_ATTAINMENT, drawn: Number.NaN };
  }
  const shown = shownFrame(evaluated, row);
  const now = rowFigures(evaluated, shown, present, row).attainment;
  if (roles[row] === ROLE.ancestor && isTallied(evaluated.compiled)) {
    const attainment = tallyAttainment(evaluated, row);
    return { attainment, drawn: attainment.drawn };
  }
  const progress = shown.answers?.progress[row];
  if (progress !== undefined && shown.members.counted[row] === 1 && roles[row] !== ROLE.owes) {
    return { attainment: NO_ATTAINMENT, drawn: progress };
  }
  if (roles[row] !== ROLE.owes && !isRatioLike(evaluated)) {
    return { attainment: NO_ATTAINMENT, drawn: Number.NaN };
  }
  if (!compiled.repeated) {
    const items = itemsProgress(evaluated, shown, row);
    return { attainment: now, drawn: Number.isNaN(items) ? now.drawn : items };
  }
  const overall = repeatedAttainment(evaluated, row);
  return { attainment: overall, drawn: Number.isNaN(overall.drawn) ? now.drawn : overall.drawn };
}

/** eachYear: mean of due windows, capped each; throughout: the minimum; occurrences: windows met ÷ due. */
function repeatedAttainment(evaluated: EvaluatedTarget, row: number): Attainment {
  const { compiled, windows } = evaluated;
  const due = windows.filter(
    (window) => window.judged && window.state === 'due' && takesPart(window, row),
  );
  if (compiled.measure.kind === 'occurrence') {
    const known = due.filter((window) => isAnswer(window.outcome(row)));
    const met = known.filter((window) => isPass(window.outcome(row))).length;
    return known.length === 0 ? NO_ATTAINMENT : capped(met / due.length);
  }
  const ratios = due
    .map((window): Attainment => {
      const { attainment } = rowFigures(evaluated, window.formed, window, row);
      // A window that is known to have missed without a ratio (0 of more than 0) counts as 0.
      const missed = Number.isNaN(attainment.drawn) && window.outcome(row) === V.notAttained;
      return missed ? { drawn: 0, raw: Number.NaN } : attainment;
    })
    .filter(({ drawn }) => !Number.isNaN(drawn));
  if (ratios.length === 0) return NO_ATTAINMENT;
  if (compiled.target.schedule.kind === 'throughout') {
    return ratios.reduce((least, next) => (next.drawn < least.drawn ? next : least));
  }
  return capped(ratios.reduce((sum, { drawn }) => sum + drawn, 0) / ratios.length);
}

/** Figure, pass mark and attainment of a row in one formed frame. */
export function rowFigures(
  evaluated: EvaluatedTarget,
  formed: FormedFrame,
  window: JudgedWindow,
  row: number,
): RowFigures {
  const { compiled, roles } = evaluated;
  const { frame } = formed;
  const test = window.test(row);
  if (roles[row] === ROLE.ancestor && isTallied(evaluated.compiled)) return tallyFigures(evaluated, row);
  const a = frame.a[row] as number;
  const b = frame.b?.[row] ?? frame.members[row] ?? 1;
  const required = requiredIn(evaluated, window, b, row);
  const member = formed.answers !== null && formed.members.counted[row] === 1 && roles[row] !== ROLE.owes;
  if (member) {
    const outcome = formed.answers?.outcome[row] ?? -1;
    return { ...NO_FIGURES, figure: outcome < 0 ? Number.NaN : outcome, attainment: NO_ATTAINMENT };
  }
  if (!isKnown(evaluated, frame, row)) return { ...NO_FIGURES, required, attainment: NO_ATTAINMENT };
  const figure =
    (frame.flags[row] as number) & FLAG.percentage
      ? percentageOf(compiled, frame.percentages?.[row])
      : figureOf(compiled, frame, a, b);
  const attainment = attainmentIn(evaluated, formed, test, { figure, required, a, b }, row);
  return { figure, required, a, b, attainment };
}

function isKnown({ compiled }: EvaluatedTarget, frame: FormedFrame['frame'], row: number): boolean {
  const flags = frame.flags[row] as number;
  if (flags & FLAG.error) return false;
  if (flags & FLAG.percentage) return true;
  if (flags & (FLAG.noCase | FLAG.caseRunning)) return false;
  if (frame.shape === 'sum') return !isSilent(frame, row);
  if ('predicate' in compiled.measure) return (frame.reported[row] as number) > 0;
  if (frame.shape === 'count' || frame.shape === 'share') return !isSilent(frame, row);
  return (frame.reported[row] as number) > 0;
}

/** Only what is held against a row: a rate or share stands beside the county's, a sum beside nothing. */
function requiredIn(evaluated: EvaluatedTarget, window: JudgedWindow, b: number, row: number): number {
  const { compiled, roles } = evaluated;
  const owes = roles[row] === ROLE.owes && hasPassMark(window, row);
  if (!owes && !isRatioLike(evaluated)) return Number.NaN;
  const test = window.test(row);
  if (compiled.criterion.kind === 'notAbove') return figureOf(compiled, { scaleA: scaleOf(evaluated), scaleB: 0 }, b, 1);
  if (compiled.criterion.kind === 'every' && compiled.format === 'count') return b;
  if (compiled.criterion.kind === 'done' && compiled.format === 'percent') return 100;
  return requiredOf(test, compiled.format, b);
}

function scaleOf({ present }: EvaluatedTarget): number {
  return present.formed.frame.scaleB;
}

function attainmentIn(
  evaluated: EvaluatedTarget,
  { frame }: FormedFrame,
  test: Test,
  known: { readonly figure: number; readonly required: number; readonly a: number; readonly b: number },
  row: number,
): Attainment {
  const { compiled } = evaluated;
  const { measure, criterion, target } = compiled;
  const { figure, required, a, b } = known;
  if (measure.kind === 'remaining') return remainingAttainment(evaluated, frame, row);
  const percentage = ((frame.flags[row] as number) & FLAG.percentage) !== 0;
  const passed = !percentage && test.passes(a, frame.b ? b : 1) > 0;
  if (criterion.kind === 'done' && frame.shape === 'share' && measure.kind !== 'checklist') {
    return b === 0 ? NO_ATTAINMENT : capped(a / b);
  }
  if (compiled.shape === 'count' && measure.kind === 'share') {
    const divisor = batchDivisor(evaluated, required, frame.members[row] as number);
    return divisor === 0 ? NO_ATTAINMENT : capped(a / divisor);
  }
  if (target.progressFrom === 'baseline') {
    return attainFromBaseline({ figure, required, reference: baselineOf(evaluated, row), passed });
  }
  return attain(criterion, { figure, required, reference: required, passed });
}

/** A batch is drawn against the larger of what is required and what is listed for it. */
function batchDivisor({ compiled }: EvaluatedTarget, required: number, listed: number): number {
  return compiled.target.scope.members?.cohort === undefined ? required : Math.max(required, listed);
}

/** (initial − remaining) ÷ initial; none left is 1, an unknown start gives none. */
function remainingAttainment(evaluated: EvaluatedTarget, frame: FormedFrame['frame'], row: number): Attainment {
  const open = frame.a[row] as number;
  const complete = frame.reported[row] === frame.members[row];
  if (open === 0 && complete) return capped(1);
  const started = initialOf(evaluated, frame, row);
  return started > 0 ? capped((started - open) / started) : NO_ATTAINMENT;
}

function initialOf(evaluated: EvaluatedTarget, frame: FormedFrame['frame'], row: number): number {
  const { measure } = evaluated.compiled;
  if (measure.kind !== 'remaining') return Number.NaN;
  if ('ledger' in measure) return frame.members[row] as number;
  const initial = evaluated.initial()?.frame;
  if (!initial || (initial.reported[row] as number) === 0) return Number.NaN;
  return initial.reported[row] === initial.members[row] ? (initial.a[row] as number) : Number.NaN;
}

/** The start of a level, in the target's unit; NaN when unknown. */
export function baselineOf(evaluated: EvaluatedTarget, row: number): number {
  const { compiled, present } = evaluated;
  const { baseline } = compiled.target;
  if (compiled.measure.kind === 'remaining') return initialOf(evaluated, present.formed.frame, row);
  if (startsFromZero(compiled)) return 0;
  if (!baseline) return Number.NaN;
  if ('value' in baseline) {
    const factor = (findUnit(baseline.unit)?.factor ?? 1) / compiled.factor;
    return compiled.format === 'quantity' ? baseline.value * factor : baseline.value;
  }
  const { frame } = evaluated.baseline();
  if (!isKnown(evaluated, frame, row)) return Number.NaN;
  return figureOf(compiled, frame, frame.a[row] as number, frame.b?.[row] ?? 1);
}

interface Progress {
  readonly expected: number;
  readonly pace: number;
  readonly light: Light | null;
}

const NO_PROGRESS: Progress = { expected: Number.NaN, pace: Number.NaN, light: null };

/** Expected figure, pace and light: by the verdict once it is known, else by the line. */
function progressOf(evaluated: EvaluatedTarget, figures: RowFigures, row: number): Progress {
  const { context, compiled, present, verdicts } = evaluated;
  const { judged, settled, onItsWay } = standingOf(evaluated, row);
  if (!onItsWay) return { ...NO_PROGRESS, light: judged ? settled : null };
  const line = {
    start: lineStart(evaluated, row),
    due: present.end,
    baseline: baselineOf(evaluated, row),
    required: figures.required,
  };
  // Before a flow's window opens nothing can be expected of it, and 0 would look like a lead.
  const expected =
    context.asOf < line.start
      ? Number.NaN
      : expectedAt(context, compiled.target, line, context.asOf);
  const aimed = expectedAttainment(evaluated, expected, line.baseline, figures, row);
  const drawn = figures.attainment.drawn;
  const pace = 100 * (drawn - aimed);
  if (settled !== null) return { expected, pace, light: settled };
  const lit = verdicts[row] === V.notYetDue && !Number.isNaN(pace);
  return { expected, pace, light: lit ? lightOf(context.lightRule, drawn, aimed) : null };
}

/** Whether a row is judged, the light its verdict gives it, and whether it is held against a line on its way to a pass mark. */
function standingOf({ compiled, present, roles, verdicts }: EvaluatedTarget, row: number): {
  readonly judged: boolean;
  readonly settled: Light | null;
  readonly onItsWay: boolean;
} {
  const verdict = verdicts[row] as number;
  const owes = roles[row] === ROLE.owes;
  return {
    judged: owes || (roles[row] === ROLE.ancestor && verdict !== V.notJudged),
    settled: isPass(verdict) ? 'green' : verdict === V.notAttained ? 'red' : null,
    onItsWay: owes && present.state === 'running' && hasPassMark(present, row) && hasLine(compiled),
  };
}

/** What the progress method of a running target answers; `null` where none is named or nothing runs. */
function methodProgress(
  evaluated: EvaluatedTarget,
  { figure, required }: RowFigures,
  { frame }: FormedFrame,
  row: number,
): ProgressAnswer | null {
  const { context, compiled, present, roles } = evaluated;
  const method = compiled.target.progressMethod ?? context.progressMethod;
  const running = roles[row] === ROLE.owes && present.state === 'running' && hasPassMark(present, row);
  if (method === null || !running || !hasLine(compiled)) return null;
  const start = lineStart(evaluated, row);
  const { baseline, clock } = compiled.target;
  const end = endOf(frame, row);
  const known = baseline && !startsFromZero(compiled) ? baselineMoment(context, baseline).date : start;
  return measureProgress(method, {
    figure,
    figureDate: Number.isNaN(end) ? present.formed.moment.date : end,
    baseline: baselineOf(evaluated, row),
    baselineDate: clock === 'rollout' ? Math.max(start, known) : known,
    required,
    due: present.end,
    upward: present.test(row).upward === true,
    achieved: isPass(present.outcome(row)),
    steps: stepsOf(context, compiled.target),
  });
}

/** The attainment formula applied to the expected figure. */
function expectedAttainment(
  evaluated: EvaluatedTarget,
  expected: number,
  baseline: number,
  figures: RowFigures,
  row: number,
): number {
  const { compiled, present } = evaluated;
  if (Number.isNaN(expected)) return Number.NaN;
  if (compiled.measure.kind === 'remaining') {
    return baseline > 0 ? capped((baseline - expected) / baseline).drawn : Number.NaN;
  }
  if (compiled.shape === 'count' && compiled.measure.kind === 'share') {
    const listed = present.formed.frame.members[row] as number;
    const divisor = batchDivisor(evaluated, figures.required, listed);
    return divisor === 0 ? Number.NaN : capped(expected / divisor).drawn;
  }
  const downward = present.tests.common.upward === false;
  const passed = downward ? expected <= figures.required : expected >= figures.required;
  const input = { figure: expected, required: figures.required, passed };
  if (compiled.target.progressFrom === 'baseline') {
    return attainFromBaseline({ ...input, reference: baseline }).drawn;
  }
  if (expected === 0 && figures.required > 0) return 0;
  return attain(compiled.criterion, { ...input, reference: figures.required }).drawn;
}

function lineStart({ context, compiled, present }: EvaluatedTarget, row: number): Day {
  const planned = context.columns.cohortStarts[row] as number;
  const onRollout = compiled.target.clock === 'rollout' && !Number.isNaN(planned);
  const start = onRollout ? planned : context.planStart;
  return compiled.repeated || isOfOneWindow(compiled.measure) ? Math.max(start, windowOf(present, compiled.repeated)) : start;
}

function windowOf(present: JudgedWindow, repeated: boolean): Day {
  return repeated ? present.start : (parseDate(`${formatDate(present.end).slice(0, 4)}-01-01`) as Day);
}

/** The frame a row is shown from: its own day, or an older level where that day is silent. */
export function shownFrame(evaluated: EvaluatedTarget, row: number): FormedFrame {
  const { present } = evaluated;
  const { frame, moment } = present.formed;
  if (moment.carry || !isSilent(frame, row)) return present.formed;
  return evaluated.carried();
}

function terms(evaluated: EvaluatedTarget, { frame }: FormedFrame, row: number) {
  const { context, compiled, roles } = evaluated;
  const nothing = { numerator: null, denominator: null };
  if (roles[row] === ROLE.ancestor && isTallied(evaluated.compiled)) {
    const tally = evaluated.tally();
    return { numerator: tally.passing[row] ?? 0, denominator: tally.owing[row] ?? 0 };
  }
  const [a, b] = [frame.a[row] as number, frame.b?.[row] ?? Number.NaN];
  if (!frame.b || !isKnown(evaluated, frame, row) || (frame.flags[row] as number) & FLAG.percentage) return nothing;
  if (frame.shape === 'share') return { numerator: a, denominator: b };
  const indicator = context.indicators.get(compiled.source);
  const unit = indicator && 'unit' in indicator ? indicator.unit : '';
  const denominatorUnit = indicator?.type === 'ratio' ? (indicator.denominatorUnit ?? unit) : unit;
  return {
    numerator: a / 10 ** frame.scaleA / (findUnit(unit)?.factor ?? 1),
    denominator: b / 10 ** frame.scaleB / (findUnit(denominatorUnit)?.factor ?? 1),
  };
}

function boundsOf(
  evaluated: EvaluatedTarget,
  { frame }: FormedFrame,
  row: number,
): readonly [number, number] | null {
  const { compiled } = evaluated;
  if (frame.shape !== 'share' && frame.shape !== 'count') return null;
  const [a, b] = [frame.a[row] as number, frame.b?.[row] ?? 1];
  const unknown = (frame.members[row] as number) - (frame.reported[row] as number);
  if (unknown <= 0 || !isKnown(evaluated, frame, row)) return null;
  return [figureOf(compiled, frame, a, b), figureOf(compiled, frame, a + unknown, b)];
}

/** The reported period that ends on a day, as it was written; the longest where several do. */
function periodLabel({ compiled }: EvaluatedTarget, end: Day): string {
  for (const { periods } of compiled.columns) {
    const period = periods.find((candidate) => candidate.end === end);
    if (period) return period.text;
  }
  return formatDate(end);
}

export function completenessOf(evaluated: EvaluatedTarget, row: number): Completeness {
  const { roles, verdicts } = evaluated;
  if (roles[row] === ROLE.none || verdicts[row] === V.notStarted) return { reported: 0, total: 0 };
  if (roles[row] === ROLE.ancestor && isTallied(evaluated.compiled)) {
    const tally = evaluated.tally();
    return { reported: tally.known[row] ?? 0, total: tally.owing[row] ?? 0 };
  }
  const { frame } = evaluated.lastReported();
  return { reported: frame.reported[row] ?? 0, total: frame.members[row] ?? 0 };
}

function periodsOf(evaluated: EvaluatedTarget, row: number): readonly PeriodResult[] {
  const { compiled, windows, roles } = evaluated;
  if (!compiled.repeated) return [];
  const known = new Map(windows.map((window) => [window.label, window]));
  return compiled.windows.map(({ label }): PeriodResult => {
    const window = known.get(label);
    if (!window) return { period: label, verdict: 'notYetDue', figure: null, required: null, attainment: null };
    const { figure, required, attainment } = rowFigures(evaluated, window.formed, window, row);
    return {
      period: label,
      verdict: periodVerdict(evaluated, window, row, roles[row] === ROLE.owes),
      figure: orNull(figure),
      required: orNull(required),
      attainment: orNull(attainment.drawn),
    };
  });
}

function periodVerdict(
  { compiled }: EvaluatedTarget,
  window: JudgedWindow,
  row: number,
  owes: boolean,
): PeriodResult['verdict'] {
  if (window.formed.members.notStarted[row] === 1) return 'notStarted';
  if (!owes || !window.judged || !hasPassMark(window, row) || compiled.criterion.kind === 'observe') return 'notJudged';
  if (window.state === 'running') return 'notYetDue';
  return VERDICTS[window.outcome(row)] ?? 'noData';
}

function remarksOf(evaluated: EvaluatedTarget, shown: FormedFrame, row: number): readonly RemarkCode[] {
  const { compiled, present, roles, verdicts, windows } = evaluated;
  const { target } = compiled;
  const verdict = verdicts[row] as number;
  if (roles[row] === ROLE.none || verdict === V.notStarted) return [];
  const flags = shown.frame.flags[row] as number;
  const test = present.test(row);
  const remarks: RemarkCode[] = [];
  const judged = isAnswer(verdict);
  const b = shown.frame.b?.[row] ?? 1;
  if (isPass(verdict) && test.above(shown.frame.a[row] as number, b)) remarks.push('aboveRange');
  if (verdict === V.attainedWithinTolerance) remarks.push('withinTolerance');
  if (verdict === V.notAttained && target.schedule.basis !== 'explicit') remarks.push('dateNotExplicit');
  if (verdict === V.notAttained && target.outsideControl) remarks.push('outsideControl');
  if (flags & FLAG.stale) remarks.push('staleFigure');
  if (flags & FLAG.percentage) remarks.push('barePercentage');
  if (flags & FLAG.noReference) remarks.push('noReference');
  if (verdict === V.dataError && windows.some(({ overTotal }) => overTotal.has(row))) remarks.push('partsAboveTotal');
  if (roles[row] === ROLE.owes && windows.some((window) => !window.judged)) remarks.push('shownNotJudged');
  const incomplete = (shown.frame.reported[row] as number) < (shown.frame.members[row] as number);
  if (judged && incomplete) remarks.push('lowerBound');
  else if (incomplete && roles[row] !== ROLE.contributor) remarks.push('incomplete');
  if (judged && compiled.repeated && roles[row] === ROLE.owes) {
    const due = windows.filter((window) => window.judged && window.state === 'due' && takesPart(window, row));
    const outcomes = due.map((window) => window.outcome(row));
    const miss = outcomes.indexOf(V.notAttained);
    if (miss >= 0 && isRecovered(compiled, outcomes, miss)) remarks.push('recoveredDip');
  }
  return remarks;
}

function memberOf(evaluated: EvaluatedTarget, shown: FormedFrame, row: number) {
  const none = { progress: Number.NaN, figure: Number.NaN, required: Number.NaN, unit: null };
  const { answers, frame, members } = shown;
  if (!answers) return { ...none, progress: meanItems(evaluated, row) };
  if (members.counted[row] === 0) {
    const reported = frame.reported[row] as number;
    const progress = frame.progress && reported > 0 ? (frame.progress[row] as number) / reported : Number.NaN;
    return { ...none, progress };
  }
  if (isSilent(answers.leaf, row)) return { ...none, unit: answers.unit };
  const [a, b] = [answers.leaf.a[row] as number, answers.leaf.b?.[row] ?? 1];
  const percentage = ((answers.leaf.flags[row] as number) & FLAG.percentage) !== 0;
  return {
    progress: answers.progress[row] as number,
    figure: percentage
      ? percentageOf(answers, answers.leaf.percentages?.[row])
      : figureOf(answers, answers.leaf, a, b),
    required: requiredOf(answers.test, answers.format, b),
    unit: answers.unit,
  };
}

/** Items met ÷ items: of an area its own, above the owing areas the mean of those that reported. */
function meanItems(evaluated: EvaluatedTarget, row: number): number {
  const { compiled, context, roles } = evaluated;
  if (compiled.measure.kind !== 'checklist') return Number.NaN;
  if (roles[row] !== ROLE.ancestor) return itemsProgress(evaluated, shownFrame(evaluated, row), row);
  let [sum, known] = [0, 0];
  const waiting = [row];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const own = roles[at] === ROLE.owes ? itemsProgress(evaluated, shownFrame(evaluated, at), at) : Number.NaN;
    if (!Number.isNaN(own)) [sum, known] = [sum + own, known + 1];
    waiting.push(...context.roster.children(at));
  }
  return known === 0 ? Number.NaN : sum / known;
}

/** Items met ÷ items, of a checklist an area answers itself. */
function itemsProgress({ compiled }: EvaluatedTarget, { frame }: FormedFrame, row: number): number {
  const items = frame.members[row] as number;
  const silent = frame.reported[row] === 0;
  if (compiled.measure.kind !== 'checklist' || silent || items === 0) return Number.NaN;
  return (frame.a[row] as number) / items;
}

function tallyAttainment(evaluated: EvaluatedTarget, row: number): Attainment {
  const tally = evaluated.tally();
  const owing = tally.owing[row] as number;
  return owing === 0 ? NO_ATTAINMENT : capped((tally.passing[row] as number) / owing);
}

function tallyFigures(evaluated: EvaluatedTarget, row: number): RowFigures {
  const { compiled } = evaluated;
  const tally = evaluated.tally();
  const [a, b] = [tally.passing[row] as number, tally.owing[row] as number];
  const required = compiled.target.scope.requiredShare ?? 100;
  const figure = b === 0 || (tally.known[row] as number) === 0 ? Number.NaN : (100 * a) / b;
  return { figure, required, a, b, attainment: tallyAttainment(evaluated, row) };
}

/** Rates and shares read the same at every level; sums do not. */
function isRatioLike({ compiled }: EvaluatedTarget): boolean {
  return compiled.shape === 'ratio' || (compiled.shape === 'share' && compiled.measure.kind !== 'checklist');
}

function countsMembers({ compiled }: EvaluatedTarget): boolean {
  return 'predicate' in compiled.measure;
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

import type { Day } from '../period/period.js';
import { isHigherBetter } from '../plan/grade-order.js';
import type { TaskValue } from '../plan/plan.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { compileTest } from '../criterion/test.js';
import type { FigureScale, Test } from '../criterion/test.js';
import { formFrame } from '../frame/form-frame.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { judgeRow, V } from './judge.js';
import { findMembers } from '../compile/find-members.js';
import { findRowsOverTotal } from './parts.js';
import { yearStart } from '../period/own-year.js';
import { readPeriod } from '../period/read-period.js';
import { reportingDate } from '../compile/moment.js';
import type { ScheduleWindow } from '../compile/moment.js';
import { levelNumber } from '../area/roster-columns.js';

/** How far a window has come. */
type WindowState = 'due' | 'running' | 'ahead';

/** One judged or running moment of a target, over all rows. */
export interface JudgedWindow {
  readonly label: string;
  readonly start: Day;
  readonly end: Day;
  readonly state: WindowState;
  /** False for a period that had begun before the plan was issued. */
  readonly judged: boolean;
  readonly formed: FormedFrame;
  readonly tests: WindowTests;
  readonly test: (row: number) => Test;
  /** Rows of a part that, with the other parts, is above its total. */
  readonly overTotal: ReadonlySet<number>;
  /** How the row stands if judged now: index into `VERDICTS`. */
  readonly outcome: (row: number) => number;
}

/** The target's test, and those of rows with a task-table value of their own. */
interface WindowTests {
  readonly common: Test;
  readonly own: ReadonlyMap<number, Test>;
}

/**
 * The single moment of a `by` or `standing` target.
 *
 * @param known - its figures, where they need not be formed.
 */
export function singleWindow(context: EvaluationContext, compiled: CompiledTarget, known?: FormedFrame): JudgedWindow {
  const { asOf } = context;
  if (compiled.target.schedule.kind === 'standing') {
    const last = reportingDate(compiled.columns, asOf);
    const date = Number.isNaN(last) ? asOf : last;
    const state = asOf < context.planStart ? 'running' : 'due';
    // Who is asked stands now; the figures are of the last day anybody reported for.
    const formed = formFrame(
      context,
      compiled,
      { date, windowStart: yearStart(context.yearStart, date), carry: state !== 'due' },
      findMembers(context, compiled, asOf),
    );
    return judgeWindow(
      context,
      compiled,
      { label: '', start: yearStart(context.yearStart, date), end: date },
      state,
      date,
      formed,
    );
  }
  const { due, date } = dueMoment(context, compiled);
  const span = { label: '', start: yearStart(context.yearStart, date), end: compiled.due };
  return judgeWindow(context, compiled, span, due ? 'due' : 'running', date, known);
}

/** Whether the day of a `by` target has come, and the day it is judged or shown as of. */
export function dueMoment(
  { asOf }: EvaluationContext,
  compiled: CompiledTarget,
): { readonly due: boolean; readonly date: Day } {
  const due = asOf >= compiled.due;
  const date = due ? compiled.due : asOf;
  return { due, date };
}

/** The criterion of all rows without a value of their own. */
export function commonTest(context: EvaluationContext, compiled: CompiledTarget, scale: FigureScale): Test {
  return compileTest(compiled.criterion, scale, {
    higherGradeIsBetter: isHigherBetter((id) => context.indicators.get(id), compiled.measure),
    unitOf: context.unitOf,
  });
}

/** All windows of a repeated schedule; those ahead have no figures. */
export function repeatedWindows(context: EvaluationContext, compiled: CompiledTarget): readonly JudgedWindow[] {
  const { asOf } = context;
  return compiled.windows
    .filter(({ start }) => start <= asOf)
    .map((window) => {
      const due = window.end <= asOf;
      return judgeWindow(context, compiled, window, due ? 'due' : 'running', due ? window.end : asOf);
    });
}

function judgeWindow(
  context: EvaluationContext,
  compiled: CompiledTarget,
  span: { readonly label: string; readonly start: Day; readonly end: Day; readonly judged?: boolean },
  state: WindowState,
  date: Day,
  known?: FormedFrame,
): JudgedWindow {
  const windowStart = compiled.traits.byWindow || compiled.repeated ? span.start : yearStart(context.yearStart, date);
  const moment = { date, windowStart, carry: state !== 'due' };
  const formed = known ?? formFrame(context, compiled, moment, findMembers(context, compiled, date));
  const tests = testsOf(context, compiled, formed, span.end);
  const test = (row: number) => tests.own.get(row) ?? tests.common;
  const overTotal = findRowsOverTotal(context, compiled, formed);
  return {
    label: span.label,
    start: span.start,
    end: span.end,
    state,
    judged: span.judged ?? true,
    formed,
    tests,
    test,
    overTotal,
    outcome: (row) => (overTotal.has(row) ? V.dataError : judgeRow(compiled, formed.frame, test(row), row)),
  };
}

/** The criterion for every row: its own task-table value where it has one, else the target's. */
function testsOf(context: EvaluationContext, compiled: CompiledTarget, { frame }: FormedFrame, end: Day): WindowTests {
  const { unitOf, indicators } = context;
  const options = { unitOf, higherGradeIsBetter: isHigherBetter((id) => indicators.get(id), compiled.measure) };
  const common = commonTest(context, compiled, frame);
  const own = new Map<number, Test>();
  const values = valuesFor(compiled, (period) => period === end);
  // What is said for one year stands above what is said for all.
  for (const { area, value } of [...values].sort(
    (x, y) => Number(x.period !== undefined) - Number(y.period !== undefined),
  )) {
    own.set(context.roster.indexOf(area), compileTest(compiled.criterion, frame, { ...options, value }));
  }
  return { common, own };
}

/** Rows whose task-table value speaks of the target's due date, or of one of its windows. */
export function rowsWithValues(context: EvaluationContext, compiled: CompiledTarget): ReadonlySet<number> {
  const ends = compiled.repeated ? compiled.windows.map(({ end }) => end) : [compiled.due];
  return new Set(valuesFor(compiled, (end) => ends.includes(end)).map(({ area }) => context.roster.indexOf(area)));
}

/** Values of the task table for windows that end on certain days; one without a period is for all of them. */
function valuesFor({ target, years }: CompiledTarget, isEnd: (end: Day) => boolean): readonly TaskValue[] {
  return (target.scope.values ?? []).filter(({ period }) => {
    const end = period === undefined ? undefined : (readPeriod(period, years)?.end ?? Number.NaN);
    return end === undefined || isEnd(end);
  });
}

/** Whether a row is held against anything in a window: it owes the target then, or has an official value for it. */
export function hasPassMark({ tests, formed }: JudgedWindow, row: number): boolean {
  return tests.own.has(row) || formed.members.owes[row] === 1;
}

/** End of the last window in which a row is held against anything; NaN for none. */
export function lastWindowOf(context: EvaluationContext, compiled: CompiledTarget, row: number): Day {
  return compiled.windows.filter((window) => isHeld(context, compiled, window, row)).at(-1)?.end ?? Number.NaN;
}

/** Whether a row will be judged in a window ahead. */
export function isOwedIn(
  context: EvaluationContext,
  compiled: CompiledTarget,
  window: ScheduleWindow,
  row: number,
): boolean {
  return window.judged && isHeld(context, compiled, window, row);
}

/** Whether a row is at the level that owes, or has a value of its own for a window. */
function isHeld(context: EvaluationContext, compiled: CompiledTarget, { end }: ScheduleWindow, row: number): boolean {
  if (context.columns.levels[row] === levelNumber(compiled.owes)) return true;
  return valuesFor(compiled, (period) => period === end).some(({ area }) => context.roster.indexOf(area) === row);
}

/** Whether an outcome is one of the three answers. */
export function isAnswer(outcome: number): boolean {
  return outcome >= V.attained;
}

/** Whether an outcome is a pass, within tolerance or not. */
export function isPass(outcome: number): boolean {
  return outcome === V.attained || outcome === V.attainedWithinTolerance;
}

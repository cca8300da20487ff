import { CELL } from '../observation/dataset.js';
import { isPlainSum } from './attain-columns.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import type { Test } from '../criterion/test.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { createFrame, FLAG } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { commonTest, dueMoment } from '../judge/judged-window.js';
import { findMembers } from '../compile/find-members.js';
import type { Members } from '../compile/members.js';
import { yearStart } from '../period/own-year.js';
import type { FrameMoment } from '../compile/moment.js';
import { findOnlyReports } from './only-reports.js';
import type { OnlyReports } from './only-reports.js';
import { innerRowsOf, plainRowsOf } from './plain-rows.js';
import type { InnerRows, PlainRows } from './plain-rows.js';
import { createColumns } from './replaced-columns.js';
import type { PlainColumns } from '../compile/plain-columns.js';
import { findStanding, UNSETTLED } from '../judge/standing.js';

/** A target answered in one pass over its reports; what stands above other areas is kept apart, everything else is in the reports. */
export interface PlainSum {
  readonly columns: PlainColumns;
  /** The figures as a frame, the same as `formFrame` forms; its own columns, formed anew by each call. */
  form(): FormedFrame;
}

/**
 * Sums, judges and attains in one pass: a target that is due, asks a sum for at least something, and is reported for in
 * one period without contradiction or negative figure. Three columns less for each target than through frames.
 *
 * @returns `null` for any other target, and as soon as a report is not plain; the way through frames answers those.
 */
export function sumPlainly(context: EvaluationContext, compiled: CompiledTarget): PlainSum | null {
  const { target } = compiled;
  const { roster } = context;
  const { due, date } = dueMoment(context, compiled);
  if (!isPlainSum(compiled) || target.schedule.kind !== 'by' || !due || target.clock === 'rollout') return null;
  if (target.parent !== undefined || target.scope.values !== undefined) return null;
  const moment = { date, windowStart: yearStart(context.yearStart, date), carry: false };
  const reports = findOnlyReports(context, compiled.measure, moment);
  if (!reports) return null;
  const members = findMembers(context, compiled, date);
  const { settled } = findStanding(context, compiled, members);
  const inner = innerRowsOf(roster);
  const rows = plainRowsOf(members, settled, roster.parents, inner);
  const test = commonTest(context, compiled, { shape: 'sum', scaleA: reports.scale, scaleB: reports.denominatorScale });
  const marks = marksOf(compiled, test, reports.scale);
  if (!marks) return null;
  const given = { reports, members, settled, parents: roster.parents, inner, rows };
  const columns = createColumns(context.spare, settled.length, inner.rows.length);
  if (answerRuns(given, marks, columns) && answerOthers(given, marks, columns)) {
    return { columns, form: () => formPlainly(reports, members, moment, inner, columns) };
  }
  context.spare.push(columns);
  return null;
}

/** Least figure that passes, as an integer of the column; attainment is figure ÷ divisor ÷ required. */
interface Marks {
  readonly low: number;
  readonly divisor: number;
  readonly required: number;
}

/**
 * @returns `null` where the greatest figure that fails comes to more than 1, as the pass mark was rounded when it was read;
 *   what is below needs no bound then, for a quotient never falls as its figure grows.
 */
function marksOf({ factor }: CompiledTarget, { required, interval }: Test, scale: number): Marks | null {
  if (interval === null || interval.tolerated < interval.low) return null;
  const { low } = interval;
  const divisor = factor * 10 ** scale;
  const ratioOf = (figure: number): number => figure / divisor / required;
  return ratioOf(low - 1) <= 1 && Number.isFinite(ratioOf(Number.MAX_SAFE_INTEGER)) ? { low, divisor, required } : null;
}

interface Given {
  readonly reports: OnlyReports;
  readonly members: Members;
  readonly settled: Uint8Array;
  readonly parents: Int32Array;
  readonly inner: InnerRows;
  readonly rows: PlainRows;
}

/** Rows that are nothing but their own figure, without a branch on whether it passes: about half do, and no processor foresees which. */
function answerRuns(
  { reports: { cells }, parents, inner: { slots }, rows: { starts, ends } }: Given,
  { low, divisor, required }: Marks,
  { verdicts, attainments, sums, reports }: PlainColumns,
): boolean {
  const { status, values } = cells;
  const { noData, notAttained, attained } = V;
  for (let run = starts.length - 1; run >= 0; run--) {
    const start = starts[run] as number;
    let [sum, reported] = [0, 0];
    for (let row = (ends[run] as number) - 1; row >= start; row--) {
      const figure = values[row] as number;
      if (!(figure >= 0)) {
        if (status[row] !== CELL.missing) return false;
        verdicts[row] = noData;
        attainments[row] = Number.NaN;
        continue;
      }
      const passes = Number(figure >= low);
      verdicts[row] = notAttained + passes * (attained - notAttained);
      attainments[row] = passes + (1 - passes) * (figure / divisor / required);
      sum += figure;
      reported++;
    }
    const slot = slots[parents[start] as number] as number;
    sums[slot] = (sums[slot] as number) + sum;
    reports[slot] = (reports[slot] as number) + reported;
  }
  return true;
}

/** Rows above others, and those that are settled whatever is reported. */
function answerOthers(
  { reports: { cells }, members, settled, parents, inner: { slots }, rows: { others } }: Given,
  { low, divisor, required }: Marks,
  { verdicts, attainments, sums, reports }: PlainColumns,
): boolean {
  const { status, values } = cells;
  const { counted, totals } = members;
  for (let at = 0; at < others.length; at++) {
    const row = others[at] as number;
    let [figure, reported] = [0, 0];
    if (counted[row] !== 0 && status[row] !== CELL.missing) {
      figure = values[row] as number;
      reported = 1;
      if (status[row] === CELL.error || !(figure >= 0)) return false;
    }
    const slot = slots[row] as number;
    if (slot >= 0) {
      sums[slot] = figure += sums[slot] as number;
      reports[slot] = reported += reports[slot] as number;
      // Up to here the order of adding makes no difference.
      if (figure > Number.MAX_SAFE_INTEGER) return false;
    }
    const parent = parents[row] as number;
    if (parent >= 0) {
      const above = slots[parent] as number;
      sums[above] = (sums[above] as number) + figure;
      reports[above] = (reports[above] as number) + reported;
    }
    const standing = settled[row] as number;
    attainments[row] = Number.NaN;
    if (standing !== UNSETTLED) verdicts[row] = standing;
    else if (reported === 0) verdicts[row] = totals[row] === 0 ? V.notComputable : V.noData;
    else if (figure >= low) {
      // What is known is a lower bound, so that it decides once it is across.
      verdicts[row] = V.attained;
      attainments[row] = 1;
    } else {
      verdicts[row] = reported < (totals[row] as number) ? V.undecided : V.notAttained;
      attainments[row] = figure / divisor / required;
    }
  }
  return true;
}

function formPlainly(
  { cells: { status, values }, scale, denominatorScale, end }: OnlyReports,
  members: Members,
  moment: FrameMoment,
  { rows }: InnerRows,
  { sums, reports }: PlainColumns,
): FormedFrame {
  const { counted, totals } = members;
  const frame = createFrame(counted.length, {
    shape: 'sum',
    ends: end,
    members: totals,
    scaleA: scale,
    scaleB: denominatorScale,
  });
  const { a, reported, flags } = frame;
  for (let row = 0; row < counted.length; row++) {
    if (counted[row] === 0 || status[row] === CELL.missing) continue;
    a[row] = values[row] as number;
    reported[row] = 1;
    flags[row] = FLAG.present;
  }
  for (const [slot, row] of rows.entries()) {
    a[row] = sums[slot] as number;
    reported[row] = reports[slot] as number;
    flags[row] = reports[slot] === 0 ? 0 : FLAG.present;
  }
  return { frame, members, moment, answers: null };
}

import type { Roster } from '../area/area.js';
import { CELL } from '../observation/dataset.js';
import { isPlainSum } from './attain-columns.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import type { Test } from './criterion.js';
import type { FormedFrame } from './form-frame.js';
import { createFrame, FLAG } from './frame.js';
import { V } from './judge.js';
import { commonTest, dueMoment } from './judged-window.js';
import { findMembers } from './members.js';
import type { Members } from './members.js';
import { yearStart } from './moment.js';
import type { FrameMoment } from './moment.js';
import { findOnlyReports } from './only-reports.js';
import type { OnlyReports } from './only-reports.js';
import { findStanding, UNSETTLED } from './standing.js';

/** A target answered in one pass over its reports; what stands above other areas is kept apart, everything else is in the reports. */
export interface PlainSum {
  readonly verdicts: Uint8Array;
  readonly attainments: Float64Array;
  /** The figures as a frame, the same as `formFrame` forms; its own columns, formed anew by each call. */
  form(): FormedFrame;
}

/** Rows that stand above others, and where each of them is in that list. */
interface InnerRows {
  readonly rows: Int32Array;
  /** By row of the roster; −1 where nothing is below. */
  readonly slots: Int32Array;
}

/** Sums and numbers of reports at and below the inner rows, by slot. */
interface InnerSums {
  readonly sums: Float64Array;
  readonly reports: Int32Array;
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
  const moment = { date, windowStart: yearStart(date), carry: false };
  const reports = findOnlyReports(context, compiled.measure, moment);
  if (!reports) return null;
  const members = findMembers(context, compiled, date);
  const { settled } = findStanding(context, compiled, members);
  const inner = innerRowsOf(roster);
  const test = commonTest(context, compiled, { shape: 'sum', scaleA: reports.scale, scaleB: reports.denominatorScale });
  const answers = answerColumn(compiled, test, { reports, members, settled, parents: roster.parents, inner });
  return answers && { ...answers, form: () => formPlainly(reports, members, moment, inner, answers) };
}

interface Given {
  readonly reports: OnlyReports;
  readonly members: Members;
  readonly settled: Uint8Array;
  readonly parents: Int32Array;
  readonly inner: InnerRows;
}

/** Parents stand before their children, so that backwards a sum is whole when its row is judged. */
function answerColumn(
  { factor }: CompiledTarget,
  { required, interval }: Test,
  { reports, members, settled, parents, inner }: Given,
): (Omit<PlainSum, 'form'> & InnerSums) | null {
  if (interval === null || interval.tolerated < interval.low) return null;
  const { low } = interval;
  const divisor = factor * 10 ** reports.scale;
  const { status, values } = reports.cells;
  const { counted, totals } = members;
  const { rows, slots } = inner;
  const n = settled.length;
  const verdicts = new Uint8Array(n);
  const attainments = new Float64Array(n);
  const sums = new Float64Array(rows.length);
  const numbers = new Int32Array(rows.length);
  let slot = rows.length - 1;
  let [parent, sum, number] = [-1, 0, 0];
  for (let row = n - 1; row >= 0; row--) {
    const own = parents[row] as number;
    if (own !== parent) {
      if (parent >= 0) {
        const above = slots[parent] as number;
        sums[above] = (sums[above] as number) + sum;
        numbers[above] = (numbers[above] as number) + number;
      }
      parent = own;
      sum = number = 0;
    }
    let figure = 0;
    let reported = 0;
    if (counted[row] !== 0 && status[row] !== CELL.missing) {
      figure = values[row] as number;
      reported = 1;
      if (status[row] === CELL.error || !(figure >= 0)) return null;
    }
    if (slot >= 0 && rows[slot] === row) {
      figure += sums[slot] as number;
      reported += numbers[slot] as number;
      sums[slot] = figure;
      numbers[slot] = reported;
      slot--;
    }
    sum += figure;
    number += reported;
    const standing = settled[row] as number;
    if (standing !== UNSETTLED) {
      verdicts[row] = standing;
      attainments[row] = Number.NaN;
    } else if (reported === 0) {
      verdicts[row] = V.noData;
      attainments[row] = Number.NaN;
    } else if (figure >= low) {
      // What is known is a lower bound, so that it decides once it is across.
      verdicts[row] = V.attained;
      attainments[row] = 1;
    } else {
      verdicts[row] = reported < (totals[row] as number) ? V.undecided : V.notAttained;
      attainments[row] = Math.min(1, Math.max(0, figure / divisor / required));
    }
  }
  return { verdicts, attainments, sums, reports: numbers };
}

function formPlainly(
  { cells: { status, values }, scale, denominatorScale, end }: OnlyReports,
  members: Members,
  moment: FrameMoment,
  { rows }: InnerRows,
  { sums, reports }: InnerSums,
): FormedFrame {
  const { counted, totals } = members;
  const frame = createFrame(counted.length, { shape: 'sum', ends: end, members: totals, scaleA: scale, scaleB: denominatorScale });
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

const known = new WeakMap<Roster, InnerRows>();

/** Found once for each roster. */
function innerRowsOf(roster: Roster): InnerRows {
  let inner = known.get(roster);
  if (!inner) {
    const rows = Int32Array.from(new Set(roster.parents)).filter((row) => row >= 0).sort();
    const slots = new Int32Array(roster.parents.length).fill(-1);
    for (const [slot, row] of rows.entries()) slots[row] = slot;
    known.set(roster, (inner = { rows, slots }));
  }
  return inner;
}

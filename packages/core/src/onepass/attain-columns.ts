import type { CompiledTarget } from '../compile/compiled-target.js';
import { isFloor, markOf } from '../criterion/index.js';
import { FLAG, isSilent } from '../frame/frame.js';
import type { Frame } from '../frame/frame.js';
import { drawnOf } from '../criterion/ratio.js';
import { holdAll, rowDrawn, rowRatio } from '../expand/row-attainment.js';
import type { Holds } from '../expand/row-attainment.js';
import { lazily } from '../judge/lazy.js';
import { isRatioLike } from '../expand/row-figures.js';
import { isTallied, ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';
import type { PlainMeasure } from './only-reports.js';

/** What is painted and what it stands for, by row. */
export interface AttainColumns {
  readonly attainments: Float64Array;
  readonly drawn: Float64Array;
}

/** Attainment of every row, and what is drawn of it; NaN for none. */
export function attainColumns(evaluated: EvaluatedTarget): AttainColumns {
  if (isPlainSum(evaluated.compiled) && evaluated.present.tests.own.size === 0) {
    const attainments = attainPlainSums(evaluated);
    return { attainments, drawn: attainments };
  }
  const { roles, rows, compiled, present } = evaluated;
  const attainments = new Float64Array(roles.length).fill(Number.NaN);
  const columns = { attainments, drawn: isDrawnApart(evaluated) ? attainments.slice() : attainments };
  const holds = holdAll(evaluated);
  for (let at = 0; at < rows.owing.length; at++) attainRow(holds, columns, rows.owing[at] as number);
  const members = present.formed.answers === null ? null : drawMembers(evaluated, columns.drawn);
  if (!isTallied(compiled) && !isRatioLike(evaluated)) return columns;
  for (let at = 0; at < rows.others.length; at++) {
    const row = rows.others[at] as number;
    if (members?.[row] !== 1) attainRow(holds, columns, row);
  }
  return columns;
}

/**
 * Draws how far members have come that answer for others: on the day, or as they last told.
 *
 * @returns 1 for each row that is one.
 */
function drawMembers(evaluated: EvaluatedTarget, drawn: Float64Array): Uint8Array {
  const { roles, present } = evaluated;
  const { answers, frame, members, moment } = present.formed;
  const { counted, rows } = members;
  const own = answers?.progress ?? drawn;
  const silent: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (roles[row] === ROLE.owes) continue;
    if (moment.carry || !isSilent(frame, row)) drawn[row] = own[row] as number;
    else silent.push(row);
  }
  const older = silent.length === 0 ? null : evaluated.carried().answers;
  if (older) for (const row of silent) drawn[row] = older.progress[row] as number;
  return counted;
}

/** Whether anything but attainment is drawn: how far members have come, or items, or a window that runs. */
function isDrawnApart({ compiled, present }: EvaluatedTarget): boolean {
  return compiled.repeated || compiled.traits.ofItems || present.formed.answers !== null;
}

/** One row of both columns. */
export function attainRow(holds: Holds, { attainments, drawn }: AttainColumns, row: number): void {
  const ratio = rowRatio(holds, row);
  attainments[row] = drawnOf(ratio);
  if (drawn !== attainments) drawn[row] = rowDrawn(holds, row, ratio);
}

/** Figure ÷ required in one loop, where nothing else takes part. */
function attainPlainSums(evaluated: EvaluatedTarget): Float64Array {
  const { compiled, present, roles, rows } = evaluated;
  const attainments = new Float64Array(roles.length).fill(Number.NaN);
  const { a, flags, scaleA } = present.formed.frame;
  const { required, interval } = present.tests.common;
  const mark = interval?.low ?? Number.POSITIVE_INFINITY;
  // As `figureOf` divides, so that a column and a single result never fall into different classes.
  const divisor = compiled.factor * 10 ** scaleA;
  const isSilentHere = (row: number): boolean => flags[row] === 0;
  const older = rows.owing.some(isSilentHere) ? evaluated.carried().frame : present.formed.frame;
  const holds = lazily(() => holdAll(evaluated));
  const nothingOlder = older === present.formed.frame;
  for (let at = 0; at < rows.owing.length; at++) {
    const row = rows.owing[at] as number;
    const bits = flags[row];
    if (bits === 0 && nothingOlder) continue;
    if (bits === FLAG.present || bits === 0) {
      const figure = bits === 0 ? carriedFigure(older, row) : (a[row] as number);
      // What passes is 1 to the bit: a quotient is rounded as the pass mark was when it was read.
      if (figure >= mark) attainments[row] = 1;
      else attainments[row] = Math.min(1, Math.max(0, figure / divisor / required));
    } else {
      attainments[row] = drawnOf(rowRatio(holds(), row));
    }
  }
  return attainments;
}

/** An older level of a row its own day is silent about; NaN where there is none. */
function carriedFigure(frame: Frame, row: number): number {
  const known = ((frame.flags[row] as number) & (FLAG.present | FLAG.error)) === FLAG.present;
  return known ? (frame.a[row] as number) : Number.NaN;
}

/** Whether attainment is figure ÷ required for every owing row and nothing for the others, where all share one pass mark. */
export function isPlainSum(compiled: CompiledTarget): compiled is CompiledTarget & { readonly measure: PlainMeasure } {
  const { traits, criterion, target, repeated, shape } = compiled;
  const { rollUp } = target.scope;
  return (
    shape === 'sum' &&
    !repeated &&
    traits.isPlainSum &&
    isFloor(criterion) &&
    (markOf(criterion)?.value ?? 0) > 0 &&
    target.progressFrom !== 'baseline' &&
    rollUp !== 'allOf' &&
    rollUp !== 'shareOfAreas'
  );
}

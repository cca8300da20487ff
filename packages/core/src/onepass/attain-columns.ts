import type { CompiledTarget } from '../compile/compiled-target.js';
import { isFloor, markOf } from '../criterion/index.js';
import { FLAG } from '../frame/frame.js';
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
  const { roles } = evaluated;
  const attainments = new Float64Array(roles.length).fill(Number.NaN);
  const columns = { attainments, drawn: isDrawnApart(evaluated) ? attainments.slice() : attainments };
  const holds = holdAll(evaluated);
  const others = isTallied(evaluated.compiled) || isRatioLike(evaluated) || columns.drawn !== attainments;
  for (let row = 0; row < roles.length; row++) {
    if (roles[row] === ROLE.owes || (others && roles[row] !== ROLE.none)) attainRow(holds, columns, row);
  }
  return columns;
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
  const { compiled, present, roles } = evaluated;
  const attainments = new Float64Array(roles.length);
  const { a, flags, scaleA } = present.formed.frame;
  const { required, interval } = present.tests.common;
  const mark = interval?.low ?? Number.POSITIVE_INFINITY;
  // As `figureOf` divides, so that a column and a single result never fall into different classes.
  const divisor = compiled.factor * 10 ** scaleA;
  const older = flags.includes(0) ? evaluated.carried().frame : present.formed.frame;
  const holds = lazily(() => holdAll(evaluated));
  const nothingOlder = older === present.formed.frame;
  for (let row = 0; row < attainments.length; row++) {
    const bits = flags[row];
    if (roles[row] !== ROLE.owes || (bits === 0 && nothingOlder)) {
      attainments[row] = Number.NaN;
    } else if (bits === FLAG.present || bits === 0) {
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

import type { CompiledTarget } from './compile.js';
import { rowAttainment } from './expand.js';
import { FLAG } from './frame.js';
import type { JudgedWindow } from './judged-window.js';
import { ROLE } from './standing.js';
import type { EvaluatedTarget } from './target-evaluation.js';

/** Attainment of every row, and what is drawn of it; NaN for none. */
export function attainColumns(evaluated: EvaluatedTarget): {
  readonly attainments: Float64Array;
  readonly drawn: Float64Array;
} {
  const { compiled, present, roles } = evaluated;
  const n = roles.length;
  const attainments = new Float64Array(n).fill(Number.NaN);
  const plain = isPlainSum(compiled, present);
  const drawn = plain ? attainments : new Float64Array(n).fill(Number.NaN);
  const { a, flags } = present.formed.frame;
  const { required } = present.tests.common;
  // As `figureOf` divides, so that a column and a single result never fall into different classes.
  const divisor = compiled.factor * 10 ** present.formed.frame.scaleA;
  for (let row = 0; row < n; row++) {
    const role = roles[row];
    if (role === ROLE.none || (plain && role !== ROLE.owes)) continue;
    if (plain && ((flags[row] as number) & ~FLAG.present) === 0) {
      const figure = flags[row] === 0 ? carriedFigure(evaluated, row) : (a[row] as number);
      attainments[row] = Math.min(1, Math.max(0, figure / divisor / required));
      continue;
    }
    const { attainment, drawn: painted } = rowAttainment(evaluated, row);
    attainments[row] = attainment.drawn;
    drawn[row] = painted;
  }
  return { attainments, drawn };
}

/** An older level of a row its own day is silent about; NaN where there is none. */
function carriedFigure(evaluated: EvaluatedTarget, row: number): number {
  const { frame } = evaluated.carried();
  const known = ((frame.flags[row] as number) & (FLAG.present | FLAG.error)) === FLAG.present;
  return known ? (frame.a[row] as number) : Number.NaN;
}

/** Whether attainment is figure ÷ required for every owing row and nothing for the others. */
function isPlainSum({ measure, criterion, target, repeated, shape }: CompiledTarget, present: JudgedWindow): boolean {
  const { rollUp } = target.scope;
  return (
    shape === 'sum' &&
    !repeated &&
    (measure.kind === 'stock' || measure.kind === 'flow' || measure.kind === 'cumulative') &&
    criterion.kind === 'atLeast' &&
    criterion.value > 0 &&
    target.progressFrom !== 'baseline' &&
    rollUp !== 'allOf' &&
    rollUp !== 'shareOfAreas' &&
    present.tests.own.size === 0
  );
}

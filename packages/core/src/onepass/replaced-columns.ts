import type { PlainColumns } from '../compile/plain-columns.js';
import type { Evaluation } from '../result/evaluation.js';

const lenders = new WeakMap<Evaluation, () => PlainColumns[]>();

/** What an evaluation says once another has taken its columns. */
export const REPLACED = 'this evaluation was replaced by another, which writes over its columns';

/** @param giveUp - lets go of all columns of the evaluation; called once. */
export function offerColumns(evaluation: Evaluation, giveUp: () => PlainColumns[]): void {
  lenders.set(evaluation, giveUp);
}

/**
 * Takes the columns of an evaluation that is to be replaced.
 *
 * @throws RangeError where it has been replaced before, or does not come from `evaluate`.
 */
export function takeColumns(evaluation: Evaluation): PlainColumns[] {
  const giveUp = lenders.get(evaluation);
  if (!giveUp) throw new RangeError('replaces: expected an evaluation by evaluate() that was not replaced before');
  lenders.delete(evaluation);
  return giveUp();
}

/** Columns of a length, zeroed where figures are added; those of a replaced evaluation as far as there are any of that length. */
export function createColumns(spare: PlainColumns[], rows: number, inner: number): PlainColumns {
  const found = spare.pop();
  if (found?.verdicts.length === rows && found.sums.length === inner) {
    found.sums.fill(0);
    found.reports.fill(0);
    return found;
  }
  return {
    verdicts: new Uint8Array(rows),
    attainments: new Float64Array(rows),
    sums: new Float64Array(inner),
    reports: new Int32Array(inner),
  };
}

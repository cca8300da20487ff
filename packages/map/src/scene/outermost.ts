import type { Evaluation } from '@guatu/core';

const known = new WeakMap<Evaluation, readonly number[]>();

/**
 * Rows of the outermost areas there are on the evaluation's date: the county, or each of several. What is said of the
 * whole map is said of all of them. Where none exists, the first of the roster; empty for an empty roster.
 */
export function outermostRows(evaluation: Evaluation): readonly number[] {
  let rows = known.get(evaluation);
  if (!rows) known.set(evaluation, (rows = findRows(evaluation)));
  return rows;
}

function findRows(evaluation: Evaluation): readonly number[] {
  const { parents } = evaluation.dataset.roster;
  const roots: number[] = [];
  parents.forEach((parent, row) => {
    if (parent === -1) roots.push(row);
  });
  const there = roots.filter((row) => evaluation.exists(row));
  return there.length > 0 ? there : roots.slice(0, 1);
}

/** Outermost areas that are named one by one; of more, the rest is counted. */
export const MOST_ROOTS = 3;

import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County, Task } from './county.js';

/**
 * The same arithmetic without a plan: what the machine can do with typed arrays.
 *
 * @param over - whether each run writes over the columns of the one before.
 */
export function createBareLoop(county: County, over = false): Contestant {
  const n = county.roster.areas.length;
  let kept: readonly AnswerColumns[] = [];
  return {
    name: over ? 'bare loop, over earlier columns' : 'bare typed-array loop',
    end: n,
    run: () => {
      const columnsOf = (at: number): AnswerColumns => emptied(kept[at]) ?? createAnswerColumns(n);
      kept = county.tasks.map((task, at) => runBareLoop(task, county.roster.parents, columnsOf(at)));
    },
    forget: () => {
      if (!over) kept = [];
    },
    answers: () => kept,
  };
}

/** Columns that are added to start from 0; the others are written everywhere. */
function emptied(columns: AnswerColumns | undefined): AnswerColumns | undefined {
  columns?.sums.fill(0);
  columns?.reports.fill(0);
  return columns;
}

function runBareLoop({ figures, mark }: Task, parents: Int32Array, answers: AnswerColumns): AnswerColumns {
  const { verdicts, attainments, sums, reports } = answers;
  for (let row = 0; row < figures.length; row++) {
    const figure = figures[row] as number;
    if (figure !== figure) {
      verdicts[row] = VERDICT.noData;
      attainments[row] = Number.NaN;
      continue;
    }
    verdicts[row] = figure >= mark ? VERDICT.attained : VERDICT.notAttained;
    attainments[row] = Math.min(1, figure / mark);
    const parent = parents[row] as number;
    sums[parent] = (sums[parent] as number) + figure;
    reports[parent] = (reports[parent] as number) + 1;
  }
  return answers;
}

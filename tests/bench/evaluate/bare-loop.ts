import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County, Task } from './county.js';

/** The same arithmetic without a plan: what the machine can do with typed arrays. */
export function createBareLoop(county: County): Contestant {
  const n = county.roster.areas.length;
  let kept: readonly AnswerColumns[] = [];
  return {
    name: 'bare typed-array loop',
    end: n,
    run: () => {
      kept = county.tasks.map((task) => runBareLoop(task, county.roster.parents, createAnswerColumns(n)));
    },
    forget: () => {
      kept = [];
    },
    answers: () => kept,
  };
}

export function runBareLoop({ figures, mark }: Task, parents: Int32Array, answers: AnswerColumns): AnswerColumns {
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

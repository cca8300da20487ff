import { evaluate, VERDICTS } from '@guatu/core';
import type { Evaluation, TargetEvaluation } from '@guatu/core';
import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import { YUAN } from './county.js';
import type { County } from './county.js';

/** Number of each of our verdicts as the contestants write them. */
const NUMBERS: readonly number[] = VERDICTS.map((verdict) =>
  verdict === 'noData' || verdict === 'notAttained' || verdict === 'attained' ? VERDICT[verdict] : VERDICT.none,
);

/**
 * `@guatu/core`: one target for each task, verdicts and attainments over all areas, sums with them.
 *
 * @param over - whether each run replaces the evaluation of the one before and writes over its columns.
 */
export function createOurs(county: County, over = false): Contestant {
  const n = county.roster.areas.length;
  let kept: readonly TargetEvaluation[] = [];
  let earlier: Evaluation | undefined;
  let read = 0;
  return {
    name: over ? '@guatu/core, over earlier columns' : '@guatu/core',
    end: n,
    run: () => {
      const evaluation = evaluate(county.plan, county.dataset, { asOf: '2022-12-31', replaces: earlier });
      if (over) earlier = evaluation;
      kept = county.tasks.map(({ target }) => evaluation.target(target));
      // Columns are formed on first use.
      for (const { verdicts, attainments } of kept) read += verdicts.length + attainments.length;
      if (read === 0) throw new Error('nothing was evaluated');
    },
    forget: () => {
      kept = [];
    },
    answers: () => kept.map((target) => answersOf(county, target)),
  };
}

function answersOf({ roster }: County, target: TargetEvaluation): AnswerColumns {
  const columns = createAnswerColumns(roster.areas.length);
  for (const [row, { level }] of roster.areas.entries()) {
    columns.verdicts[row] = NUMBERS[target.verdicts[row] as number] as number;
    columns.attainments[row] = target.attainments[row] as number;
    if (level !== 'township') continue;
    const { figure, completeness } = target.at(row);
    columns.sums[row] = Math.round((figure ?? 0) * YUAN);
    columns.reports[row] = completeness.reported;
  }
  return columns;
}

import type { Evaluation } from '@guatu/core';
import { accountTarget } from '../../packages/map/src/board/account-target.js';
import { withoutDirection } from './numbers-said.js';

/** Where figure, requirement and what is missing are all shown in one unit, they subtract; all rows by default. */
export function findWrongGap(
  evaluation: Evaluation,
  rows: readonly number[] = evaluation.dataset.roster.areas.map((_, row) => row),
): readonly string[] {
  return evaluation.plan.targets.flatMap(({ id }) =>
    rows.flatMap((row) => {
      const { figure, required, gap, result } = accountTarget(evaluation, id, row, 'zh');
      if (figure === '' || required === '' || gap === '' || result.gap === null) return [];
      const [x, y, z] = [figure, required, gap].map((text) =>
        Number(
          withoutDirection(text)
            .replaceAll(',', '')
            .replace('−', '-')
            .replace(/[^\d.-].*$/u, ''),
        ),
      );
      const unitOf = (text: string) => text.replace(/^[\d.,−-]+/u, '').replace('个百分点', '%');
      if (x === undefined || y === undefined || z === undefined || unitOf(figure) !== unitOf(gap)) return [];
      // what must be more than a number, or less, is one further than it
      return [0, 1].some((more) => Math.abs(Math.abs(y - x) + more - z) < 1e-9)
        ? []
        : [`${id} at ${String(row)}: ${figure}, ${required}, ${gap}`];
    }),
  );
}

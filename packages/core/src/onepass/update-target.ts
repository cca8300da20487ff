import { isJudging } from '../criterion/index.js';
import type { AppliedObservation } from '../observation/apply-observation.js';
import type { EvaluationContext } from '../compile/context.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { holdAll } from '../expand/row-attainment.js';
import { contextOfLine, lineOf } from './row-context.js';
import { COUNTS, isTallied, judgeAncestor, ROLE, standingBits } from '../judge/standing.js';
import { attainRow } from './attain-columns.js';
import type { AttainColumns } from './attain-columns.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';
import { updateFrame } from './update-frame.js';
import type { LineChange } from './update-frame.js';
import { judgeSettledRow } from '../judge/verdict-column.js';

/** A report that was taken into the dataset. */
export type Change = Extract<AppliedObservation, { applied: true }>;

/** The line of the tree a change lies on, as it was and as it is. */
export function lineChange(context: EvaluationContext, { indicator, area, period, previous }: Change): LineChange {
  const line = lineOf(context.roster, area);
  return {
    line,
    before: contextOfLine(context, line, { indicator, period: period.text, area, state: previous }),
    after: contextOfLine(context, line),
  };
}

/**
 * Judges an evaluated target again where one area reported something else: in that row and its ancestors.
 *
 * @returns false where this target cannot be judged in part, so that it has to be evaluated anew.
 */
export function updateTarget(
  evaluated: EvaluatedTarget,
  columns: AttainColumns | undefined,
  change: LineChange,
): boolean {
  const { context, compiled, windows, present, verdicts, roles } = evaluated;
  const { traits, target } = compiled;
  // Parts answer for their sum, and a known baseline is taken off once whoever reports.
  if (target.parent !== undefined || !traits.updatesInPart) return false;
  const { carried, lastReported, initial, earlier, baseline, firstDays, tally } = evaluated;
  const standing = tally.peek();
  const before = change.line.map((row) => countsOf(evaluated, row));
  const frames = new Set<FormedFrame>(windows.map(({ formed }) => formed));
  for (const more of [carried, lastReported, initial, earlier, baseline]) {
    const formed = more.peek();
    if (formed) frames.add(formed);
  }
  frames.add(present.formed);
  for (const formed of frames) if (!updateFrame(compiled, formed, change, context.roster)) return false;
  firstDays.forget();
  for (const row of change.line)
    if (roles[row] !== ROLE.ancestor || !isTallied(compiled)) verdicts[row] = judgeSettledRow(evaluated, row);
  if (standing) {
    for (const [at, row] of change.line.entries()) {
      const now = countsOf(evaluated, row);
      for (const above of change.line.slice(0, at + 1)) {
        COUNTS.forEach((name, index) => {
          standing[name][above] = (standing[name][above] as number) + (now[index] ?? 0) - (before[at]?.[index] ?? 0);
        });
      }
    }
    if (isTallied(compiled) && isJudging(compiled.criterion)) {
      for (const row of change.line)
        if (roles[row] === ROLE.ancestor) verdicts[row] = judgeAncestor(compiled, standing, row);
    }
  }
  if (!columns) return true;
  const holds = holdAll(evaluated);
  for (const row of change.line) attainRow(holds, columns, row);
  return true;
}

function countsOf({ roles, verdicts, present }: EvaluatedTarget, row: number): readonly number[] {
  const bits = roles[row] === ROLE.owes ? standingBits(verdicts[row] as number, present.outcome(row)) : 0;
  return COUNTS.map((_, index) => (bits >> index) & 1);
}

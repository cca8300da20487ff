import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { isJudging } from '../criterion/index.js';
import { hasNobody, V } from './judge.js';
import { judgeRepeated, judgeWindowColumn, judgeWindows } from './judge-windows.js';
import type { JudgedWindow } from './judged-window.js';
import { outcomeSoFar, UNSETTLED } from './standing.js';
import type { Standing } from './standing.js';
import type { EvaluatedTarget } from './evaluated-target.js';

interface Present {
  readonly windows: readonly JudgedWindow[];
  readonly present: JudgedWindow;
  readonly standing: Standing;
}

/** The first verdict that holds, of every row that is not an ancestor. */
export function verdictsOf(context: EvaluationContext, compiled: CompiledTarget, given: Present): Uint8Array {
  const { windows, present, standing } = given;
  const { owing } = standing.rows;
  if (!isJudging(compiled.criterion)) return standing.observed().slice();
  const verdicts = standing.settled.slice();
  if (!compiled.repeated && present.state === 'due') {
    judgeWindowColumn(compiled, present, owing, verdicts);
    return verdicts;
  }
  if (compiled.repeated && windows.length > 0) {
    judgeWindows(context, compiled, windows, { owing, verdicts });
    return verdicts;
  }
  for (const row of owing) {
    if (verdicts[row] === UNSETTLED) verdicts[row] = judgeRow(context, compiled, { windows, present }, row);
  }
  return verdicts;
}

/** The verdict of one row that has to be judged; before it is due only what can never be judged is said. */
function judgeRow(
  context: EvaluationContext,
  compiled: CompiledTarget,
  { windows, present }: Pick<Present, 'windows' | 'present'>,
  row: number,
): number {
  if (compiled.repeated && windows.length === 0 && hasNobody(compiled, present.formed.frame, row))
    return V.notComputable;
  if (compiled.repeated) return judgeRepeated(context, compiled, windows, row);
  if (present.state === 'due') return present.outcome(row);
  const now = outcomeSoFar(context, compiled, present, present.outcome(row), row);
  return now === V.notComputable || now === V.dataError ? now : V.notYetDue;
}

/** The verdict of one row of an evaluated target as its frames are now; ancestors that are tallied not among them. */
export function judgeSettledRow(
  { context, compiled, repeated, present, settled, verdicts }: EvaluatedTarget,
  row: number,
): number {
  if (settled[row] !== UNSETTLED || !isJudging(compiled.criterion)) return verdicts[row] as number;
  return judgeRow(context, compiled, { windows: repeated, present }, row);
}

import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { isJudging } from '../criterion/index.js';
import { hasNobody, V } from './judge.js';
import { judgeRepeated, judgeWindowColumn, judgeWindows } from './judge-windows.js';
import type { JudgedWindow } from './judged-window.js';
import { outcomeSoFar, UNSETTLED } from './standing.js';
import type { EvaluatedTarget } from './evaluated-target.js';

interface Present {
  readonly windows: readonly JudgedWindow[];
  readonly present: JudgedWindow;
  readonly settled: Uint8Array;
}

/** The first verdict that holds, of every row that is not an ancestor. */
export function verdictsOf(context: EvaluationContext, compiled: CompiledTarget, given: Present): Uint8Array {
  const { windows, present, settled } = given;
  const verdicts = settled.slice();
  if (!isJudging(compiled.criterion)) return observedOf(verdicts);
  if (!compiled.repeated && present.state === 'due') {
    judgeWindowColumn(compiled, present, verdicts);
    return verdicts;
  }
  if (compiled.repeated && windows.length > 0) {
    judgeWindows(context, compiled, windows, verdicts);
    return verdicts;
  }
  for (let row = 0; row < verdicts.length; row++) {
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

/** Nothing that owes an observed target is judged, nor found wanting. */
function observedOf(verdicts: Uint8Array): Uint8Array {
  for (let row = 0; row < verdicts.length; row++) {
    const judged = verdicts[row] !== V.notApplicable && verdicts[row] !== V.notStarted;
    if (judged) verdicts[row] = V.notJudged;
  }
  return verdicts;
}

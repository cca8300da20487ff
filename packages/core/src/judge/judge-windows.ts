import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import type { Day } from '../period/period.js';
import { judgeColumn, V } from './judge.js';
import { isAnswer, lastWindowOf } from './judged-window.js';
import type { JudgedWindow } from './judged-window.js';
import { isRecovered, outcomeSoFar, takesPart, UNSETTLED } from './standing.js';

/** How the windows of a row came out, as far as they were judged: a bit for each verdict that stands among them. */
interface Outcomes {
  /** Of windows that are due. */
  readonly due: number;
  /** Of those that still run. */
  readonly running: number;
  /** The last of the three answers among those due; 0 for none. */
  readonly last: number;
}

const bit = (verdict: number): number => 1 << verdict;
const [NO_DATA, NO_CASE] = [bit(V.noData), bit(V.noCase)];
const ANSWERS = bit(V.attained) | bit(V.attainedWithinTolerance) | bit(V.notAttained);

/** Verdict of an owing row of a repeated schedule, from its windows. */
export function judgeRepeated(
  context: EvaluationContext,
  compiled: CompiledTarget,
  windows: readonly JudgedWindow[],
  row: number,
): number {
  let [due, running, last] = [0, 0, 0];
  for (const window of windows) {
    if (!window.judged || !takesPart(window, row)) continue;
    if (window.state === 'running') running |= bit(outcomeSoFar(context, compiled, window, window.outcome(row), row));
    if (window.state !== 'due') continue;
    const outcome = window.outcome(row);
    due |= bit(outcome);
    if (isAnswer(outcome)) last = outcome;
  }
  return judgeOutcomes(context, compiled, { due, running, last }, lastWindowOf(context, compiled, row));
}

/** The first verdict that holds of what the windows of a row came to. */
function judgeOutcomes(
  { asOf }: EvaluationContext,
  compiled: CompiledTarget,
  { due, running, last }: Outcomes,
  lastEnd: Day,
): number {
  const throughout = compiled.target.schedule.kind === 'throughout';
  if (due & bit(V.notAttained) && !isRecovered(compiled, last)) return V.notAttained;
  if ((due | running) & bit(V.notComputable)) return V.notComputable;
  if ((due | running) & bit(V.dataError)) return V.dataError;
  if (due & bit(V.notYetDue)) return V.notYetDue;
  if (asOf < (throughout ? compiled.due : lastEnd)) return V.notYetDue;
  const answers = throughout ? due & ~NO_DATA : due;
  if ((answers & ~NO_DATA) === 0) return V.noData;
  if ((answers & ~NO_CASE) === 0) return V.noCase;
  if (answers & ~(ANSWERS | NO_CASE)) return V.undecided;
  return answers & bit(V.attainedWithinTolerance) ? V.attainedWithinTolerance : V.attained;
}

/**
 * The same for all rows, window by window.
 *
 * @param verdicts - rows that are unsettled are judged, all others left as they are.
 */
export function judgeWindows(
  context: EvaluationContext,
  compiled: CompiledTarget,
  windows: readonly JudgedWindow[],
  { owing, verdicts }: { readonly owing: Int32Array; readonly verdicts: Uint8Array },
): void {
  const n = verdicts.length;
  const [due, running, last] = [new Uint16Array(n), new Uint16Array(n), new Uint8Array(n)];
  const outcomes = new Uint8Array(n);
  for (const window of windows) {
    if (!window.judged || window.state === 'ahead') continue;
    outcomes.set(verdicts);
    judgeWindowColumn(compiled, window, owing, outcomes);
    if (window.state === 'due') noteDue(window, { owing, verdicts, outcomes, due, last });
    else noteRunning(context, compiled, window, { owing, verdicts, outcomes, running });
  }
  const alike = compiled.target.scope.values === undefined;
  const lastEnd = compiled.windows.at(-1)?.end ?? Number.NaN;
  for (let at = 0; at < owing.length; at++) {
    const row = owing[at] as number;
    if (verdicts[row] !== UNSETTLED) continue;
    const came = { due: due[row] as number, running: running[row] as number, last: last[row] as number };
    verdicts[row] = judgeOutcomes(context, compiled, came, alike ? lastEnd : lastWindowOf(context, compiled, row));
  }
}

/** How all rows of a window that wait for it stand if judged now. */
export function judgeWindowColumn(
  compiled: CompiledTarget,
  window: JudgedWindow,
  rows: Int32Array,
  outcomes: Uint8Array,
): void {
  for (const row of window.overTotal) if (outcomes[row] === UNSETTLED) outcomes[row] = V.dataError;
  judgeColumn(compiled, window.formed.frame, window.tests, { rows, verdicts: outcomes, waiting: UNSETTLED });
}

interface DueColumns {
  readonly owing: Int32Array;
  readonly verdicts: Uint8Array;
  readonly outcomes: Uint8Array;
  readonly due: Uint16Array;
  readonly last: Uint8Array;
}

function noteDue(window: JudgedWindow, { owing, verdicts, outcomes, due, last }: DueColumns): void {
  for (let at = 0; at < owing.length; at++) {
    const row = owing[at] as number;
    if (verdicts[row] !== UNSETTLED || !takesPart(window, row)) continue;
    const outcome = outcomes[row] as number;
    due[row] = (due[row] as number) | (1 << outcome);
    if (isAnswer(outcome)) last[row] = outcome;
  }
}

function noteRunning(
  context: EvaluationContext,
  compiled: CompiledTarget,
  window: JudgedWindow,
  {
    owing,
    verdicts,
    outcomes,
    running,
  }: Pick<DueColumns, 'owing' | 'verdicts' | 'outcomes'> & { readonly running: Uint16Array },
): void {
  for (let at = 0; at < owing.length; at++) {
    const row = owing[at] as number;
    if (verdicts[row] !== UNSETTLED || !takesPart(window, row)) continue;
    const outcome = outcomeSoFar(context, compiled, window, outcomes[row] as number, row);
    running[row] = (running[row] as number) | (1 << outcome);
  }
}

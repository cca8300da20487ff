import type { Measure, Target } from '../plan/plan.js';
import { compileTarget } from './compile.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import type { Explanation, TargetEvaluation } from './evaluation.js';
import { explainRow } from './explain.js';
import { attainColumns } from './attain-columns.js';
import { expandRow } from './expand.js';
import { findFirstDays } from './first-attained.js';
import { initialRemaining } from './form-frame.js';
import type { FormedFrame } from './form-frame.js';
import { formFrame } from './form-frame.js';
import { judgeColumn, V } from './judge.js';
import { repeatedWindows, singleWindow } from './judged-window.js';
import type { JudgedWindow } from './judged-window.js';
import { findMembers } from './members.js';
import { reportingDate } from './moment.js';
import { findRowsOverTotal } from './parts.js';
import type { Result } from './result.js';
import type { AreaTally } from './standing.js';
import { findStanding, isTallied, judgeAncestor, judgeRepeated, ROLE, tallyAreas, UNSETTLED } from './standing.js';

/** Everything about one target that single rows are expanded from; formed once, on first use. */
export interface EvaluatedTarget {
  readonly context: EvaluationContext;
  readonly compiled: CompiledTarget;
  /** Judged and running windows; one for `by` and `standing`. */
  readonly windows: readonly JudgedWindow[];
  /** The window whose figure is shown: the running one, else the last. */
  readonly present: JudgedWindow;
  readonly roles: Uint8Array;
  readonly verdicts: Uint8Array;
  readonly tally: () => AreaTally;
  /** Older levels carried forward, for rows the judged moment has nothing for. */
  readonly carried: () => FormedFrame;
  /** Reports of the indicator's last reporting date; what completeness counts while running. */
  readonly lastReported: () => FormedFrame;
  /** Where `remaining` over a predicate started. */
  readonly initial: () => FormedFrame['frame'] | null;
  /** Day each owing row first met the criterion, NaN for never. */
  readonly firstDays: () => Float64Array;
}

/** Evaluates one target over all areas. */
export function evaluateTarget(context: EvaluationContext, target: Target): TargetEvaluation {
  const evaluated = judgeTarget(context, compileTarget(context, target));
  const { roles, verdicts } = evaluated;
  let columns: ReturnType<typeof attainColumns> | undefined;
  const attain = () => (columns ??= attainColumns(evaluated));
  return {
    target,
    verdicts,
    get attainments() {
      return attain().attainments;
    },
    get drawn() {
      return attain().drawn;
    },
    concerns: (area) => roles[area] !== undefined && roles[area] !== ROLE.none,
    at: (area): Result => expandRow(evaluated, area),
    explain: (area): Explanation => explainRow(evaluated, area),
  };
}

/** Forms and judges a target; no row is expanded yet. */
export function judgeTarget(context: EvaluationContext, compiled: CompiledTarget): EvaluatedTarget {
  const repeated = compiled.repeated ? repeatedWindows(context, compiled) : [];
  const windows = repeated.length > 0 ? repeated : [singleWindow(context, compiled)];
  const present = windows.at(-1) as JudgedWindow;
  const { roles, settled } = findStanding(context, compiled, present);
  const verdicts = verdictsOf(context, compiled, { windows: repeated, present, settled });
  const tally = lazily(() => tallyAreas(context, roles, verdicts, present.outcome));
  if (isTallied(compiled) && compiled.criterion.kind !== 'observe') {
    for (let row = 0; row < roles.length; row++) {
      if (roles[row] === ROLE.ancestor) verdicts[row] = judgeAncestor(compiled, tally(), row);
    }
  }
  const { moment } = present.formed;
  const formAt = (date: number, carry: boolean) =>
    formFrame(
      context,
      compiled,
      { date, windowStart: moment.windowStart, carry },
      findMembers(context, compiled, moment.date),
    );
  const judged = {
    context,
    compiled,
    windows,
    present,
    roles,
    verdicts,
    tally,
    carried: lazily(() => (carriesLevels(compiled.measure) ? formAt(moment.date, true) : present.formed)),
    lastReported: lazily(() => {
      const last = reportingDate(compiled.columns, moment.date);
      return !moment.carry || Number.isNaN(last) ? present.formed : formAt(last, false);
    }),
    initial: lazily(() => initialRemaining(context, compiled, present.formed.members)),
  };
  return { ...judged, firstDays: lazily(() => findFirstDays(judged)) };
}

interface Present {
  readonly windows: readonly JudgedWindow[];
  readonly present: JudgedWindow;
  readonly settled: Uint8Array;
}

/** The first verdict that holds, of every row that is not an ancestor. */
function verdictsOf(context: EvaluationContext, compiled: CompiledTarget, given: Present): Uint8Array {
  const { windows, present, settled } = given;
  const verdicts = settled.slice();
  for (const row of findRowsOverTotal(context, compiled, present)) {
    if (verdicts[row] === UNSETTLED) verdicts[row] = V.dataError;
  }
  if (compiled.criterion.kind === 'observe') return observedOf(verdicts);
  if (!compiled.repeated && present.state === 'due') {
    judgeColumn(compiled, present.formed.frame, present.tests, { verdicts, waiting: UNSETTLED });
    return verdicts;
  }
  for (let row = 0; row < verdicts.length; row++) {
    if (verdicts[row] !== UNSETTLED) continue;
    verdicts[row] = compiled.repeated ? judgeRepeated(context, compiled, windows, row) : judgeEarly(present, row);
  }
  return verdicts;
}

/** Before it is due only what can never be judged is said. */
function judgeEarly(present: JudgedWindow, row: number): number {
  const now = present.outcome(row);
  return now === V.notComputable || now === V.dataError ? now : V.notYetDue;
}

/** Nothing that owes an observed target is judged, nor found wanting. */
function observedOf(verdicts: Uint8Array): Uint8Array {
  for (let row = 0; row < verdicts.length; row++) {
    const judged = verdicts[row] !== V.notApplicable && verdicts[row] !== V.notStarted;
    if (judged) verdicts[row] = V.notJudged;
  }
  return verdicts;
}

/** Whether an older figure stands in for one that is not there; the figures of a window are all it has. */
function carriesLevels(measure: Measure): boolean {
  if ('predicate' in measure) return carriesLevels(measure.predicate.measure);
  if (measure.kind === 'growth') return measure.of === 'stock';
  return measure.kind !== 'flow' && measure.kind !== 'cumulative';
}

function lazily<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}

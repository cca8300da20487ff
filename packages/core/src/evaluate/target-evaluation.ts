import type { Target } from '../plan/plan.js';
import { compileTarget } from './compile.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import type { Explanation, TargetEvaluation } from './evaluation.js';
import { explainRow } from './explain.js';
import { expandRow, rowAttainment } from './expand.js';
import { initialRemaining } from './form-frame.js';
import type { FormedFrame } from './form-frame.js';
import { formFrame } from './form-frame.js';
import { V } from './judge.js';
import { repeatedWindows, singleWindow } from './judged-window.js';
import type { JudgedWindow } from './judged-window.js';
import { findMembers } from './members.js';
import { reportingDate } from './moment.js';
import { findRowsOverTotal } from './parts.js';
import type { Result } from './result.js';
import type { AreaTally } from './standing.js';
import { findRoles, judgeAncestor, judgeRepeated, ROLE, tallyAreas } from './standing.js';

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
  readonly tally: AreaTally;
  /** Older levels carried forward, for rows the judged moment has nothing for. */
  readonly carried: () => FormedFrame;
  /** Reports of the indicator's last reporting date; what completeness counts while running. */
  readonly lastReported: () => FormedFrame;
  /** Where `remaining` over a predicate started. */
  readonly initial: () => FormedFrame['frame'] | null;
}

/** Evaluates one target over all areas. */
export function evaluateTarget(context: EvaluationContext, target: Target): TargetEvaluation {
  const evaluated = judgeTarget(context, compileTarget(context, target));
  const { roles, verdicts } = evaluated;
  const n = roles.length;
  let columns: { attainments: Float64Array; drawn: Float64Array } | undefined;
  const attain = () => {
    if (columns) return columns;
    columns = { attainments: new Float64Array(n).fill(Number.NaN), drawn: new Float64Array(n).fill(Number.NaN) };
    for (let row = 0; row < n; row++) {
      if (roles[row] === ROLE.none) continue;
      const { attainment, drawn } = rowAttainment(evaluated, row);
      columns.attainments[row] = attainment.drawn;
      columns.drawn[row] = drawn;
    }
    return columns;
  };
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
  const roles = findRoles(context, compiled, present);
  const outcome = once((row: number) => present.outcome(row), roles.length);
  const verdicts = new Uint8Array(roles.length);
  const overTotal = findRowsOverTotal(context, compiled, present);
  for (let row = 0; row < roles.length; row++) {
    verdicts[row] = verdictOf(context, compiled, { windows: repeated, present, roles, outcome, overTotal }, row);
  }
  const tally = tallyAreas(context, roles, verdicts, outcome);
  for (let row = 0; row < roles.length; row++) {
    if (roles[row] === ROLE.ancestor && compiled.criterion.kind !== 'observe') {
      verdicts[row] = judgeAncestor(compiled, tally, row);
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
  return {
    context,
    compiled,
    windows,
    present,
    roles,
    verdicts,
    tally,
    carried: lazily(() => formAt(moment.date, true)),
    lastReported: lazily(() => {
      const last = reportingDate(compiled.columns, moment.date);
      return !moment.carry || Number.isNaN(last) ? present.formed : formAt(last, false);
    }),
    initial: lazily(() => initialRemaining(context, compiled, present.formed.members)),
  };
}

interface Present {
  readonly windows: readonly JudgedWindow[];
  readonly present: JudgedWindow;
  readonly roles: Uint8Array;
  readonly outcome: (row: number) => number;
  readonly overTotal: ReadonlySet<number>;
}

/** The first verdict that holds, for a row that is not an ancestor. */
function verdictOf(
  context: EvaluationContext,
  compiled: CompiledTarget,
  { windows, present, roles, outcome, overTotal }: Present,
  row: number,
): number {
  const { members } = present.formed;
  const role = roles[row];
  if (role === ROLE.none) return V.notApplicable;
  if (members.notStarted[row] === 1) return V.notStarted;
  if (role !== ROLE.owes || compiled.criterion.kind === 'observe') return V.notJudged;
  if (members.noCohort[row] === 1) return V.notComputable;
  if (overTotal.has(row)) return V.dataError;
  if (compiled.repeated) return judgeRepeated(context, compiled, windows, row);
  const now = outcome(row);
  if (now === V.notComputable || now === V.dataError) return now;
  return present.state === 'due' ? now : V.notYetDue;
}

function once(compute: (row: number) => number, n: number): (row: number) => number {
  const known = new Int16Array(n).fill(-1);
  return (row) => {
    if (known[row] === -1) known[row] = compute(row);
    return known[row] as number;
  };
}

function lazily<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}

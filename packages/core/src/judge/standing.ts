import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { compileTest } from '../criterion/test.js';
import { endOf } from '../frame/frame.js';
import { V } from './judge.js';
import type { JudgedWindow } from './judged-window.js';
import { hasPassMark, isAnswer, isPass, lastWindowOf, rowsWithValues } from './judged-window.js';
import { findMembers } from '../compile/find-members.js';
import type { Members } from '../compile/members.js';

/** What a row is to a target. */
export const ROLE = {
  /** Never owes it and adds nothing. */
  none: 0,
  /** Owes it, or has an official value of its own. */
  owes: 1,
  /** Stands above areas that owe it. */
  ancestor: 2,
  /** Reports into the figure below the owing level. */
  contributor: 3,
} as const;

/** What every row is to a target at its present moment. */
export interface Standing {
  /** `ROLE` by row. */
  readonly roles: Uint8Array;
  /** Verdict by row where nothing has to be judged for it, else `UNSETTLED`. */
  readonly settled: Uint8Array;
}

export const UNSETTLED = 255;

const sharedOfAreas = new WeakMap<Members, Standing>();
/** The same where rows of a register make areas take part that report nothing. */
const sharedOfRows = new WeakMap<Members, Standing>();

/** Finds what every row is to the target; targets that ask nothing but the members share the answer. */
export function findStanding(context: EvaluationContext, compiled: CompiledTarget, members: Members): Standing {
  const plain = compiled.target.scope.values === undefined;
  const now = compiled.repeated ? findMembers(context, compiled, context.asOf) : members;
  const shared = hasAreaRows(compiled) ? sharedOfRows : sharedOfAreas;
  const known = plain && now === members ? shared.get(members) : undefined;
  if (known) return known;
  const roles = findRoles(context, compiled, members);
  // Whether a batch has come is asked of the moment, never of the day of the last report.
  const standing = { roles, settled: settle(roles, { notStarted: now.notStarted, noCohort: members.noCohort }) };
  if (plain && now === members) shared.set(members, standing);
  return standing;
}

/** The first verdicts of the order, which no figure takes part in. */
function settle(roles: Uint8Array, { notStarted, noCohort }: Pick<Members, 'notStarted' | 'noCohort'>): Uint8Array {
  const settled = new Uint8Array(roles.length);
  for (let row = 0; row < roles.length; row++) {
    const role = roles[row];
    if (role === ROLE.none) settled[row] = V.notApplicable;
    else if (notStarted[row] === 1) settled[row] = V.notStarted;
    else if (role !== ROLE.owes) settled[row] = V.notJudged;
    else if (noCohort[row] === 1) settled[row] = V.notComputable;
    else settled[row] = UNSETTLED;
  }
  return settled;
}

/** Finds what every row is to the target, from the members of its present moment. */
function findRoles(context: EvaluationContext, compiled: CompiledTarget, members: Members): Uint8Array {
  const { roster } = context;
  const { owes, counted, under, notStarted, noCohort } = members;
  const roles = new Uint8Array(roster.areas.length);
  const withValues = rowsWithValues(context, compiled);
  const perArea = hasAreaRows(compiled);
  for (let row = roles.length - 1; row >= 0; row--) {
    const reports = counted[row] === 1 || notStarted[row] === 1 || noCohort[row] === 1;
    if (owes[row] === 1 || withValues.has(row)) roles[row] = ROLE.owes;
    else if (reports || (perArea && under[row] === 1)) roles[row] = roles[row] || ROLE.contributor;
    const parent = roster.parents[row] as number;
    if (roles[row] === ROLE.none || parent < 0 || owes[parent] === 1) continue;
    if (roles[row] === ROLE.contributor) roles[parent] = roles[parent] || ROLE.contributor;
    else roles[parent] = ROLE.ancestor;
  }
  return roles;
}

/** Registers, ledgers and cases have rows in areas whatever level reports. */
function hasAreaRows({ traits, target }: CompiledTarget): boolean {
  if (target.scope.rollUp === 'reported') return false;
  return traits.hasAreaRows;
}

/** How the owing areas at or below each row stand at the present moment. */
export interface AreaTally {
  readonly owing: Int32Array;
  /** Areas with one of the three answers, were they judged now. */
  readonly known: Int32Array;
  readonly passing: Int32Array;
  readonly tolerated: Int32Array;
  /** Areas already judged as missed. */
  readonly missed: Int32Array;
  readonly waiting: Int32Array;
  /** Areas that say nothing: not reported, contradictory or not computable. */
  readonly silent: Int32Array;
  /** Areas where no case arose; they are not among the owing ones. */
  readonly withoutCase: Int32Array;
}

/** Names of the counts, in the order `countStanding` calls them. */
export const COUNTS = [
  'owing',
  'known',
  'passing',
  'tolerated',
  'missed',
  'waiting',
  'silent',
  'withoutCase',
] as const satisfies readonly (keyof AreaTally)[];

/** Counts one owing area in: `count` is called with the position in `COUNTS` of everything it is. */
export function countStanding(verdict: number, outcome: () => number, count: (index: number) => void): void {
  if (verdict <= V.notStarted) return;
  // Until it is due, an area stands as its present figures do; then its verdict is all there is.
  const now = verdict === V.notYetDue ? outcome() : verdict;
  if (verdict === V.notYetDue) count(5);
  if (now === V.noCase) return count(7);
  count(0);
  if (isAnswer(now)) count(1);
  if (isPass(now)) count(2);
  if (now === V.attainedWithinTolerance) count(3);
  if (verdict === V.notAttained) count(4);
  if (verdict === V.noData || verdict === V.dataError || verdict === V.notComputable) count(6);
}

/** Whether ancestors are judged from the owing areas below them. */
export function isTallied(compiled: CompiledTarget): boolean {
  const { rollUp } = compiled.target.scope;
  return rollUp === 'allOf' || rollUp === 'shareOfAreas';
}

/** Whether a row is an ancestor that has its answer from the owing areas below it. */
export function isJudgedFromBelow(
  { compiled, roles }: { readonly compiled: CompiledTarget; readonly roles: Uint8Array },
  row: number,
): boolean {
  return roles[row] === ROLE.ancestor && isTallied(compiled);
}

/** Counts owing areas up the tree: what an ancestor is judged from under `allOf` and `shareOfAreas`. */
export function tallyAreas(
  context: EvaluationContext,
  roles: Uint8Array,
  verdicts: Uint8Array,
  outcome: (row: number) => number,
): AreaTally {
  const n = roles.length;
  const columns = COUNTS.map(() => new Int32Array(n));
  let row = n - 1;
  const outcomeHere = () => outcome(row);
  const count = (index: number) => {
    const column = columns[index] as Int32Array;
    column[row] = (column[row] as number) + 1;
  };
  for (; row >= 0; row--) {
    if (roles[row] === ROLE.owes) countStanding(verdicts[row] as number, outcomeHere, count);
    const parent = context.roster.parents[row] as number;
    if (parent < 0) continue;
    for (const column of columns) column[parent] = (column[parent] as number) + (column[row] as number);
  }
  return Object.fromEntries(COUNTS.map((name, index) => [name, columns[index]])) as unknown as AreaTally;
}

/** Verdict of an ancestor from the verdicts of the owing areas below it. */
export function judgeAncestor(compiled: CompiledTarget, tally: AreaTally, row: number): number {
  const { rollUp, requiredShare } = compiled.target.scope;
  const owing = tally.owing[row] as number;
  const share = rollUp === 'allOf' ? 100 : (requiredShare ?? 100);
  const test = Number.isInteger(share)
    ? null
    : compileTest({ kind: 'atLeast', value: share, unit: '%' }, { shape: 'share', scaleA: 0, scaleB: 0 });
  const passes = (count: number) => (test ? test.passes(count, owing) > 0 : 100 * count >= share * owing);
  const passing = tally.passing[row] as number;
  if (!passes(owing - (tally.missed[row] as number))) return V.notAttained;
  if ((tally.waiting[row] as number) > 0) return V.notYetDue;
  if (owing === 0) return (tally.withoutCase[row] as number) > 0 ? V.noCase : V.notJudged;
  if ((tally.silent[row] as number) === owing) return V.noData;
  if (passes(passing)) {
    const whole = passing - (tally.tolerated[row] as number);
    return passes(whole) ? V.attained : V.attainedWithinTolerance;
  }
  return V.undecided;
}

/** Verdict of an owing row of a repeated schedule, from its windows. */
export function judgeRepeated(
  context: EvaluationContext,
  compiled: CompiledTarget,
  windows: readonly JudgedWindow[],
  row: number,
): number {
  const throughout = compiled.target.schedule.kind === 'throughout';
  const owed = windows.filter((window) => window.judged && takesPart(window, row));
  const outcomes = owed.filter(({ state }) => state === 'due').map((window) => window.outcome(row));
  const running = owed
    .filter(({ state }) => state === 'running')
    .map((window) => outcomeSoFar(context, compiled, window, row));
  const last = lastWindowOf(context, compiled, row);
  const firstMiss = outcomes.indexOf(V.notAttained);
  if (firstMiss >= 0 && !isRecovered(compiled, outcomes, firstMiss)) return V.notAttained;
  for (const never of [V.notComputable, V.dataError]) {
    if (outcomes.includes(never) || running.includes(never)) return never;
  }
  if (outcomes.includes(V.notYetDue)) return V.notYetDue;
  if (context.asOf < (throughout ? compiled.due : last)) return V.notYetDue;
  const answers = throughout ? outcomes.filter((outcome) => outcome !== V.noData) : outcomes;
  if (answers.every((outcome) => outcome === V.noData)) return V.noData;
  if (answers.every((outcome) => outcome === V.noCase)) return V.noCase;
  if (answers.some((outcome) => !isAnswer(outcome) && outcome !== V.noCase)) return V.undecided;
  return answers.includes(V.attainedWithinTolerance) ? V.attainedWithinTolerance : V.attained;
}

/** How a row stands in a window that is still running; an error in a level from before it is not of this window. */
export function outcomeSoFar(
  { planStart }: EvaluationContext,
  { repeated }: CompiledTarget,
  window: JudgedWindow,
  row: number,
): number {
  const outcome = window.outcome(row);
  const start = repeated ? window.start : planStart;
  return outcome === V.dataError && endOf(window.formed.frame, row) < start ? V.notYetDue : outcome;
}

/** A dip that recovered passes where the reading says so. */
export function isRecovered(compiled: CompiledTarget, outcomes: readonly number[], firstMiss: number): boolean {
  const { schedule } = compiled.target;
  if (schedule.kind !== 'throughout' || schedule.dip !== 'remark') return false;
  const last = outcomes.slice(firstMiss).filter(isAnswer).at(-1);
  return last !== undefined && isPass(last);
}

/** Whether the row is held against anything in that window; on the rollout's clock it may not have started yet. */
export function takesPart(window: JudgedWindow, row: number): boolean {
  return window.formed.members.notStarted[row] === 0 && hasPassMark(window, row);
}

import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { compileTest } from '../criterion/test.js';
import { endOf } from '../frame/frame.js';
import { V } from './judge.js';
import { lazily } from './lazy.js';
import type { Lazy } from './lazy.js';
import type { JudgedWindow } from './judged-window.js';
import { hasPassMark, isAnswer, isPass, rowsWithValues } from './judged-window.js';
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
  /** The same of a target that judges nothing: nothing that owes it is found wanting. */
  readonly observed: Lazy<Uint8Array>;
  readonly rows: RoleRows;
}

/** Rows by what they are, each list ascending. */
export interface RoleRows {
  readonly owing: Int32Array;
  /** Those that owe it and all that stand above them. */
  readonly lines: Int32Array;
  /** All that take part without owing it: above, and below. */
  readonly others: Int32Array;
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
  const settled = settle(roles, { notStarted: now.notStarted, noCohort: members.noCohort });
  const standing = { roles, settled, observed: lazily(() => observedOf(settled)), rows: listRoles(roles) };
  if (plain && now === members) shared.set(members, standing);
  return standing;
}

/** Nothing that owes an observed target is judged, nor found wanting. */
function observedOf(settled: Uint8Array): Uint8Array {
  return settled.map((verdict) => (verdict === V.notApplicable || verdict === V.notStarted ? verdict : V.notJudged));
}

function listRoles(roles: Uint8Array): RoleRows {
  const listed = { owing: [] as number[], lines: [] as number[], others: [] as number[] };
  for (let row = 0; row < roles.length; row++) {
    const role = roles[row];
    if (role === ROLE.owes) listed.owing.push(row);
    if (role === ROLE.owes || role === ROLE.ancestor) listed.lines.push(row);
    if (role !== ROLE.owes && role !== ROLE.none) listed.others.push(row);
  }
  const { owing, lines, others } = listed;
  return { owing: Int32Array.from(owing), lines: Int32Array.from(lines), others: Int32Array.from(others) };
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

/** Names of the counts, in the order of the bits of `standingBits`. */
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

/**
 * What an owing area counts as: a bit for each of `COUNTS`.
 *
 * @param outcome - how it stands as its present figures do; until it is due that is all there is.
 */
export function standingBits(verdict: number, outcome: number): number {
  if (verdict <= V.notStarted) return 0;
  const waits = verdict === V.notYetDue;
  const now = waits ? outcome : verdict;
  const waiting = Number(waits) << 5;
  if (now === V.noCase) return waiting | (1 << 7);
  const silent = verdict === V.noData || verdict === V.dataError || verdict === V.notComputable;
  return (
    1 |
    (Number(isAnswer(now)) << 1) |
    (Number(isPass(now)) << 2) |
    (Number(now === V.attainedWithinTolerance) << 3) |
    (Number(verdict === V.notAttained) << 4) |
    waiting |
    (Number(silent) << 6)
  );
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
  { roles, rows: { lines } }: Pick<Standing, 'roles' | 'rows'>,
  verdicts: Uint8Array,
  outcome: (row: number) => number,
): AreaTally {
  const { parents } = context.roster;
  const columns = COUNTS.map(() => new Int32Array(roles.length));
  // What stands below others and owes nothing has nothing to be counted.
  for (let at = lines.length - 1; at >= 0; at--) {
    const row = lines[at] as number;
    const verdict = verdicts[row] as number;
    const parent = parents[row] as number;
    const owes = roles[row] === ROLE.owes;
    const bits = owes ? standingBits(verdict, verdict === V.notYetDue ? outcome(row) : verdict) : 0;
    // Nobody asks the counts of an area that has only itself to count.
    const alone = owes && (columns[0] as Int32Array)[row] === 0;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index] as Int32Array;
      const count = alone ? (bits >> index) & 1 : (column[row] as number) + ((bits >> index) & 1);
      if (count === 0) continue;
      column[row] = count;
      if (parent >= 0) column[parent] = (column[parent] as number) + count;
    }
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

/**
 * How a row stands in a window that is still running; an error in a level from before it is not of this window.
 *
 * @param outcome - how it stands if judged now.
 */
export function outcomeSoFar(
  { planStart }: EvaluationContext,
  { repeated }: CompiledTarget,
  window: JudgedWindow,
  outcome: number,
  row: number,
): number {
  if (outcome !== V.dataError) return outcome;
  const start = repeated ? window.start : planStart;
  return endOf(window.formed.frame, row) < start ? V.notYetDue : outcome;
}

/**
 * A dip that recovered passes where the reading says so.
 *
 * @param last - the last answer of a due window; 0 for none.
 */
export function isRecovered(compiled: CompiledTarget, last: number): boolean {
  const { schedule } = compiled.target;
  if (schedule.kind !== 'throughout' || schedule.dip !== 'remark') return false;
  return isPass(last);
}

/** Whether the row is held against anything in that window; on the rollout's clock it may not have started yet. */
export function takesPart(window: JudgedWindow, row: number): boolean {
  return window.formed.members.notStarted[row] === 0 && hasPassMark(window, row);
}

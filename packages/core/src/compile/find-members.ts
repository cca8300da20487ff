import type { Roster } from '../area/area.js';
import type { Plan } from '../plan/plan.js';
import { isOfRollout } from '../rollout/rollout.js';
import type { EvaluationContext } from './context.js';
import type { CompiledTarget } from './compiled-target.js';
import { addUp } from '../area/add-up.js';
import type { Day } from '../period/period.js';
import { areaSeenFrom } from '../observation/register-area.js';
import { existsOn, kindNumber, levelNumber } from '../area/roster-columns.js';
import { listAsked } from './members.js';
import type { Members } from './members.js';

/** Members that are the same on every day, by who is asked for: one evaluation after another shares them. */
const everyDay = new WeakMap<Roster, WeakMap<Plan, Map<string, Members>>>();

/** Finds owing areas and counted members as valid on a day; their columns are shared and never written again. */
export function findMembers(context: EvaluationContext, compiled: CompiledTarget, day: Day): Members {
  const { target, owes, from, memberKind } = compiled;
  const { scope, clock } = target;
  const onRolloutClock = clock === 'rollout' && from === 'village';
  const titled = holdsTitle(compiled);
  const dated = context.columns.dated || onRolloutClock || titled;
  const found = dated ? context.members : everyDayOf(context);
  const { kind, areas, register } = scope.owes;
  // Codes and names may hold anything, numbers and kinds do not.
  const named = areas || titled || scope.members?.cohort !== undefined;
  const names = named ? JSON.stringify([areas, titled ? register : undefined, scope.members?.cohort]) : '';
  const key = `${owes} ${from} ${memberKind} ${kind} ${onRolloutClock} ${dated ? day : 0} ${names}`;
  let members = found.get(key);
  if (!members) {
    members = searchMembers(context, compiled, day, onRolloutClock);
    found.set(key, members);
  }
  return members;
}

function everyDayOf({ plan, roster }: EvaluationContext): Map<string, Members> {
  let plans = everyDay.get(roster);
  if (!plans) everyDay.set(roster, (plans = new WeakMap()));
  let found = plans.get(plan);
  if (!found) plans.set(plan, (found = new Map()));
  return found;
}

/** Whether the register names areas that hold a title, and not members of its own that are counted. */
function holdsTitle({ ofAreas, target }: CompiledTarget): boolean {
  return ofAreas && target.scope.owes.register !== undefined;
}

/** Rows of the areas that hold the title on a day. */
function findHolders({ dataset, roster }: EvaluationContext, register: string, day: Day): ReadonlySet<number> {
  const rows = dataset.registers.get(register) ?? [];
  return new Set(rows.filter(({ from, to }) => from <= day && day <= to).map((row) => areaSeenFrom(roster, row, day)));
}

function isInBatch({ plan, roster }: EvaluationContext, row: number, cohort: string): boolean {
  const area = roster.areas[row];
  return area?.rollout === cohort && isOfRollout(plan, area);
}

function searchMembers(
  context: EvaluationContext,
  compiled: CompiledTarget,
  day: Day,
  onRolloutClock: boolean,
): Members {
  const { roster } = context;
  const { levels, kinds, cohortStarts } = context.columns;
  const { target, owes: owesLevel, from, memberKind } = compiled;
  const { owes: scope, members: filter } = target.scope;
  const n = roster.areas.length;
  const listed = scope.areas ? new Set(scope.areas.map((code) => roster.indexOf(code))) : null;
  const holders = holdsTitle(compiled) ? findHolders(context, scope.register ?? '', day) : null;
  const ownReports = owesLevel === from;
  const kindOwes = scope.kind ?? (ownReports ? memberKind : null);
  const [owingLevel, reportingLevel] = [levelNumber(owesLevel), levelNumber(from)];
  const owingKind = kindOwes === null ? -1 : kindNumber(kindOwes);
  const countedKind = memberKind === null ? -1 : kindNumber(memberKind);
  const members: Omit<Members, 'rows' | 'lines'> = {
    day,
    owes: new Uint8Array(n),
    counted: new Uint8Array(n),
    totals: new Int32Array(n),
    under: new Uint8Array(n),
    notStarted: new Uint8Array(n),
    noCohort: new Uint8Array(n),
  };
  for (let row = 0; row < n; row++) {
    const parent = roster.parents[row] as number;
    const valid = existsOn(context.columns, row, day);
    const owing =
      valid &&
      levels[row] === owingLevel &&
      (owingKind < 0 || kinds[row] === owingKind) &&
      (listed === null || listed.has(row)) &&
      (holders === null || !ownReports || holders.has(row));
    if (owing) members.owes[row] = 1;
    if (owing || (parent >= 0 && members.under[parent] === 1)) members.under[row] = 1;
    const belongs =
      valid &&
      members.under[row] === 1 &&
      levels[row] === reportingLevel &&
      (countedKind < 0 || kinds[row] === countedKind) &&
      (!ownReports || owing) &&
      (holders === null || holders.has(row)) &&
      (filter?.cohort === undefined || isInBatch(context, row, filter.cohort));
    if (!belongs) continue;
    const start = onRolloutClock ? (cohortStarts[row] as number) : day;
    if (Number.isNaN(start)) members.noCohort[row] = 1;
    else if (day < start) members.notStarted[row] = 1;
    else members.counted[row] = 1;
  }
  members.totals.set(members.counted);
  addUp(members.totals, roster.parents);
  if (onRolloutClock && !ownReports) markWaiting(members, roster.parents);
  const { rows, lines } = listAsked(members.counted, roster.parents);
  const { owes, counted, totals, under, notStarted, noCohort } = members;
  return { day, owes, counted, rows, lines, totals, under, notStarted, noCohort };
}

/** An owing area nobody reports for yet, but some will, has not started either. */
function markWaiting({ owes, totals, notStarted }: Omit<Members, 'rows' | 'lines'>, parents: Int32Array): void {
  const waiting = Int32Array.from(notStarted);
  addUp(waiting, parents);
  for (let row = 0; row < owes.length; row++) {
    if (owes[row] === 1 && totals[row] === 0 && (waiting[row] as number) > 0) notStarted[row] = 1;
  }
}

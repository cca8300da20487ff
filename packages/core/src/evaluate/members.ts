import type { EvaluationContext } from './context.js';
import type { CompiledTarget } from './compile.js';
import type { Day } from '../period/period.js';

/** Who is in a target on one day, by row of the roster. */
export interface Members {
  /** 1 for areas that owe the target. */
  readonly owes: Uint8Array;
  /** 1 for areas whose own reports form the figure. */
  readonly counted: Uint8Array;
  /** 1 for areas at or below one that owes. */
  readonly under: Uint8Array;
  /** 1 for areas whose batch has not come, on the rollout's clock. */
  readonly notStarted: Uint8Array;
  /** 1 for areas on the rollout's clock that belong to no batch. */
  readonly noCohort: Uint8Array;
}

/** Finds owing areas and counted members as valid on a day. */
export function findMembers(
  context: EvaluationContext,
  compiled: CompiledTarget,
  day: Day,
): Members {
  const { roster, validFrom, validTo, cohortStarts } = context;
  const { target, owes: owesLevel, from, memberKind } = compiled;
  const { owes: scope, } = target.scope;
  const n = roster.areas.length;
  const listed = scope.areas ? new Set(scope.areas.map((code) => roster.indexOf(code))) : null;
  const cohort = target.scope.members?.cohort;
  const onRolloutClock = target.clock === 'rollout';
  const members: Members = {
    owes: new Uint8Array(n),
    counted: new Uint8Array(n),
    under: new Uint8Array(n),
    notStarted: new Uint8Array(n),
    noCohort: new Uint8Array(n),
  };
  for (let row = 0; row < n; row++) {
    const area = roster.areas[row];
    if (!area) continue;
    const parent = roster.parents[row] as number;
    const valid = (validFrom[row] as number) <= day && day <= (validTo[row] as number);
    const kindOwes = scope.kind ?? (owesLevel === from ? memberKind : null);
    const owing =
      valid &&
      area.level === owesLevel &&
      (kindOwes === null || area.kind === kindOwes) &&
      (listed === null || listed.has(row));
    if (owing) members.owes[row] = 1;
    if (owing || (parent >= 0 && members.under[parent] === 1)) members.under[row] = 1;
    const belongs =
      valid &&
      members.under[row] === 1 &&
      area.level === from &&
      (memberKind === null || area.kind === memberKind) &&
      (owesLevel !== from || owing) &&
      (cohort === undefined || area.rollout === cohort);
    if (!belongs) continue;
    if (onRolloutClock && from === 'village') {
      const start = cohortStarts[row] as number;
      if (Number.isNaN(start)) {
        members.noCohort[row] = 1;
        continue;
      }
      if (day < start) {
        members.notStarted[row] = 1;
        continue;
      }
    }
    members.counted[row] = 1;
  }
  return members;
}

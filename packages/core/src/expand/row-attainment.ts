import { drawnOf } from '../criterion/ratio.js';
import type { Ratio } from '../criterion/ratio.js';
import { endOf, isSilent } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { isAnswer, isPass } from '../judge/judged-window.js';
import { lazily } from '../judge/lazy.js';
import type { Lazy } from '../judge/lazy.js';
import { hold, isMember, isRatioLike, ratioAt, tallyRatio } from './row-figures.js';
import type { Held } from './row-figures.js';
import { itemsProgress } from './row-members.js';
import { isTallied, ROLE, takesPart } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** All frames of a target held against their windows, for as many rows as are asked. */
export interface Holds {
  readonly evaluated: EvaluatedTarget;
  readonly tallied: boolean;
  readonly ratioLike: boolean;
  readonly present: Held;
  /** Older levels against the same window. */
  readonly carried: Lazy<Held>;
  /** Due windows of a repeated schedule. */
  readonly due: readonly Held[];
}

export function holdAll(evaluated: EvaluatedTarget): Holds {
  const { compiled, present, windows } = evaluated;
  const due = compiled.repeated ? windows.filter(({ judged, state }) => judged && state === 'due') : [];
  return {
    evaluated,
    tallied: isTallied(compiled),
    ratioLike: isRatioLike(evaluated),
    present: hold(evaluated, present.formed, present),
    carried: lazily(() => hold(evaluated, evaluated.carried(), present)),
    due: due.map((window) => hold(evaluated, window.formed, window)),
  };
}

/** Attainment of a row over all its windows. */
export function rowRatio(holds: Holds, row: number): Ratio {
  const { evaluated } = holds;
  if (isAsleep(evaluated, row)) return Number.NaN;
  if (holds.tallied && evaluated.roles[row] === ROLE.ancestor) return tallyRatio(evaluated, row);
  const shown = shownOf(holds, row);
  if (!hasRatio(holds, shown, row)) return Number.NaN;
  return evaluated.compiled.repeated ? repeatedRatio(holds, row) : ratioAt(shown, row);
}

/**
 * What is drawn of a row, 0…1, NaN for none: its attainment, or how far a member or a list of items has come.
 *
 * @param ratio - its attainment.
 */
export function rowDrawn(holds: Holds, row: number, ratio: Ratio): number {
  const { evaluated } = holds;
  if (isAsleep(evaluated, row)) return Number.NaN;
  if (holds.tallied && evaluated.roles[row] === ROLE.ancestor) return drawnOf(ratio);
  const shown = shownOf(holds, row);
  if (isMember(evaluated, shown.formed, row)) return shown.formed.answers?.progress[row] ?? Number.NaN;
  if (!hasRatio(holds, shown, row)) return Number.NaN;
  if (!evaluated.compiled.repeated) {
    const items = itemsProgress(evaluated, shown.formed, row);
    return Number.isNaN(items) ? drawnOf(ratio) : items;
  }
  if (!Number.isNaN(ratio)) return drawnOf(ratio);
  // A level from before the window is a figure beside it, and no part of it.
  const older = endOf(shown.frame, row) < evaluated.present.start;
  return older ? Number.NaN : drawnOf(ratioAt(shown, row));
}

/** The frame a row is shown from, as `shownFrame` has it. */
function shownOf({ present, carried }: Holds, row: number): Held {
  return present.formed.moment.carry || !isSilent(present.frame, row) ? present : carried();
}

/** Whether nothing is asked of a row, or not yet. */
function isAsleep({ roles, verdicts }: EvaluatedTarget, row: number): boolean {
  return roles[row] === ROLE.none || verdicts[row] === V.notStarted;
}

/** Whether a figure of a row is held against anything: what it owes, or a rate or share beside the county's. */
function hasRatio({ evaluated, ratioLike }: Holds, { formed }: Held, row: number): boolean {
  return !isMember(evaluated, formed, row) && (evaluated.roles[row] === ROLE.owes || ratioLike);
}

/** eachYear: mean of due windows, capped each; throughout: the minimum; occurrences: windows met ÷ due. */
function repeatedRatio({ evaluated, due }: Holds, row: number): Ratio {
  const { compiled } = evaluated;
  if (compiled.traits.byWindow) return metRatio(due, row);
  let [least, sum, count] = [Number.NaN, 0, 0];
  for (const held of due) {
    if (!takesPart(held.window, row)) continue;
    const ratio = windowRatio(held, row);
    const drawn = drawnOf(ratio);
    if (Number.isNaN(drawn)) continue;
    if (!(drawnOf(least) <= drawn)) least = ratio;
    sum += drawn;
    count++;
  }
  return compiled.target.schedule.kind === 'throughout' ? least : sum / count;
}

/** A window that is known to have missed without a ratio (0 of more than 0) counts as 0. */
function windowRatio(held: Held, row: number): Ratio {
  const ratio = ratioAt(held, row);
  return Number.isNaN(ratio) && held.window.outcome(row) === V.notAttained ? Number.NEGATIVE_INFINITY : ratio;
}

/** Windows met out of all that are due, once one of them is known. */
function metRatio(held: readonly Held[], row: number): Ratio {
  let [due, known, met] = [0, 0, 0];
  for (const { window } of held) {
    if (!takesPart(window, row)) continue;
    const outcome = window.outcome(row);
    due++;
    known += Number(isAnswer(outcome));
    met += Number(isPass(outcome));
  }
  return known === 0 ? Number.NaN : met / due;
}

import { drawnOf } from '../criterion/ratio.js';
import type { Ratio } from '../criterion/ratio.js';
import type { FormedFrame } from '../frame/form-frame.js';
import { endOf } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { isAnswer, isPass } from '../judge/judged-window.js';
import type { JudgedWindow } from '../judge/judged-window.js';
import { isRatioLike, ratioAt, shownFrame, tallyRatio } from './row-figures.js';
import { itemsProgress } from './row-members.js';
import { isJudgedFromBelow, ROLE, takesPart } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Attainment of a row over all its windows. */
export function rowRatio(evaluated: EvaluatedTarget, row: number): Ratio {
  const { compiled, present } = evaluated;
  if (isAsleep(evaluated, row)) return Number.NaN;
  if (isJudgedFromBelow(evaluated, row)) return tallyRatio(evaluated, row);
  const shown = shownFrame(evaluated, row);
  if (!hasRatio(evaluated, shown, row)) return Number.NaN;
  return compiled.repeated ? repeatedRatio(evaluated, row) : ratioAt(evaluated, shown, present, row);
}

/**
 * What is drawn of a row, 0…1, NaN for none: its attainment, or how far a member or a list of items has come.
 *
 * @param ratio - its attainment.
 */
export function rowDrawn(evaluated: EvaluatedTarget, row: number, ratio: Ratio): number {
  const { compiled, present } = evaluated;
  if (isAsleep(evaluated, row)) return Number.NaN;
  if (isJudgedFromBelow(evaluated, row)) return drawnOf(ratio);
  const shown = shownFrame(evaluated, row);
  if (isMember(evaluated, shown, row)) return shown.answers?.progress[row] ?? Number.NaN;
  if (!hasRatio(evaluated, shown, row)) return Number.NaN;
  if (!compiled.repeated) {
    const items = itemsProgress(evaluated, shown, row);
    return Number.isNaN(items) ? drawnOf(ratio) : items;
  }
  if (!Number.isNaN(ratio)) return drawnOf(ratio);
  // A level from before the window is a figure beside it, and no part of it.
  const older = endOf(shown.frame, row) < present.start;
  return older ? Number.NaN : drawnOf(ratioAt(evaluated, shown, present, row));
}

/** Whether nothing is asked of a row, or not yet. */
function isAsleep({ roles, verdicts }: EvaluatedTarget, row: number): boolean {
  return roles[row] === ROLE.none || verdicts[row] === V.notStarted;
}

/** Whether a row answers the predicate of a target that others owe. */
function isMember({ roles }: EvaluatedTarget, { answers, members }: FormedFrame, row: number): boolean {
  return answers !== null && members.counted[row] === 1 && roles[row] !== ROLE.owes;
}

/** Whether a figure of a row is held against anything: what it owes, or a rate or share beside the county's. */
function hasRatio(evaluated: EvaluatedTarget, shown: FormedFrame, row: number): boolean {
  return !isMember(evaluated, shown, row) && (evaluated.roles[row] === ROLE.owes || isRatioLike(evaluated));
}

/** eachYear: mean of due windows, capped each; throughout: the minimum; occurrences: windows met ÷ due. */
function repeatedRatio(evaluated: EvaluatedTarget, row: number): Ratio {
  const { compiled, windows } = evaluated;
  if (compiled.traits.byWindow) return metRatio(windows, row);
  let [least, sum, count] = [Number.NaN, 0, 0];
  for (const window of windows) {
    if (!isDueIn(window, row)) continue;
    const ratio = windowRatio(evaluated, window, row);
    const drawn = drawnOf(ratio);
    if (Number.isNaN(drawn)) continue;
    if (!(drawnOf(least) <= drawn)) least = ratio;
    sum += drawn;
    count++;
  }
  return compiled.target.schedule.kind === 'throughout' ? least : sum / count;
}

/** A window that is known to have missed without a ratio (0 of more than 0) counts as 0. */
function windowRatio(evaluated: EvaluatedTarget, window: JudgedWindow, row: number): Ratio {
  const ratio = ratioAt(evaluated, window.formed, window, row);
  return Number.isNaN(ratio) && window.outcome(row) === V.notAttained ? Number.NEGATIVE_INFINITY : ratio;
}

/** Windows met out of all that are due, once one of them is known. */
function metRatio(windows: readonly JudgedWindow[], row: number): Ratio {
  let [due, known, met] = [0, 0, 0];
  for (const window of windows) {
    if (!isDueIn(window, row)) continue;
    const outcome = window.outcome(row);
    due++;
    known += Number(isAnswer(outcome));
    met += Number(isPass(outcome));
  }
  return known === 0 ? Number.NaN : met / due;
}

function isDueIn(window: JudgedWindow, row: number): boolean {
  return window.judged && window.state === 'due' && takesPart(window, row);
}

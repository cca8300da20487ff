import { capped, NO_ATTAINMENT } from '../criterion/ratio.js';
import type { Attainment } from '../criterion/ratio.js';
import { endOf } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { isAnswer, isPass } from '../judge/judged-window.js';
import { isRatioLike, rowFigures, shownFrame, tallyAttainment } from './row-figures.js';
import { itemsProgress } from './row-members.js';
import { isTallied, ROLE, takesPart } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Attainment of a row over all its windows, and the 0…1 that is drawn (NaN for none). */
export function rowAttainment(
  evaluated: EvaluatedTarget,
  row: number,
): { readonly attainment: Attainment; readonly drawn: number } {
  const { compiled, present, roles, verdicts } = evaluated;
  if (roles[row] === ROLE.none || verdicts[row] === V.notStarted) {
    return { attainment: NO_ATTAINMENT, drawn: Number.NaN };
  }
  const shown = shownFrame(evaluated, row);
  const now = rowFigures(evaluated, shown, present, row).attainment;
  if (roles[row] === ROLE.ancestor && isTallied(evaluated.compiled)) {
    const attainment = tallyAttainment(evaluated, row);
    return { attainment, drawn: attainment.drawn };
  }
  const progress = shown.answers?.progress[row];
  if (progress !== undefined && shown.members.counted[row] === 1 && roles[row] !== ROLE.owes) {
    return { attainment: NO_ATTAINMENT, drawn: progress };
  }
  if (roles[row] !== ROLE.owes && !isRatioLike(evaluated)) {
    return { attainment: NO_ATTAINMENT, drawn: Number.NaN };
  }
  if (!compiled.repeated) {
    const items = itemsProgress(evaluated, shown, row);
    return { attainment: now, drawn: Number.isNaN(items) ? now.drawn : items };
  }
  const overall = repeatedAttainment(evaluated, row);
  if (!Number.isNaN(overall.drawn)) return { attainment: overall, drawn: overall.drawn };
  // A level from before the window is a figure beside it, and no part of it.
  const older = endOf(shown.frame, row) < present.start;
  return { attainment: overall, drawn: older ? Number.NaN : now.drawn };
}

/** eachYear: mean of due windows, capped each; throughout: the minimum; occurrences: windows met ÷ due. */
function repeatedAttainment(evaluated: EvaluatedTarget, row: number): Attainment {
  const { compiled, windows } = evaluated;
  const due = windows.filter((window) => window.judged && window.state === 'due' && takesPart(window, row));
  if (compiled.traits.byWindow) {
    const known = due.filter((window) => isAnswer(window.outcome(row)));
    const met = known.filter((window) => isPass(window.outcome(row))).length;
    return known.length === 0 ? NO_ATTAINMENT : capped(met / due.length);
  }
  const ratios = due
    .map((window): Attainment => {
      const { attainment } = rowFigures(evaluated, window.formed, window, row);
      // A window that is known to have missed without a ratio (0 of more than 0) counts as 0.
      const missed = Number.isNaN(attainment.drawn) && window.outcome(row) === V.notAttained;
      return missed ? { drawn: 0, raw: Number.NaN } : attainment;
    })
    .filter(({ drawn }) => !Number.isNaN(drawn));
  if (ratios.length === 0) return NO_ATTAINMENT;
  if (compiled.target.schedule.kind === 'throughout') {
    return ratios.reduce((least, next) => (next.drawn < least.drawn ? next : least));
  }
  return capped(ratios.reduce((sum, { drawn }) => sum + drawn, 0) / ratios.length);
}

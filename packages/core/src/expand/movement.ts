import { mergedBetween } from '../area/succession.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { formFrame } from '../frame/form-frame.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { endOf, FLAG, isSilent } from '../frame/frame.js';
import type { Frame } from '../frame/frame.js';
import { findMembers } from '../compile/find-members.js';
import { yearBefore } from '../compile/moment.js';
import type { FrameMoment } from '../compile/moment.js';
import type { Movement } from '../result/result.js';
import { knownFigure } from './row-figures.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/**
 * The same figures a year before the moment shown. Where areas have gone into others since, those of today are asked,
 * with the earlier figures of what they took in; else those of then.
 */
export function formYearBefore(
  context: EvaluationContext,
  compiled: CompiledTarget,
  { date, windowStart, carry }: FrameMoment,
): FormedFrame {
  const earlier = { date: yearBefore(date), windowStart: yearBefore(windowStart), carry };
  const day = mergedBetween(context.roster, earlier.date, date) ? date : earlier.date;
  return formFrame(context, compiled, earlier, findMembers(context, compiled, day));
}

/**
 * Direction of an observed figure against the year before; `null` where the text names none.
 * Both figures must be complete and of different periods, else it is `unknown`.
 */
export function movementOf(evaluated: EvaluatedTarget, row: number): Movement | null {
  const { compiled, present } = evaluated;
  const { criterion } = compiled;
  if (!('direction' in criterion) || criterion.direction === undefined) return null;
  const earlier = evaluated.earlier().frame;
  const { frame } = present.formed;
  if (!isWhole(frame, row) || !isWhole(earlier, row)) return 'unknown';
  if (endOf(frame, row) === endOf(earlier, row)) return 'unknown';
  const now = knownFigure(compiled, frame, row);
  const before = knownFigure(compiled, earlier, row);
  if (Number.isNaN(now) || Number.isNaN(before)) return 'unknown';
  if (now === before) return 'unchanged';
  return now > before === (criterion.direction === 'up') ? 'asIntended' : 'against';
}

/** A register that is known and has no member there is a whole figure of 0. */
function isWhole(frame: Frame, row: number): boolean {
  return (
    !isSilent(frame, row) &&
    frame.reported[row] === frame.members[row] &&
    ((frame.flags[row] as number) & FLAG.bareBelow) === 0
  );
}

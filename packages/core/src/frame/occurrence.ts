import type { EventRow } from '../observation/dataset.js';
import type { Level, OccurrenceMeasure } from '../plan/plan.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { createFrame, FLAG } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';
import { existsOn, levelNumber } from '../area/roster-columns.js';

/**
 * Rounds held in the window, per owing area. With `covering`, a round counts as often as every
 * member of that level below the area was covered; an ancestor's code covers all below it.
 */
export function formOccurrences(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: OccurrenceMeasure,
  moment: FrameMoment,
  members: Members,
): Frame {
  const { roster, dataset } = context;
  const frame = createFrame(roster.areas.length, { shape: compiled.shape, ends: moment.date });
  const events = dataset.events.get(measure.event);
  if (!events) return frame;
  const inWindow = events.filter((event) => event.date >= moment.windowStart && event.date <= moment.date);
  const { owes } = members;
  for (let row = owes.indexOf(1); row >= 0; row = owes.indexOf(1, row + 1)) {
    const held = inWindow.filter((event) => Math.max(event.area, 0) === row || isBelow(context, event.area, row));
    frame.members[row] = 1;
    frame.reported[row] = 1;
    frame.flags[row] = FLAG.present;
    frame.a[row] = measure.covering ? roundsCovering(context, held, row, measure.covering) : held.length;
  }
  return frame;
}

function isBelow(context: EvaluationContext, area: number, ancestor: number): boolean {
  for (let row = area; row >= 0; row = context.roster.parents[row] as number) {
    if (row === ancestor) return true;
  }
  return false;
}

/** How often every member was covered: the least-covered member counts. */
function roundsCovering(context: EvaluationContext, held: readonly EventRow[], ancestor: number, level: Level): number {
  const { roster } = context;
  const { levels } = context.columns;
  const asked = levelNumber(level);
  const coverage = held.map((event) => new Set(event.covered.map((code) => roster.indexOf(code))));
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < levels.length; row++) {
    if (levels[row] !== asked || !isBelow(context, row, ancestor)) continue;
    let rounds = 0;
    for (let at = 0; at < held.length; at++) {
      const exists = existsOn(context.columns, row, (held[at] as EventRow).date);
      if (!exists || covers(context, coverage[at] as Set<number>, row)) rounds++;
    }
    least = Math.min(least, rounds);
  }
  return Number.isFinite(least) ? least : 0;
}

function covers(context: EvaluationContext, covered: ReadonlySet<number>, area: number): boolean {
  for (let row = area; row >= 0; row = context.roster.parents[row] as number) {
    if (covered.has(row)) return true;
  }
  return false;
}

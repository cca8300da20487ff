import type { AssignmentMeasure } from '../plan/plan.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import { createFrame } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from './members.js';
import type { FrameMoment } from './moment.js';

/** Actors that hold their links, out of all actors standing at the date, at the owing area. */
export function formAssignments(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: AssignmentMeasure,
  moment: FrameMoment,
  members: Members,
): Frame {
  const frame = createFrame(context.roster.areas.length, 'share');
  const register = context.dataset.registers.get(measure.actors);
  const known = measure.roles.some(({ role }) => context.dataset.links.has(role));
  if (!register || !known) return frame;
  const from = compiled.repeated ? moment.windowStart : moment.date;
  const actors = new Set(
    register.filter((row) => row.from <= moment.date && moment.date <= row.to).map((row) => row.id),
  );
  const complete = [...actors].filter((actor) =>
    measure.roles.every(({ role, each }) => linksOf(context, actor, role, from, moment.date) >= each),
  ).length;
  for (let row = 0; row < frame.a.length; row++) {
    if (members.owes[row] === 0) continue;
    frame.a[row] = complete;
    if (frame.b) frame.b[row] = actors.size;
    frame.members[row] = actors.size;
    frame.reported[row] = actors.size;
    frame.ends[row] = moment.date;
  }
  return frame;
}

/** Distinct areas an actor is tied to in a role at any time of a window. */
export function linksOf(
  context: EvaluationContext,
  actor: string,
  role: string,
  from: number,
  to: number,
): number {
  const links = context.dataset.links.get(role) ?? [];
  return new Set(
    links
      .filter((link) => link.actor === actor && link.from <= to && link.to >= from)
      .map((link) => link.area),
  ).size;
}

import { areasHeld, standingMembers } from '../assignment/links.js';
import type { AssignmentMeasure } from '../plan/plan.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { createFrame, FLAG } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';

/** Actors that hold their links, out of all actors standing at the date, at the owing area. */
export function formAssignments(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: AssignmentMeasure,
  moment: FrameMoment,
  members: Members,
): Frame {
  const frame = createFrame(context.roster.areas.length, { shape: compiled.shape, ends: moment.date });
  const { registers, links } = context.dataset;
  const actors = standingMembers(registers, measure.actors, moment.date);
  const known = measure.roles.some(({ role }) => links.has(role));
  if (!actors || !known) return frame;
  const span = { from: compiled.repeated ? moment.windowStart : moment.date, to: moment.date };
  const roles = measure.roles.map(({ role, each }) => ({ held: areasHeld(links, role, span), each }));
  const complete = actors.filter((actor) =>
    roles.every(({ held, each }) => (held.get(actor)?.size ?? 0) >= each),
  ).length;
  const { owes } = members;
  for (let row = owes.indexOf(1); row >= 0; row = owes.indexOf(1, row + 1)) {
    frame.a[row] = complete;
    if (frame.b) frame.b[row] = actors.length;
    frame.members[row] = actors.length;
    frame.reported[row] = actors.length;
    frame.flags[row] = FLAG.present;
  }
  return frame;
}

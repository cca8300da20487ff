import { findItems } from '../ledger/ledger-history.js';
import type { EvaluationContext } from '../compile/context.js';
import { createFrame, markConcerned, rollUp } from './frame.js';
import { addUp } from '../area/add-up.js';
import { everyRow } from '../area/every-row.js';
import type { Frame } from './frame.js';
import type { Members } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';

/**
 * Open items per area: a is what is still open at the date; `members` holds all that was opened so far.
 */
export function formLedger(context: EvaluationContext, ledger: string, moment: FrameMoment, members: Members): Frame {
  const n = context.roster.areas.length;
  const frame = createFrame(n, { shape: 'count', ends: moment.date });
  const items = findItems(context.dataset.events, ledger, moment.date);
  if (!items) return frame;
  markConcerned(frame, members, context.roster);
  for (const { opening, open } of items) {
    const row = Math.max(opening.area, 0);
    if (members.under[row] === 0) continue;
    frame.members[row] = (frame.members[row] as number) + 1;
    frame.reported[row] = (frame.reported[row] as number) + 1;
    if (open) frame.a[row] = (frame.a[row] as number) + 1;
  }
  rollUp(frame, context.roster, everyRow(context.roster));
  addUp(frame.members, context.roster.parents);
  return frame;
}

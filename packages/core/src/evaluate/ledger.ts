import { findItems } from '../ledger/ledger-history.js';
import type { EvaluationContext } from './context.js';
import { addUp, createFrame, FLAG, rollUp } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from './members.js';
import type { FrameMoment } from './moment.js';

/**
 * Open items per area: a is what is still open at the date; `members` holds all that was opened so far.
 */
export function formLedger(
  context: EvaluationContext,
  ledger: string,
  moment: FrameMoment,
  members: Members,
): Frame {
  const n = context.roster.areas.length;
  const frame = createFrame(n, { shape: 'count', ends: moment.date });
  const items = findItems(context.dataset.events, ledger, moment.date);
  if (!items) return frame;
  for (let row = 0; row < n; row++) if (members.under[row] === 1) frame.flags[row] = FLAG.present;
  for (const { opening, open } of items) {
    const row = Math.max(opening.area, 0);
    frame.members[row] = (frame.members[row] as number) + 1;
    frame.reported[row] = (frame.reported[row] as number) + 1;
    if (open) frame.a[row] = (frame.a[row] as number) + 1;
  }
  rollUp(frame, context.roster);
  addUp(frame.members, context.roster.parents);
  return frame;
}

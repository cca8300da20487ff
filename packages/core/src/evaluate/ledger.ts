import type { EventRow } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { EvaluationContext } from './context.js';
import { createFrame, rollUp } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from './members.js';
import type { FrameMoment } from './moment.js';

/** Names of the event kinds of one ledger. */
export function ledgerKinds(ledger: string) {
  return { opened: `${ledger}-opened`, closed: `${ledger}-closed`, reopened: `${ledger}-reopened` };
}

/**
 * Open items per area: a is what is still open at the date, b… stands in `members`: all that was
 * opened so far. Reopening is an event of its own; the last event of an item decides.
 */
export function formLedger(
  context: EvaluationContext,
  ledger: string,
  moment: FrameMoment,
  members: Members,
): Frame {
  const n = context.roster.areas.length;
  const frame = createFrame(n, 'count');
  const kinds = ledgerKinds(ledger);
  const { events } = context.dataset;
  const opened = events.get(kinds.opened);
  if (!opened && !events.get(kinds.closed)) return frame;
  for (let row = 0; row < n; row++) if (members.under[row] === 1) frame.ends[row] = moment.date;
  const closings = latestById([
    ...(events.get(kinds.closed) ?? []).map((event) => ({ event, open: false })),
    ...(events.get(kinds.reopened) ?? []).map((event) => ({ event, open: true })),
  ], moment.date);
  const seen = new Set<string>();
  for (const item of opened ?? []) {
    if (item.date > moment.date || seen.has(item.id)) continue;
    seen.add(item.id);
    const row = Math.max(item.area, 0);
    frame.members[row] = (frame.members[row] as number) + 1;
    frame.reported[row] = (frame.reported[row] as number) + 1;
    if (closings.get(item.id)?.open !== false) frame.a[row] = (frame.a[row] as number) + 1;
  }
  rollUp(frame, context.roster);
  return frame;
}

interface Turn {
  readonly event: EventRow;
  readonly open: boolean;
}

/** Last turn of every item up to a day; on one day, a reopening comes after a closing. */
function latestById(turns: readonly Turn[], day: Day): Map<string, Turn> {
  const latest = new Map<string, Turn>();
  for (const turn of turns) {
    if (turn.event.date > day) continue;
    const known = latest.get(turn.event.id);
    if (!known || turn.event.date > known.event.date || (turn.event.date === known.event.date && turn.open)) {
      latest.set(turn.event.id, turn);
    }
  }
  return latest;
}

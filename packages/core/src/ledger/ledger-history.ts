import type { Dataset, EventRow } from '../observation/dataset.js';
import type { Day } from '../period/period.js';

/** Names of the event kinds of one ledger. */
export function ledgerKinds(ledger: string) {
  return { opened: `${ledger}-opened`, closed: `${ledger}-closed`, reopened: `${ledger}-reopened` };
}

/** Event kind that gives an item of a ledger its due date: the event's date is the day it is due. */
export function dueKind(ledger: string): string {
  return `${ledger}-due`;
}

/** One item as it stands at a day. */
export interface ItemHistory {
  readonly id: string;
  readonly opening: EventRow;
  /** Closings and reopenings up to the day, in order; on one day a reopening comes after a closing. */
  readonly turns: readonly ItemTurn[];
  /** The last turn decides. */
  readonly open: boolean;
}

interface ItemTurn {
  readonly event: EventRow;
  readonly open: boolean;
}

/**
 * Items of a ledger that were opened by a day, in order of the file. An id opened twice is one item, from its
 * first opening.
 *
 * @returns `undefined` where nothing of the ledger is on file, which is not the same as no item.
 */
export function findItems(events: Dataset['events'], ledger: string, day: Day): readonly ItemHistory[] | undefined {
  const kinds = ledgerKinds(ledger);
  const opened = events.get(kinds.opened);
  const closed = events.get(kinds.closed);
  if (!opened && !closed) return undefined;
  const turns = new Map<string, ItemTurn[]>();
  addTurns(turns, closed, false, day);
  addTurns(turns, events.get(kinds.reopened), true, day);
  const openings = new Map<string, EventRow>();
  for (const event of opened ?? []) {
    if (event.date <= day && !openings.has(event.id)) openings.set(event.id, event);
  }
  return [...openings].map(([id, opening]) => {
    const own = (turns.get(id) ?? []).sort((x, y) => x.event.date - y.event.date || Number(x.open) - Number(y.open));
    return { id, opening, turns: own, open: own.at(-1)?.open ?? true };
  });
}

function addTurns(
  turns: Map<string, ItemTurn[]>,
  events: readonly EventRow[] | undefined,
  open: boolean,
  day: Day,
): void {
  for (const event of events ?? []) {
    if (event.date > day) continue;
    const known = turns.get(event.id);
    if (known) known.push({ event, open });
    else turns.set(event.id, [{ event, open }]);
  }
}

import { splitList } from '../csv/field.js';
import type { Dataset, EventRow } from '../observation/dataset.js';
import { formatDate, parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { Plan, Target } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';
import { dueKind, findItems, ledgerKinds } from './ledger-history.js';
import type { ItemHistory } from './ledger-history.js';
import { PROBLEM_STATES } from './problem-item.js';
import type { DueSource, ProblemItem, ProblemState } from './problem-item.js';

export interface ListProblemsOptions {
  /** Day the ledger is described at. */
  readonly asOf: IsoDate;
  /** Targets over the ledger lend items their due date, clause and id where the events say nothing. */
  readonly plan?: Plan;
  /** Days an item has from its opening, or its last reopening, where no event sets its due day. The last day counts. */
  readonly limitDays?: number;
  /** Only items at or below this area, by code. */
  readonly within?: string;
}

/** A problem ledger (台账) at one day. */
export interface ProblemLedger {
  readonly ledger: string;
  readonly asOf: IsoDate;
  /** Whether anything of this ledger is on file; nothing is not the same as no problem. */
  readonly reported: boolean;
  /** In order of opening, then by id. */
  readonly items: readonly ProblemItem[];
  readonly counts: Readonly<Record<ProblemState, number>>;
  /** Ids that were closed or reopened but never opened, in order. */
  readonly unmatched: readonly string[];
}

/**
 * Lists the problems of a ledger: opened, due, closed, reopened, and how each stands at a day.
 *
 * The ledger `finding` lives in the events `finding-opened`, `finding-closed`, `finding-reopened` and `finding-due`;
 * one item keeps one id. The date of a `-due` event is the day the item is due; of several, the latest holds. Without
 * one, `limitDays` counts, and without that the due date of the target that wants the ledger cleared. The due day is
 * inclusive. An item nobody set a day for is never overdue.
 *
 * @throws RangeError when `asOf` is not a date, or `within` is not an area of the roster.
 * @example
 * const { items, counts } = listProblems(dataset, 'inspection-findings', { asOf: '2020-06-30', plan });
 * counts.overdue;
 */
export function listProblems(dataset: Dataset, ledger: string, options: ListProblemsOptions): ProblemLedger {
  const { asOf, plan, limitDays, within } = options;
  const day = parseDate(asOf);
  if (day === undefined) throw new RangeError(`asOf: expected a date like 2021-12-31, got "${asOf}"`);
  const root = within === undefined ? -1 : dataset.roster.indexOf(within);
  if (within !== undefined && root < 0) throw new RangeError(`within: unknown area "${within}"`);
  const histories = findItems(dataset.events, ledger, day);
  const settings = { dataset, day, limitDays, dueDays: dueDays(dataset, ledger), target: clearingTarget(plan, ledger) };
  const items = (histories ?? [])
    .filter(({ opening }) => root < 0 || isWithin(dataset, opening.area, root))
    .sort((x, y) => x.opening.date - y.opening.date || compare(x.id, y.id))
    .map((history) => readItem(history, settings));
  return {
    ledger,
    asOf,
    reported: histories !== undefined,
    items,
    counts: countStates(items),
    unmatched: findUnmatched(dataset, ledger, day),
  };
}

interface Settings {
  readonly dataset: Dataset;
  readonly day: Day;
  readonly limitDays: number | undefined;
  readonly dueDays: ReadonlyMap<string, Day>;
  readonly target: Target | undefined;
}

function readItem({ id, opening, turns, open }: ItemHistory, settings: Settings): ProblemItem {
  const { dataset, day, target } = settings;
  const reopenings = turns.filter((turn) => turn.open).map(({ event }) => event.date);
  const closed = open ? undefined : turns.at(-1)?.event.date;
  const began = reopenings.at(-1) ?? opening.date;
  const { due, from } = findDue(id, began, settings);
  const until = closed ?? day;
  const late = due === undefined ? null : Math.max(0, until - due);
  const noted = readNote(opening.note);
  return {
    id,
    area: dataset.roster.areas[opening.area]?.code ?? null,
    subject: opening.subject,
    openedOn: formatDate(opening.date),
    reopenedOn: reopenings.map(formatDate),
    closedOn: closed === undefined ? null : formatDate(closed),
    due: due === undefined ? null : formatDate(due),
    dueFrom: from,
    state: stateOf(closed !== undefined, late),
    days: Math.max(0, until - began),
    daysLate: late,
    severity: noted.get('severity') ?? null,
    clause: noted.get('clause') ?? target?.clause ?? null,
    target: noted.get('target') ?? target?.id ?? null,
    note: opening.note,
    place: opening.place,
  };
}

function stateOf(closed: boolean, late: number | null): ProblemState {
  if (!closed) return late !== null && late > 0 ? 'overdue' : 'open';
  if (late === null) return 'closed';
  return late > 0 ? 'closedLate' : 'closedOnTime';
}

function findDue(
  id: string,
  began: Day,
  { dueDays: byItem, limitDays, target }: Settings,
): { readonly due: Day | undefined; readonly from: DueSource | null } {
  const own = byItem.get(id);
  if (own !== undefined) return { due: own, from: 'item' };
  if (limitDays !== undefined) return { due: began + limitDays, from: 'limit' };
  const due = target?.schedule.kind === 'by' ? parseDate(target.schedule.date) : undefined;
  return { due, from: due === undefined ? null : 'target' };
}

/** Latest due day of every item that has one of its own. */
function dueDays({ events }: Dataset, ledger: string): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { id, date } of events.get(dueKind(ledger)) ?? []) {
    days.set(id, Math.max(date, days.get(id) ?? date));
  }
  return days;
}

/** The target that wants the ledger cleared by a date; the earliest where there are several. */
function clearingTarget(plan: Plan | undefined, ledger: string): Target | undefined {
  const due = ({ schedule }: Target) => (schedule.kind === 'by' ? schedule.date : '9999');
  return (plan?.targets ?? [])
    .filter(({ measure }) => 'ledger' in measure && measure.ledger === ledger)
    .reduce<Target | undefined>((first, next) => (first && due(first) <= due(next) ? first : next), undefined);
}

/** `severity=high;clause=三(二)` in a note; whatever else stands there is free text. */
function readNote(note: string): ReadonlyMap<string, string> {
  const pairs = splitList(note).flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
  return new Map(pairs.filter(([, value]) => value !== ''));
}

function findUnmatched({ events }: Dataset, ledger: string, day: Day): readonly string[] {
  const kinds = ledgerKinds(ledger);
  const known = (kind: string): readonly EventRow[] => (events.get(kind) ?? []).filter(({ date }) => date <= day);
  const opened = new Set(known(kinds.opened).map(({ id }) => id));
  const turned = [...known(kinds.closed), ...known(kinds.reopened)].map(({ id }) => id);
  return [...new Set(turned)].filter((id) => !opened.has(id)).sort(compare);
}

function countStates(items: readonly ProblemItem[]): Readonly<Record<ProblemState, number>> {
  const counts = PROBLEM_STATES.map((state) => [state, items.filter((item) => item.state === state).length] as const);
  return Object.fromEntries(counts) as Record<ProblemState, number>;
}

function isWithin({ roster }: Dataset, area: number, root: number): boolean {
  for (let row = area; row >= 0; row = roster.parents[row] ?? -1) if (row === root) return true;
  return false;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Day } from '../period/period.js';
import { parseDate } from '../period/period.js';
import type { Roster } from './area.js';

/** What became of areas that ceased, by row of the roster. */
export interface Succession {
  /** Rows of areas with a successor, by the day they ceased. */
  readonly ceased: readonly number[];
  /** Row of the successor, −1 for none. */
  readonly into: Int32Array;
  /** Last day of an area with a successor, +Infinity for all others. */
  readonly until: Float64Array;
  /** 1 for successors that stood beside an area they took in and went on. */
  readonly wentOn: Uint8Array;
}

/** Reads successors off a roster. */
export function findSuccession(roster: Roster): Succession {
  const n = roster.areas.length;
  const into = new Int32Array(n).fill(-1);
  const until = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const wentOn = new Uint8Array(n);
  const ceased: number[] = [];
  roster.areas.forEach(({ successor, validTo }, row) => {
    const last = parseDate(validTo);
    const next = successor === '' ? -1 : roster.indexOf(successor);
    if (next < 0 || last === undefined) return;
    into[row] = next;
    until[row] = last;
    if ((parseDate(roster.areas[next]?.validFrom ?? '') ?? Number.NEGATIVE_INFINITY) <= last) wentOn[next] = 1;
    ceased.push(row);
  });
  ceased.sort((a, b) => (until[a] as number) - (until[b] as number) || a - b);
  return { ceased, into, until, wentOn };
}

/** The row an area has become by a day: its successor's after its last day, and so on. */
export function rowOnDay({ into, until }: Succession, row: number, day: Day): number {
  let current = row;
  while (current >= 0 && (until[current] as number) < day) current = into[current] as number;
  return current;
}

const known = new WeakMap<Roster, Succession>();

/** The same for one roster again and again. */
export function successionOf(roster: Roster): Succession {
  let succession = known.get(roster);
  if (!succession) known.set(roster, (succession = findSuccession(roster)));
  return succession;
}

/** Whether any area has gone into another after one day and by another. */
export function mergedBetween(roster: Roster, from: Day, by: Day): boolean {
  const { ceased, until } = successionOf(roster);
  return ceased.some((row) => from <= (until[row] as number) && (until[row] as number) < by);
}

/**
 * Day of an event by row, also of areas that others were merged into: where a successor has none of its own, the last of
 * its predecessors' days, once each of them has one. A successor that went on is one of them itself, and has its own day or none.
 *
 * @param days - by row, NaN for none; successors are filled in.
 */
export function inheritDays(days: Float64Array, roster: Roster): void {
  const { ceased, into, wentOn } = successionOf(roster);
  const inherited = new Map<number, Day>();
  const settle = (row: number): void => {
    if (Number.isNaN(days[row] as number)) days[row] = inherited.get(row) ?? Number.NaN;
  };
  // By the day they ceased, so that a successor that ceased itself has its day before it hands it on.
  for (const row of ceased) {
    settle(row);
    const next = into[row] as number;
    if (wentOn[next] === 1) continue;
    inherited.set(next, Math.max(inherited.get(next) ?? Number.NEGATIVE_INFINITY, days[row] as number));
  }
  for (const row of inherited.keys()) settle(row);
}

import type { Day } from '../period/period.js';
import { parseDate } from '../period/period.js';
import type { Roster } from './area.js';

/** What became of areas that ceased, by row of the roster. */
export interface Succession {
  /** Rows of areas with a successor, each before it; those of one successor by the day they ceased. */
  readonly ceased: readonly number[];
  /** Row of the successor, −1 for none. */
  readonly into: Int32Array;
  /** Last day of an area with a successor, +Infinity for all others. */
  readonly until: Float64Array;
  /** 1 for areas that went into one that stood beside them and goes on. */
  readonly joined: Uint8Array;
}

/** Most successors that are followed one after another; a place merges a few times in a century. */
export const LONGEST_SUCCESSION = 100;

/** Reads successors off a roster; those that run in a circle lead nowhere. */
export function findSuccession(roster: Roster): Succession {
  const n = roster.areas.length;
  const into = new Int32Array(n).fill(-1);
  const until = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const joined = new Uint8Array(n);
  roster.areas.forEach(({ successor, validTo }, row) => {
    const last = parseDate(validTo);
    const next = successor === '' ? -1 : roster.indexOf(successor);
    if (next < 0 || last === undefined) return;
    into[row] = next;
    until[row] = last;
    if ((parseDate(roster.areas[next]?.validFrom ?? '') ?? Number.NEGATIVE_INFINITY) <= last) joined[row] = 1;
  });
  const followers = into.map((_, row) => countFollowers(into, row));
  const ceased: number[] = [];
  followers.forEach((count, row) => {
    if (count > LONGEST_SUCCESSION) {
      into[row] = -1;
      until[row] = Number.POSITIVE_INFINITY;
    } else if (count > 0) ceased.push(row);
  });
  // Whatever day they ceased on: a chain may run through on one.
  ceased.sort(
    (a, b) =>
      (followers[b] as number) - (followers[a] as number) || (until[a] as number) - (until[b] as number) || a - b,
  );
  return { ceased, into, until, joined };
}

/** How many successors follow an area, counted no further than they are followed. */
function countFollowers(into: Int32Array, row: number): number {
  let count = 0;
  for (let at = into[row] as number; at >= 0 && count <= LONGEST_SUCCESSION; at = into[at] as number) count++;
  return count;
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
  const { ceased, into, joined } = successionOf(roster);
  const inherited = new Map<number, Day>();
  const settle = (row: number): void => {
    if (Number.isNaN(days[row] as number)) days[row] = inherited.get(row) ?? Number.NaN;
  };
  // Each before its successor, so that one that ceased itself has its day before it hands it on.
  for (const row of ceased) {
    settle(row);
    const next = into[row] as number;
    if (joined[row] === 1) continue;
    inherited.set(next, Math.max(inherited.get(next) ?? Number.NEGATIVE_INFINITY, days[row] as number));
  }
  for (const row of inherited.keys()) settle(row);
}

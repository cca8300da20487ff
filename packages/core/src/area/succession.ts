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
}

/** Reads successors off a roster. */
export function findSuccession(roster: Roster): Succession {
  const n = roster.areas.length;
  const into = new Int32Array(n).fill(-1);
  const until = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const ceased: number[] = [];
  roster.areas.forEach(({ successor, validTo }, row) => {
    const last = parseDate(validTo);
    const next = successor === '' ? -1 : roster.indexOf(successor);
    if (next < 0 || last === undefined) return;
    into[row] = next;
    until[row] = last;
    ceased.push(row);
  });
  ceased.sort((a, b) => (until[a] as number) - (until[b] as number) || a - b);
  return { ceased, into, until };
}

/** The row an area has become by a day: its successor's after its last day, and so on. */
export function rowOnDay({ into, until }: Succession, row: number, day: Day): number {
  let current = row;
  while (current >= 0 && (until[current] as number) < day) current = into[current] as number;
  return current;
}

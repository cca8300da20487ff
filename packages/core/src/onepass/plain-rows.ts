import type { Roster } from '../area/area.js';
import type { Members } from '../compile/members.js';
import { UNSETTLED } from '../judge/standing.js';

/** Rows of a roster in the order a plain sum answers them. */
export interface PlainRows {
  /** First row of each run of siblings that all report, owe and have nothing below: their figures are all there is to them. */
  readonly starts: Int32Array;
  /** The row after each run. */
  readonly ends: Int32Array;
  /** All other rows from the last to the first, so that a sum is whole when its row is judged. */
  readonly others: Int32Array;
}

/** Rows that stand above others, and where each of them is in that list. */
export interface InnerRows {
  readonly rows: Int32Array;
  /** By row of the roster; −1 where nothing is below. */
  readonly slots: Int32Array;
}

const orders = new WeakMap<Members, PlainRows>();
const inners = new WeakMap<Roster, InnerRows>();

/** Found once for all targets over the same members. */
export function plainRowsOf(
  members: Members,
  settled: Uint8Array,
  parents: Int32Array,
  { slots }: InnerRows,
): PlainRows {
  const known = orders.get(members);
  if (known) return known;
  const { counted } = members;
  const n = settled.length;
  const isPlain = (row: number): boolean =>
    counted[row] === 1 && settled[row] === UNSETTLED && slots[row] === -1 && parents[row] !== -1;
  const [starts, ends, others] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  let [runs, rest] = [0, n];
  for (let row = 0; row < n;) {
    if (!isPlain(row)) {
      others[--rest] = row++;
      continue;
    }
    const parent = parents[row];
    starts[runs] = row;
    while (row < n && parents[row] === parent && isPlain(row)) row++;
    ends[runs++] = row;
  }
  const rows = { starts: starts.slice(0, runs), ends: ends.slice(0, runs), others: others.slice(rest) };
  orders.set(members, rows);
  return rows;
}

/** Found once for each roster. */
export function innerRowsOf(roster: Roster): InnerRows {
  let inner = inners.get(roster);
  if (!inner) inners.set(roster, (inner = findInnerRows(roster.parents)));
  return inner;
}

function findInnerRows(parents: Int32Array): InnerRows {
  const slots = new Int32Array(parents.length).fill(-1);
  let count = 0;
  for (let row = 0; row < parents.length; row++) {
    const parent = parents[row] as number;
    if (parent >= 0 && slots[parent] === -1) slots[parent] = count++;
  }
  const rows = new Int32Array(count);
  let slot = 0;
  for (let row = 0; row < slots.length; row++) {
    if (slots[row] === -1) continue;
    rows[slot] = row;
    slots[row] = slot++;
  }
  return { rows, slots };
}

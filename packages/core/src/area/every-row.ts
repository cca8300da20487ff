import type { Roster } from './area.js';

const rows = new WeakMap<Roster, Int32Array>();

/** All rows of a roster, ascending. */
export function everyRow(roster: Roster): Int32Array {
  let known = rows.get(roster);
  if (!known) rows.set(roster, (known = Int32Array.from(roster.parents, (_, row) => row)));
  return known;
}

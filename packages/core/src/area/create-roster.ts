import { DigitIndex } from './area-digits.js';
import type { Area, Roster } from './area.js';
import { createKeeper } from './keep-area.js';

/**
 * Puts areas into tree order: depth first, every parent before its children, siblings in code order. Areas are
 * copied, with the fields of `Area` alone.
 *
 * `indexOf` knows codes, and aliases that are old codes: written in ASCII and belonging to one area
 * only. 6, 9, 12 and 19 digits stand for the same area where they differ by zeros at the end; digits that fit
 * two areas fit none. Names are no codes; two villages may share one.
 *
 * @throws RangeError for a code that stands twice, a parent that is not there, or a cycle. Rosters read
 *   from files go through `parseAreas`, which reports these instead.
 */
export function createRoster(areas: readonly Area[]): Roster {
  const byParent = groupByParent(areas);
  const ordered: Area[] = [];
  const rows = new Map<string, number>();
  const parents: number[] = [];
  const keep = createKeeper();
  // Depth first without recursion; siblings are stacked in reverse.
  const stack = (byParent.get('') ?? []).slice().reverse();
  for (let area = stack.pop(); area; area = stack.pop()) {
    if (rows.has(area.code)) throw new RangeError(`roster: code "${area.code}" stands twice`);
    rows.set(area.code, ordered.length);
    const parent = area.parent === '' ? -1 : (rows.get(area.parent) ?? -1);
    parents.push(parent);
    ordered.push(keep(area, ordered[parent]));
    const below = byParent.get(area.code);
    if (below) for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as Area);
  }
  if (ordered.length < areas.length) {
    const lost = areas.find(({ code }) => !rows.has(code));
    throw new RangeError(`roster: "${lost?.code}" has no way up to a root, its parent is "${lost?.parent}"`);
  }
  const codes = new DigitIndex(withAliases(rows, findAliases(ordered, rows)));
  const children = findChildren(parents);
  return {
    areas: ordered,
    parents: Int32Array.from(parents),
    indexOf: (code) => codes.get(code) ?? -1,
    children,
  };
}

function groupByParent(areas: readonly Area[]): Map<string, Area[]> {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const group = groups.get(area.parent);
    if (group) group.push(area);
    else groups.set(area.parent, [area]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return groups;
}

/** Whether an alias is an old code rather than another name. */
export function isCode(alias: string): boolean {
  return /^[\w.:-]+$/.test(alias);
}

function findAliases(areas: readonly Area[], rows: ReadonlyMap<string, number>): Map<string, number> {
  const aliases = new Map<string, number>();
  const shared = new Set<string>();
  areas.forEach((area, row) => {
    for (const alias of area.aliases) {
      if (!isCode(alias) || rows.has(alias)) continue;
      const other = aliases.get(alias);
      if (other !== undefined && other !== row) shared.add(alias);
      aliases.set(alias, row);
    }
  });
  for (const alias of shared) aliases.delete(alias);
  return aliases;
}

/** One table of codes: asked for every row of every file. */
function withAliases(rows: Map<string, number>, aliases: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  for (const [alias, row] of aliases) rows.set(alias, row);
  return rows;
}

/** Children of all rows in two flat arrays, handed out as small ones. */
function findChildren(parents: readonly number[]): (index: number) => readonly number[] {
  const starts = new Int32Array(parents.length + 2);
  for (const parent of parents) if (parent >= 0) starts[parent + 2] = (starts[parent + 2] as number) + 1;
  for (let i = 2; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const list = new Int32Array(parents.length);
  parents.forEach((parent, row) => {
    if (parent < 0) return;
    const at = starts[parent + 1] as number;
    list[at] = row;
    starts[parent + 1] = at + 1;
  });
  return (index) => Array.from(list.subarray(starts[index] ?? 0, starts[index + 1] ?? 0));
}

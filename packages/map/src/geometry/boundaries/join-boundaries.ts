import type { Roster } from '@guatu/core';
import type { UnjoinedShape } from '../area-shapes.js';
import type { BoundaryFindings } from './boundary-findings.js';
import { completeName, normaliseName } from './normalise-name.js';
import type { Boundary } from './read-feature.js';

/** Which area each shape belongs to, and which belong to none. */
export interface Joined {
  /** By row of the roster; several shapes of one area are parts of it. */
  readonly byRow: ReadonlyMap<number, readonly Boundary[]>;
  readonly byCode: number;
  readonly byName: number;
  readonly ambiguous: readonly UnjoinedShape[];
  readonly leftOver: readonly UnjoinedShape[];
}

/**
 * Joins shapes to the roster: by code, old codes included, else by name and alias within the parent the shape names.
 * Official endings are no part of a name. A name that fits several areas joins none of them.
 */
export function joinBoundaries(boundaries: readonly Boundary[], roster: Roster, found: BoundaryFindings): Joined {
  const names = new NameIndex(roster);
  const byRow = new Map<number, Boundary[]>();
  const ambiguous: UnjoinedShape[] = [];
  const leftOver: UnjoinedShape[] = [];
  let [byCode, byName] = [0, 0];
  const add = (row: number, boundary: Boundary): void => {
    const parts = byRow.get(row);
    if (parts) parts.push(boundary);
    else byRow.set(row, [boundary]);
  };
  for (const boundary of boundaries) {
    const { code, name, path } = boundary;
    const row = findCode(roster, code);
    if (row >= 0) {
      byCode += 1;
      if (!names.isCalled(row, name)) found.add('boundary-name-differs', path, { code, area: name, expected: roster.areas[row]?.name ?? '' });
      add(row, boundary);
      continue;
    }
    const rows = names.find(name, boundary.parent);
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      byName += 1;
      add(only, boundary);
      continue;
    }
    const candidates = rows.map((candidate) => roster.areas[candidate]?.code ?? '');
    (rows.length > 1 ? ambiguous : leftOver).push({ path, code, name, candidates });
    if (rows.length > 1) found.add('boundary-ambiguous', path, { area: name, count: rows.length, candidates: names.write(rows) });
    else if (code === '' && name === '') found.add('boundary-without-code', path);
    else found.add('boundary-unmatched', path, { area: name || code, code });
  }
  return { byRow, byCode, byName, ambiguous, leftOver };
}

/**
 * The row of a code, also of the spellings in use for it: 6 and 9 digits for a county or township that has 12 with
 * zeros, and 19 in land surveys.
 */
function findCode(roster: Roster, code: string): number {
  if (code === '') return -1;
  const row = roster.indexOf(code);
  if (row >= 0) return row;
  if (/^\d{6}(?:\d{3})?$/.test(code)) return roster.indexOf(code.padEnd(12, '0'));
  return /^\d{12}0{7}$/.test(code) ? roster.indexOf(code.slice(0, 12)) : -1;
}

/** Areas by name; where every shape has a code and the name of its area, none is looked up and no index is made. */
class NameIndex {
  #known: Map<string, number[]> | undefined;

  constructor(private readonly roster: Roster) {}

  get #rows(): ReadonlyMap<string, readonly number[]> {
    return (this.#known ??= indexNames(this.roster));
  }

  /** Rows a name fits, below a parent given by code or name; below any when none is given. */
  find(name: string, parent: string): readonly number[] {
    const candidates = new Set(completeName(name).flatMap((key) => this.#rows.get(key) ?? []));
    return [...candidates].filter((row) => parent === '' || this.#isUnder(row, parent));
  }

  /** Whether an area has a name, one of its aliases, or the shape none. */
  isCalled(row: number, name: string): boolean {
    return name === '' || name === this.roster.areas[row]?.name || completeName(name).some((key) => this.#rows.get(key)?.includes(row));
  }

  /** Areas with their parents, as a person tells them apart. */
  write(rows: readonly number[]): string {
    const { areas, parents } = this.roster;
    return rows.map((row) => `${areas[parents[row] ?? -1]?.name ?? ''}${areas[row]?.name ?? ''} ${areas[row]?.code ?? ''}`.trim()).join('、');
  }

  #isUnder(row: number, parent: string): boolean {
    const above = this.roster.parents[row] ?? -1;
    return above >= 0 && (findCode(this.roster, parent) === above || completeName(parent).some((key) => this.#rows.get(key)?.includes(above)));
  }
}

function indexNames({ areas }: Roster): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, { name, aliases }] of areas.entries()) {
    for (const key of new Set([name, ...aliases].map(normaliseName))) {
      const known = rows.get(key);
      if (known) known.push(row);
      else rows.set(key, [row]);
    }
  }
  return rows;
}

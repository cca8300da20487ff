import type { Roster } from '@guatu/core';
import type { UnjoinedShape } from '../area-shapes.js';
import type { BoundaryFindings } from './boundary-findings.js';
import { NameIndex } from './name-index.js';
import type { Boundary } from './read-feature.js';
import { tellParts } from './tell-parts.js';

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
 * Joins shapes to the roster: by code, old codes and other numbers of digits included; one without a code by name and
 * alias within the parent the shape names, at the level it says. Official endings are no part of a name. A name that fits
 * several areas joins none of them, and a code the roster does not have joins nothing, whatever the shape is called:
 * villages of one name are everywhere.
 */
export function joinBoundaries(boundaries: readonly Boundary[], roster: Roster, found: BoundaryFindings): Joined {
  const names = new NameIndex(roster);
  const isCode = readCodes(boundaries, roster);
  // of a file whose shapes all have neither it is told once, with the properties there are
  const nameless = boundaries.every(({ code, name }) => code === '' && name === '');
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
    const { name, path, level } = boundary;
    const code = isCode(boundary) ? boundary.code : '';
    const row = code === '' ? -1 : roster.indexOf(code);
    const area = roster.areas[row];
    if (area) {
      byCode += 1;
      if (!names.isCalled(row, name))
        found.add('boundary-name-differs', path, { code, area: name, expected: area.name });
      if (level !== '' && level !== area.level)
        found.add('boundary-level-differs', path, { code, area: area.name, expected: area.level, got: level });
      add(row, boundary);
      continue;
    }
    const rows = code === '' ? names.find(name, boundary.parent, level) : [];
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      byName += 1;
      add(only, boundary);
      continue;
    }
    const elsewhere = code === '' && rows.length === 0 && level !== '' ? names.find(name, boundary.parent) : [];
    const candidates = rows.map((candidate) => roster.areas[candidate]?.code ?? '');
    (rows.length > 1 ? ambiguous : leftOver).push({ path, code, name, candidates });
    if (rows.length > 1)
      found.add('boundary-ambiguous', path, { area: name, count: rows.length, candidates: names.write(rows) });
    else if (elsewhere.length > 0)
      found.add('boundary-level-unmatched', path, { area: name, got: level, candidates: names.write(elsewhere) });
    else if (code !== '' || name !== '')
      found.add('boundary-unmatched', path, { area: [name, code].filter((part) => part !== '').join(' '), code });
    else if (!nameless) found.add('boundary-without-code', path);
  }
  for (const [row, parts] of byRow) tellParts(roster.areas[row]?.name ?? '', parts, found);
  return { byRow, byCode, byName, ambiguous, leftOver };
}

/** Tells codes from running numbers: an `id` is a code where the roster knows one of the file's. */
function readCodes(boundaries: readonly Boundary[], roster: Roster): (boundary: Boundary) => boolean {
  const ids = boundaries.some(({ numbered, code }) => numbered && roster.indexOf(code) >= 0);
  return ({ numbered, name }) => !numbered || ids || name === '';
}

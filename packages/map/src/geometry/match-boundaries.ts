import type { Area, Diagnostic, Roster } from '@guatu/core';
import type { Boundary } from './read-features.js';

/** Which area each boundary belongs to, and what is left over on both sides. */
export interface BoundaryMatch {
  /** By row of the roster; several boundaries of one area are parts of it. */
  readonly byRow: ReadonlyMap<number, readonly Boundary[]>;
  readonly matchedByCode: number;
  readonly matchedByName: number;
  readonly ambiguous: readonly Boundary[];
  readonly leftOver: readonly Boundary[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins boundaries to the roster: by code, old codes included, else by name and alias within the parent the feature
 * names. A name that fits several areas joins none of them.
 */
export function matchBoundaries(boundaries: readonly Boundary[], roster: Roster): BoundaryMatch {
  const byName = indexNames(roster);
  const byRow = new Map<number, Boundary[]>();
  const ambiguous: Boundary[] = [];
  const leftOver: Boundary[] = [];
  let [matchedByCode, matchedByName] = [0, 0];
  const add = (row: number, boundary: Boundary): void => {
    const parts = byRow.get(row);
    if (parts) parts.push(boundary);
    else byRow.set(row, [boundary]);
  };
  for (const boundary of boundaries) {
    const row = boundary.code === '' ? -1 : roster.indexOf(boundary.code);
    if (row >= 0) {
      matchedByCode += 1;
      add(row, boundary);
      continue;
    }
    const named = (byName.get(boundary.name) ?? []).filter((candidate) => isUnder(roster, candidate, boundary.parent));
    const [only] = named;
    if (named.length === 1 && only !== undefined) {
      matchedByName += 1;
      add(only, boundary);
    } else (named.length > 1 ? ambiguous : leftOver).push(boundary);
  }
  return { byRow, matchedByCode, matchedByName, ambiguous, leftOver, diagnostics: report(roster, { ambiguous, leftOver }) };
}

function report(
  roster: Roster,
  { ambiguous, leftOver }: { readonly ambiguous: readonly Boundary[]; readonly leftOver: readonly Boundary[] },
): readonly Diagnostic[] {
  const place = ({ path }: Boundary): string => `boundaries ${path}`;
  const called = ({ code, name }: Boundary): string => name || code || 'no code and no name';
  return [
    ...ambiguous.map((boundary): Diagnostic => ({
      code: 'boundary-ambiguous',
      severity: 'warning',
      path: place(boundary),
      message: `the name fits several areas of the roster of ${roster.areas.length}: "${called(boundary)}"; give the feature a code`,
      params: { code: boundary.code, name: boundary.name },
    })),
    ...leftOver.map((boundary): Diagnostic => ({
      code: boundary.code === '' && boundary.name === '' ? 'boundary-without-code' : 'boundary-unmatched',
      severity: 'warning',
      path: place(boundary),
      message: `no area of the roster fits: "${called(boundary)}"`,
      params: { code: boundary.code, name: boundary.name },
    })),
  ];
}

function indexNames(roster: Roster): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, area] of roster.areas.entries()) {
    for (const name of new Set([area.name, ...area.aliases])) {
      const known = rows.get(name);
      if (known) known.push(row);
      else rows.set(name, [row]);
    }
  }
  return rows;
}

/** Whether an area lies under a parent given by code or name; any does when none is given. */
function isUnder(roster: Roster, row: number, parent: string): boolean {
  if (parent === '') return true;
  const above: Area | undefined = roster.areas[roster.parents[row] ?? -1];
  return above !== undefined && (above.code === parent || above.name === parent || above.aliases.includes(parent));
}

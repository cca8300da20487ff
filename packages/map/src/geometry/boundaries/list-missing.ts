import type { Area, Diagnostic, IsoDate, Roster } from '@guatu/core';
import type { AreaShapes } from '../area-shapes.js';
import { ENOUGH } from '../layout-areas.js';
import { selectMembers } from '../members.js';
import { BoundaryFindings } from './boundary-findings.js';
import type { BoundaryCode } from './boundary-findings.js';

/** Areas a day knows and no shape is known of. */
export interface MissingShapes {
  /** Of the finest level that has shapes, in roster order. */
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More missing areas than this are said in one line. */
const MOST_NAMED = 20;

/** After every merger: the areas there are in the end. */
export const IN_THE_END: IsoDate = '9999-12-31';

const CODES: ReadonlySet<string> = new Set<BoundaryCode>(['boundary-too-few', 'area-without-boundary', 'areas-without-boundary']);

/** Whether a finding is one of those about missing shapes, which are others on another day. */
export function isAboutMissing({ code }: Diagnostic): boolean {
  return CODES.has(code);
}

/**
 * Areas without a place, of the finest level where any has one. Areas that are drawn only where they have ground are not
 * missed, nor are those that were merged away before the day or founded after it.
 *
 * @param source what findings call the file
 */
export function listMissing({ places }: Pick<AreaShapes, 'places'>, roster: Roster, { asOf, source }: { readonly asOf: IsoDate; readonly source: string }): MissingShapes {
  if (places.size === 0) return { codes: [], diagnostics: [] };
  const found = new BoundaryFindings(source);
  const expected = listExpected(places, roster, asOf);
  const missing = expected.filter(({ code }) => !places.has(code));
  const count = expected.length - missing.length;
  if (count < expected.length * ENOUGH) found.add('boundary-too-few', '', { count, total: expected.length });
  if (missing.length > MOST_NAMED) {
    found.add('areas-without-boundary', '', { count: missing.length, total: expected.length, area: missing[0]?.name ?? '' });
  } else for (const { code, name } of missing) found.add('area-without-boundary', '', { code, area: name });
  return { codes: missing.map(({ code }) => code), diagnostics: found.list() };
}

/** The level is that of the file, whatever the day: a file of villages misses villages also on a day it knows none of. */
function listExpected(places: AreaShapes['places'], roster: Roster, asOf: IsoDate): readonly Area[] {
  const level = (['village', 'township'] as const).find((one) => roster.areas.some((area) => area.level === one && places.has(area.code)));
  return level === undefined ? [] : selectMembers(roster, { level, asOf });
}

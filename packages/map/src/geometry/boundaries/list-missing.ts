import type { Area, Diagnostic, IsoDate, Roster } from '@guatu/core';
import type { AreaShapes } from '../area-shapes.js';
import { ENOUGH } from '../layout-areas.js';
import { selectMembers } from '../members.js';
import { BoundaryFindings } from './boundary-findings.js';
import type { BoundaryCode } from './boundary-findings.js';

/** Areas a day knows and no shape is known of. */
export interface MissingShapes {
  /** Of the level that can be drawn by shapes, in roster order. */
  readonly codes: readonly string[];
  /** Set where townships have shapes and villages have not. */
  readonly level?: 'township';
  readonly diagnostics: readonly Diagnostic[];
}

/** Where areas lie, and which of them have shapes of their own, not of what lies below them. */
export interface DrawnShapes extends Pick<AreaShapes, 'places'> {
  readonly own: ReadonlySet<string>;
}

/** More missing areas than this are said in one line. */
const MOST_NAMED = 20;

/** After every merger: the areas there are in the end. */
export const IN_THE_END: IsoDate = '9999-12-31';

const CODES: ReadonlySet<string> = new Set<BoundaryCode>([
  'boundary-too-few',
  'boundary-townships-only',
  'area-without-boundary',
  'areas-without-boundary',
]);

/** Whether a finding is one of those about missing shapes, which are others on another day. */
export function isAboutMissing({ code }: Diagnostic): boolean {
  return CODES.has(code);
}

/**
 * Tells at which level shapes can be drawn, and which areas of it have none: villages, where a map begins, when half of
 * them have a place; else townships, when half of these have shapes of their own. Areas that are drawn only where they have
 * ground are not missed, nor are those that were merged away before the day or founded after it.
 *
 * @param source what findings call the file
 */
export function listMissing(
  { places, own }: DrawnShapes,
  roster: Roster,
  { asOf, source }: { readonly asOf: IsoDate; readonly source: string },
): MissingShapes {
  if (places.size === 0) return { codes: [], diagnostics: [] };
  const found = new BoundaryFindings(source);
  const [villages, townships] = (['village', 'township'] as const).map((level) =>
    selectMembers(roster, { level, asOf }),
  ) as [readonly Area[], readonly Area[]];
  const hasVillages = roster.areas.some(({ level }) => level === 'village');
  const [count, drawn] = [countOf(villages, places), countOf(townships, own)];
  const coarse = hasVillages && !isEnough(count, villages) && townships.length > 0 && isEnough(drawn, townships);
  const expected = hasVillages && !coarse ? villages : townships;
  const missing = expected.filter(({ code }) => !places.has(code));
  if (coarse)
    found.add('boundary-townships-only', '', { count, total: villages.length, townships: drawn, of: townships.length });
  else if (!isEnough(expected.length - missing.length, expected))
    found.add('boundary-too-few', '', { count: expected.length - missing.length, total: expected.length });
  if (missing.length > MOST_NAMED) {
    found.add('areas-without-boundary', '', {
      count: missing.length,
      total: expected.length,
      area: missing[0]?.name ?? '',
    });
  } else for (const { code, name } of missing) found.add('area-without-boundary', '', { code, area: name });
  return { codes: missing.map(({ code }) => code), diagnostics: found.list(), ...(coarse && { level: 'township' }) };
}

function countOf(areas: readonly Area[], known: { readonly has: (code: string) => boolean }): number {
  return areas.reduce((count, { code }) => (known.has(code) ? count + 1 : count), 0);
}

function isEnough(count: number, areas: readonly Area[]): boolean {
  return count >= areas.length * ENOUGH;
}

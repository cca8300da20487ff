import type { Dataset, LinkRow } from '../observation/dataset.js';
import { formatDate, parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { AssignmentMeasure } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';
import { areasHeld, standingMembers } from './links.js';

/** One actor's tie to a place on a day. */
export interface Responsibility {
  readonly actor: string;
  readonly role: string;
  /** Code of the area the link names: the one asked for, or one above it. */
  readonly area: string;
  /** Whether the link names an area above the one asked for. */
  readonly inherited: boolean;
  /** `null` where the end is open. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** `links.csv:14`. */
  readonly place: string;
}

/**
 * Who is responsible for an area on a day (包抓): first those tied to the area itself, then those tied to the areas
 * above it, the nearest first; within one area by role, then by actor.
 *
 * @param area - code, or an alias that is an old code.
 * @returns nobody where no link stands on that day.
 * @throws RangeError for an unknown area, or a text that is no date.
 * @example findResponsible(dataset, '620321100206', '2021-06-30')[0]?.actor
 */
export function findResponsible(dataset: Dataset, area: string, on: IsoDate): readonly Responsibility[] {
  const { roster } = dataset;
  const start = roster.indexOf(area);
  if (start < 0) throw new RangeError(`area: unknown area "${area}"`);
  const standing = linksOn(dataset, requireDay(on));
  const found: Responsibility[] = [];
  for (let row = start; row >= 0; row = roster.parents[row] ?? -1) {
    const here = standing.filter((link) => link.area === row).sort(byRoleAndActor);
    for (const { actor, role, from, to, place } of here) {
      const code = roster.areas[row]?.code ?? '';
      found.push({ actor, role, area: code, inherited: row !== start, from: endOf(from), to: endOf(to), place });
    }
  }
  return found;
}

/** An actor who owes links and lacks some. */
export interface IncompleteActor {
  readonly actor: string;
  readonly missing: readonly { readonly role: string; readonly held: number; readonly each: number }[];
}

/**
 * Actors of a register who hold fewer links than an assignment asks, on a day; by actor.
 *
 * @returns `null` where the register was never reported: nobody knows who owes links.
 * @throws RangeError for a text that is no date.
 * @example findActorsWithoutLinks(dataset, target.measure, '2021-12-31')
 */
export function findActorsWithoutLinks(
  dataset: Dataset,
  measure: Pick<AssignmentMeasure, 'actors' | 'roles'>,
  on: IsoDate,
): readonly IncompleteActor[] | null {
  const day = requireDay(on);
  const actors = standingMembers(dataset.registers, measure.actors, day);
  if (!actors) return null;
  const span = { from: day, to: day };
  const roles = measure.roles.map(({ role, each }) => ({ role, each, areas: areasHeld(dataset.links, role, span) }));
  return [...actors].sort(compare).flatMap((actor): readonly IncompleteActor[] => {
    const missing = roles.flatMap(({ role, each, areas }) => {
      const held = areas.get(actor)?.size ?? 0;
      return held < each ? [{ role, held, each }] : [];
    });
    return missing.length === 0 ? [] : [{ actor, missing }];
  });
}

/** A place several actors hold in one role. */
export interface SharedPlace {
  readonly area: string;
  readonly role: string;
  readonly actors: readonly string[];
}

/**
 * Places that more than one actor holds in the same role on a day, in the order of the roster, then by role.
 *
 * @param roles - only these; all by default.
 * @throws RangeError for a text that is no date.
 * @example findSharedPlaces(dataset, '2021-12-31', ['village'])
 */
export function findSharedPlaces(
  dataset: Dataset,
  on: IsoDate,
  roles: readonly string[] = [...dataset.links.keys()],
): readonly SharedPlace[] {
  const asked = new Set(roles);
  const places = new Map<string, { row: number; role: string; actors: Set<string> }>();
  for (const { actor, role, area } of linksOn(dataset, requireDay(on))) {
    if (!asked.has(role)) continue;
    const key = `${area} ${role}`;
    const known = places.get(key);
    if (known) known.actors.add(actor);
    else places.set(key, { row: area, role, actors: new Set([actor]) });
  }
  return [...places.values()]
    .filter(({ actors }) => actors.size > 1)
    .sort((x, y) => x.row - y.row || compare(x.role, y.role))
    .map(({ row, role, actors }) => ({
      area: dataset.roster.areas[row]?.code ?? '',
      role,
      actors: [...actors].sort(compare),
    }));
}

function linksOn({ links }: Dataset, day: Day): readonly LinkRow[] {
  return [...links.values()].flatMap((rows) => rows.filter(({ from, to }) => from <= day && day <= to));
}

function requireDay(text: string): Day {
  const day = parseDate(text);
  if (day === undefined) throw new RangeError(`on: expected a date like 2021-12-31, got "${text}"`);
  return day;
}

function endOf(day: Day): IsoDate | null {
  return Number.isFinite(day) ? formatDate(day) : null;
}

function byRoleAndActor(x: LinkRow, y: LinkRow): number {
  return compare(x.role, y.role) || compare(x.actor, y.actor);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

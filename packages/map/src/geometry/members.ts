import { formatDate, parseDate } from '@guatu/core/calendar';
import type { Area, AreaKind, IsoDate, Roster } from '@guatu/core';

export interface MemberOptions {
  readonly level: 'township' | 'village';
  /**
   * Kinds of village that are drawn. By default village committees alone: residents' committees are outside the rollout
   * and the shares, so the legend counts them as not applicable instead. A roster without a village committee shows all.
   */
  readonly kinds?: readonly AreaKind[];
  /** Leaves out areas that were merged away before, or founded after, this date. */
  readonly asOf?: IsoDate;
  /** Code of a township whose villages are drawn alone; without meaning among townships. */
  readonly within?: string;
}

/** Areas of one parent, in roster order. */
export interface MemberGroup {
  /** Code of the parent, empty for areas without one. */
  readonly code: string;
  readonly name: string;
  readonly members: readonly Area[];
}

/** Areas of a level, grouped under their parents; groups in the order of their first member. */
export function groupMembers(roster: Roster, options: MemberOptions): readonly MemberGroup[] {
  const groups = new Map<string, Area[]>();
  for (const area of selectMembers(roster, options)) {
    const group = groups.get(area.parent);
    if (group) group.push(area);
    else groups.set(area.parent, [area]);
  }
  return [...groups].map(([code, members]) => {
    const row = code === '' ? -1 : roster.indexOf(code);
    return { code, name: roster.areas[row]?.name ?? '', members };
  });
}

/**
 * Areas of a level that are drawn, in roster order. A township of residents' committees alone shows those when it is
 * drawn alone.
 */
export function selectMembers(roster: Roster, { level, kinds, asOf, within }: MemberOptions): readonly Area[] {
  const valid = roster.areas.filter((area) => area.level === level && standsOn(area, asOf));
  const here = level === 'village' && within !== undefined ? valid.filter(({ parent }) => parent === within) : valid;
  if (kinds) return here.filter((area) => kinds.includes(area.kind));
  const committees = here.filter((area) => area.kind !== 'residents-committee');
  return committees.length > 0 ? committees : here;
}

/** Whether an area exists on a day; both of its days are inclusive. */
export function standsOn(
  { validFrom, validTo }: Pick<Area, 'validFrom' | 'validTo'>,
  date: IsoDate | undefined,
): boolean {
  if (date === undefined) return true;
  return (validFrom === '' || validFrom <= date) && (validTo === '' || date <= validTo);
}

/** Before any area came or went. */
const FROM_THE_FIRST: IsoDate = '0000-01-01';

/** The days from which other areas exist than before, ascending; of most rosters none. */
const changes = new WeakMap<Roster, readonly IsoDate[]>();

/**
 * A day with the same areas as the one given: the last on which any came or went. Layouts are made for it, so that
 * moving through time makes a new one only where the areas are others.
 */
export function dayOfAreas(roster: Roster, asOf: IsoDate): IsoDate {
  let days = changes.get(roster);
  if (!days) changes.set(roster, (days = listChanges(roster)));
  return days.filter((day) => day <= asOf).at(-1) ?? FROM_THE_FIRST;
}

function listChanges({ areas }: Roster): readonly IsoDate[] {
  const days = areas.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === '' ? [] : [validFrom]),
    ...(validTo === '' ? [] : [dayAfter(validTo)]),
  ]);
  return [...new Set(days)].sort();
}

function dayAfter(date: IsoDate): IsoDate {
  const day = parseDate(date);
  return day === undefined ? date : formatDate(day + 1);
}

import type { Roster } from '../area/area.js';
import { parseDate } from '../period/period.js';
import type { AreaKind, Level } from '../plan/plan.js';

const LEVELS: readonly Level[] = ['county', 'township', 'village'];
const KINDS: readonly AreaKind[] = [
  'county',
  'town',
  'township',
  'villagers-committee',
  'residents-committee',
];

/** What targets ask of every area, by row and as numbers, so that members are found without objects. */
export interface RosterColumns {
  readonly levels: Uint8Array;
  readonly kinds: Uint8Array;
  /** Whether any area comes or goes, so that members depend on the day. */
  readonly dated: boolean;
  /** 1 January of each area's cohort; NaN outside the rollout. */
  readonly cohortStarts: Float64Array;
  /** First and last day each area exists, ±Infinity where open. */
  readonly validFrom: Float64Array;
  readonly validTo: Float64Array;
}

const known = new WeakMap<Roster, RosterColumns>();

/** Columns of a roster, formed once for each. */
export function columnsOfRoster(roster: Roster): RosterColumns {
  let columns = known.get(roster);
  if (!columns) {
    const starts = new Map<string, number>();
    const startOf = (cohort: string): number => {
      const found = starts.get(cohort) ?? parseDate(`${cohort}-01-01`) ?? Number.NaN;
      starts.set(cohort, found);
      return found;
    };
    columns = {
      levels: Uint8Array.from(roster.areas, (area) => levelNumber(area.level)),
      kinds: Uint8Array.from(roster.areas, (area) => kindNumber(area.kind)),
      dated: roster.areas.some((area) => area.validFrom !== '' || area.validTo !== ''),
      cohortStarts: Float64Array.from(roster.areas, (area) => startOf(area.rollout)),
      validFrom: Float64Array.from(roster.areas, ({ validFrom }) =>
        validFrom === '' ? Number.NEGATIVE_INFINITY : (parseDate(validFrom) ?? Number.NEGATIVE_INFINITY),
      ),
      validTo: Float64Array.from(roster.areas, ({ validTo }) =>
        validTo === '' ? Number.POSITIVE_INFINITY : (parseDate(validTo) ?? Number.POSITIVE_INFINITY),
      ),
    };
    known.set(roster, columns);
  }
  return columns;
}

/** Number of a level in `RosterColumns.levels`. */
export function levelNumber(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Number of a kind in `RosterColumns.kinds`. */
export function kindNumber(kind: AreaKind): number {
  return KINDS.indexOf(kind);
}

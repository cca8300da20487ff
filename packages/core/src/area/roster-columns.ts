import type { Area, Roster } from './area.js';
import type { OwnYears } from '../period/own-year.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { cohortYear } from '../period/read-period.js';
import type { AreaKind, Level } from '../plan/plan.js';

const LEVELS: readonly Level[] = ['county', 'township', 'village'];
const KINDS: readonly AreaKind[] = ['county', 'town', 'township', 'villagers-committee', 'residents-committee'];

/** What targets ask of every area, by row and as numbers, so that members are found without objects. */
export interface RosterColumns {
  readonly levels: Uint8Array;
  readonly kinds: Uint8Array;
  /** Whether any area comes or goes, so that members depend on the day. */
  readonly dated: boolean;
  /** First day of the year of each area's cohort; NaN outside the rollout. */
  readonly cohortStarts: Float64Array;
  /** First and last day each area exists, ±Infinity where open. */
  readonly validFrom: Float64Array;
  readonly validTo: Float64Array;
}

const known = new WeakMap<Roster, RosterColumns>();

/**
 * Columns of a roster, formed once for each.
 *
 * @param years - that a plan counts in, where they are not those of the calendar: cohorts are theirs.
 */
export function columnsOfRoster(roster: Roster, years?: OwnYears): RosterColumns {
  let columns = known.get(roster);
  if (!columns) known.set(roster, (columns = readColumns(roster)));
  return years ? inYears(roster, columns, years) : columns;
}

const knownInYears = new WeakMap<Roster, Map<string, RosterColumns>>();

function inYears(roster: Roster, columns: RosterColumns, years: OwnYears): RosterColumns {
  const all = knownInYears.get(roster) ?? new Map<string, RosterColumns>();
  knownInYears.set(roster, all);
  const key = `${years.month}-${years.day} ${years.named}`;
  let own = all.get(key);
  if (!own) all.set(key, (own = { ...columns, cohortStarts: cohortStartsIn(roster, years) }));
  return own;
}

function cohortStartsIn({ areas }: Roster, years: OwnYears): Float64Array {
  const starts = new Map<string, number>();
  return Float64Array.from(areas, ({ rollout }) => {
    const start = starts.get(rollout) ?? cohortYear(rollout, years)?.start ?? Number.NaN;
    starts.set(rollout, start);
    return start;
  });
}

/** In one loop: a pass for each column takes ten times as long. */
function readColumns({ areas }: Roster): RosterColumns {
  const n = areas.length;
  const [levels, kinds] = [new Uint8Array(n), new Uint8Array(n)];
  const [cohortStarts, validFrom, validTo] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const starts = new Map<string, number>();
  let dated = false;
  for (let row = 0; row < n; row++) {
    const area = areas[row] as Area;
    levels[row] = levelNumber(area.level);
    kinds[row] = kindNumber(area.kind);
    const start = starts.get(area.rollout) ?? parseDate(`${area.rollout}-01-01`) ?? Number.NaN;
    starts.set(area.rollout, start);
    cohortStarts[row] = start;
    validFrom[row] = dayOr(area.validFrom, Number.NEGATIVE_INFINITY);
    validTo[row] = dayOr(area.validTo, Number.POSITIVE_INFINITY);
    dated ||= area.validFrom !== '' || area.validTo !== '';
  }
  return { levels, kinds, dated, cohortStarts, validFrom, validTo };
}

/** Whether an area is there on a day, its first and its last included. Of a row the roster does not have: no. */
export function existsOn({ validFrom, validTo }: RosterColumns, row: number, day: Day): boolean {
  return (validFrom[row] as number) <= day && day <= (validTo[row] as number);
}

function dayOr(text: string, open: number): number {
  return text === '' ? open : (parseDate(text) ?? open);
}

/** Number of a level in `RosterColumns.levels`. */
export function levelNumber(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Number of a kind in `RosterColumns.kinds`. */
export function kindNumber(kind: AreaKind): number {
  return KINDS.indexOf(kind);
}

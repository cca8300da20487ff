import type { Area, Roster } from './area.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { AreaKind, Level } from '../plan/plan.js';

const LEVELS: readonly Level[] = ['county', 'township', 'village'];
const KINDS: readonly AreaKind[] = ['county', 'town', 'township', 'villagers-committee', 'residents-committee'];

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
  if (!columns) known.set(roster, (columns = readColumns(roster)));
  return columns;
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

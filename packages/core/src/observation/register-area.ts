import type { Roster } from '../area/area.js';
import { rowOnDay, successionOf } from '../area/succession.js';
import type { RegisterRow } from './dataset.js';
import type { Day } from '../period/period.js';

/** Row a member of a register belongs to, seen from a day: what an area had is its successor's from the day after it ceased. */
export function areaSeenFrom(roster: Roster, { area, origin }: RegisterRow, day: Day): number {
  return origin === undefined ? area : rowOnDay(successionOf(roster), origin, day);
}

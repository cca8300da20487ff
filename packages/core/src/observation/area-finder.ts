import type { Roster } from '../area/area.js';
import type { Succession } from '../area/succession.js';
import { rowOnDay } from '../area/succession.js';
import type { Day } from '../period/period.js';

/** Finds the areas rows speak of. */
export interface AreaFinder {
  /** Row of a code on a day, that of its successor where it had ceased before; `undefined` when unknown. */
  rowOn(code: string, day: Day): number | undefined;
}

export function createAreaFinder(roster: Roster, succession: Succession): AreaFinder {
  return {
    rowOn: (code, day) => {
      const row = roster.indexOf(code);
      return row < 0 ? undefined : rowOnDay(succession, row, day);
    },
  };
}

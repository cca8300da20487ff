import type { IsoDate, Level, Roster } from '@guatu/core';
import { standsOn } from '../geometry/members.js';

/** Whether an area is a township with villages of its own to be drawn, on a day; on any while it is empty. */
export function hasVillages(roster: Roster, code: string, asOf: IsoDate): boolean {
  const row = roster.indexOf(code);
  const day = asOf === '' ? undefined : asOf;
  const isThere = (child: number, level: Level): boolean => {
    const area = roster.areas[child];
    return area?.level === level && standsOn(area, day);
  };
  return isThere(row, 'township') && roster.children(row).some((child) => isThere(child, 'village'));
}

import type { Roster } from '../area/area.js';
import type { Succession } from '../area/succession.js';
import { rowOnDay } from '../area/succession.js';
import type { Spelling } from '../csv/explain-spelling.js';
import { explainCode } from '../csv/explain-spelling.js';
import type { Day } from '../period/period.js';

/** Finds the areas rows speak of. */
export interface AreaFinder {
  /** Row of a code on a day, that of its successor where it had ceased before; `undefined` when unknown. */
  rowOn(code: string, day: Day): number | undefined;
  /** Whether an area has a successor. */
  hasCeased(row: number): boolean;
  /** What is wrong with a code no area has. */
  faultOf(code: string): Spelling;
}

export function createAreaFinder(roster: Roster, succession: Succession): AreaFinder {
  return {
    rowOn: (code, day) => {
      const row = roster.indexOf(code);
      return row < 0 ? undefined : rowOnDay(succession, row, day);
    },
    hasCeased: (row) => row >= 0 && (succession.into[row] as number) >= 0,
    faultOf: createCodeFaults(roster),
  };
}

/** Says what is wrong with codes no area has; thousands of rows share one, and each is thought about once. */
export function createCodeFaults(roster: Roster): (code: string) => Spelling {
  const known = new Map<string, Spelling>();
  const codes = (): Iterable<string> => roster.areas.map(({ code }) => code);
  return (code) => {
    const fault = known.get(code) ??
      explainCode(code, (text) => roster.indexOf(text) >= 0, codes) ?? {
        code: 'row-area-unknown' as const,
        params: { got: code },
      };
    if (known.size < MOST_KNOWN) known.set(code, fault);
    return fault;
  };
}

/** Codes that are remembered: a file of nothing but wrong codes is not kept twice. */
const MOST_KNOWN = 10_000;

import type { Day } from '../period/period.js';

/** Areas whose own reports are asked for. */
export interface Asked {
  /** 1 for each of them, by row of the roster. */
  readonly counted: Uint8Array;
  /** Their rows, ascending. */
  readonly rows: Int32Array;
  /** Their rows and those of all areas above them, ascending: all that sums are made in. */
  readonly lines: Int32Array;
}

/** Who is in a target on one day, by row of the roster. */
export interface Members extends Asked {
  /** The day they are members on; any, where the roster is the same on all. */
  readonly day: Day;
  /** 1 for areas that owe the target. */
  readonly owes: Uint8Array;
  /** Counted areas at or below each row. */
  readonly totals: Int32Array;
  /** 1 for areas at or below one that owes. */
  readonly under: Uint8Array;
  /** 1 for areas whose batch has not come, on the rollout's clock, and for owing ones whose members all wait. */
  readonly notStarted: Uint8Array;
  /** 1 for areas on the rollout's clock that belong to no batch. */
  readonly noCohort: Uint8Array;
}

/** Lists the areas that are asked; parents stand before their children. */
export function listAsked(counted: Uint8Array, parents: Int32Array): Asked {
  const n = counted.length;
  const [rows, lines] = [new Int32Array(n), new Int32Array(n)];
  const inLine = counted.slice();
  let [asked, line] = [n, n];
  for (let row = n - 1; row >= 0; row--) {
    if (counted[row] === 1) rows[--asked] = row;
    if (inLine[row] === 0) continue;
    lines[--line] = row;
    const parent = parents[row] as number;
    if (parent >= 0) inLine[parent] = 1;
  }
  return { counted, rows: rows.slice(asked), lines: lines.slice(line) };
}

import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { RowCounts } from '../csv/row-counts.js';
import type { RefusedTally } from './refused-rows.js';

export type Fate = Exclude<keyof RowCounts, 'rows'>;

/** Where readers of rows tell what became of them. */
export interface RowFate {
  readonly found: DiagnosticList;
  readonly tally: RowTally;
  readonly refused: RefusedTally;
}

/** Counts what becomes of rows, by file. */
export class RowTally {
  readonly #counts = new Map<string, { -readonly [K in keyof RowCounts]: number }>();

  /** What was asked for last, which is asked for again as a rule. */
  #last: readonly [file: string, counts: { -readonly [K in keyof RowCounts]: number }] | undefined;

  #of(file: string): { -readonly [K in keyof RowCounts]: number } {
    if (this.#last?.[0] === file) return this.#last[1];
    let counts = this.#counts.get(file);
    if (!counts) {
      counts = { rows: 0, used: 0, missing: 0, superseded: 0, refused: 0 };
      this.#counts.set(file, counts);
    }
    this.#last = [file, counts];
    return counts;
  }

  /** Rows of a file, and those of them that could not even be taken apart. */
  add(file: string, { rows, refused }: { readonly rows: number; readonly refused: number }): void {
    const counts = this.#of(file);
    counts.rows += rows;
    counts.refused += refused;
  }

  count(file: string, fate: Fate): void {
    this.#of(file)[fate]++;
  }

  /** Counts kept by somebody else. */
  addAll(counts: ReadonlyMap<string, RowCounts>): void {
    for (const [file, one] of counts) {
      const own = this.#of(file);
      for (const key of ['rows', 'used', 'missing', 'superseded', 'refused'] as const) own[key] += one[key];
    }
  }

  counts(): ReadonlyMap<string, RowCounts> {
    return this.#counts;
  }
}

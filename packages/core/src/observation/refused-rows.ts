import type { Roster } from '../area/area.js';
import type { RefusedRows, RowFile } from './dataset.js';

export const ROW_FILES: readonly RowFile[] = ['observations', 'registers', 'events', 'links'];

/** How many rows that speak of one name and one area were refused. */
export interface RefusedCount {
  readonly file: RowFile;
  /** Empty where the rows name nothing that is known. */
  readonly name: string;
  /** Row of the roster, −1 for none. */
  readonly area: number;
  readonly count: number;
}

/** Row of the roster of a refused row that names no area there is. */
const NO_AREA = -1;

/**
 * Counts refused rows by what they speak of, as far as they say it: a file's rows that name an indicator (register,
 * event kind, role) are its own, those that name none might be anybody's.
 */
export class RefusedTally implements RefusedRows {
  readonly #roster: Roster;
  readonly #named = new Map<string, Map<number, number>>();
  readonly #unnamed: Record<RowFile, Map<number, number>> = {
    observations: new Map(),
    registers: new Map(),
    events: new Map(),
    links: new Map(),
  };

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /** @param name empty where the row names nothing the plan knows. @param area code as written; empty for none */
  addRow(file: RowFile, name: string, area: string): void {
    this.add(file, name, area === '' ? NO_AREA : this.#roster.indexOf(area));
  }

  /** Rows that could not be taken apart. */
  addUnread(file: RowFile, count: number): void {
    if (count > 0) this.#put(this.#unnamed[file], NO_AREA, count);
  }

  /** @param area row of the roster, −1 for none */
  add(file: RowFile, name: string, area: number): void {
    this.#put(name === '' ? this.#unnamed[file] : this.#rowsOf(file, name), area, 1);
  }

  /** Every count there is, as `addCount` takes it. */
  counts(): readonly RefusedCount[] {
    const unnamed = ROW_FILES.map((file) => [file, '', this.#unnamed[file]] as const);
    const named = [...this.#named].map(([key, rows]) => {
      const end = key.indexOf(' ');
      return [key.slice(0, end) as RowFile, key.slice(end + 1), rows] as const;
    });
    return [...unnamed, ...named].flatMap(([file, name, rows]) =>
      [...rows].map(([area, count]) => ({ file, name, area, count })),
    );
  }

  /** Takes over counts of the same roster. */
  addCount({ file, name, area, count }: RefusedCount): void {
    this.#put(name === '' ? this.#unnamed[file] : this.#rowsOf(file, name), area, count);
  }

  #put(rows: Map<number, number>, area: number, count: number): void {
    rows.set(area, (rows.get(area) ?? 0) + count);
  }

  count(file: RowFile, names: readonly string[], area?: number): number {
    const named = [...new Set(names)].map((name) => this.#named.get(keyOf(file, name)));
    return [this.#unnamed[file], ...named].reduce((sum, rows) => sum + this.#countIn(rows, area), 0);
  }

  #countIn(rows: ReadonlyMap<number, number> | undefined, area: number | undefined): number {
    let sum = 0;
    for (const [row, count] of rows ?? [])
      if (area === undefined || row === NO_AREA || this.#isWithin(row, area)) sum += count;
    return sum;
  }

  #isWithin(row: number, area: number): boolean {
    const { parents } = this.#roster;
    for (let at = row; at >= 0; at = parents[at] ?? -1) if (at === area) return true;
    return false;
  }

  #rowsOf(file: RowFile, name: string): Map<number, number> {
    const key = keyOf(file, name);
    const rows = this.#named.get(key) ?? new Map<number, number>();
    this.#named.set(key, rows);
    return rows;
  }
}

function keyOf(file: RowFile, name: string): string {
  return `${file} ${name}`;
}

/** Nothing was refused where nothing was read. */
export const NOTHING_REFUSED: RefusedRows = { count: () => 0 };

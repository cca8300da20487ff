import type { ReportBlock } from './report-block.js';
import { blockValue } from './report-block.js';
import type { ReportTable } from './report-table.js';

/**
 * Reports of one indicator by cell. A cell's key is period number × areas + area; reports of one cell
 * stand together in order of reading, those applied later in a list of their own.
 */
export class CellIndex {
  readonly #table: ReportTable;
  readonly #areas: number;
  readonly #order: Int32Array;
  readonly #keys: Float64Array;
  readonly #added = new Map<number, number[]>();
  readonly #blocks: readonly { readonly period: number; readonly block: ReportBlock }[];

  constructor(table: ReportTable, indicator: number, areas: number, reports: readonly number[]) {
    this.#table = table;
    this.#areas = areas;
    [this.#order, this.#keys] = sortByKey(reports, (report) => this.#keyOf(report));
    this.#blocks = table.blocks
      .filter((block) => block.indicator === indicator)
      .map((block) => ({ period: table.numberPeriod(block.period), block }));
  }

  #keyOf(report: number): number {
    return this.#table.periodOf(report) * this.#areas + this.#table.areaOf(report);
  }

  /** Blocks of a period, in order of reading. */
  blocksOf(period: number): readonly ReportBlock[] {
    return this.#blocks.filter((one) => one.period === period).map(({ block }) => block);
  }

  /** Numbers of the periods that came in blocks. */
  blockPeriods(): ReadonlySet<number> {
    return new Set(this.#blocks.map(({ period }) => period));
  }

  /** All reports of a cell, in order of reading. */
  reportsOf(period: number, area: number): readonly number[] {
    const key = period * this.#areas + area;
    const found: number[] = [];
    for (const { period: own, block } of this.#blocks) {
      if (own === period && !Number.isNaN(blockValue(block, area))) found.push(block.first + area);
    }
    for (let at = this.#find(key); this.#keys[at] === key; at++) found.push(this.#order[at] as number);
    for (const report of this.#added.get(key) ?? []) found.push(report);
    return found;
  }

  /** Adds a report that came after the index was made. */
  add(report: number): void {
    const key = this.#keyOf(report);
    const known = this.#added.get(key);
    if (known) known.push(report);
    else this.#added.set(key, [report]);
  }

  /** Every cell that has reports read row by row, blocks of the same cell with them. */
  forEachCell(onCell: (period: number, area: number, reports: readonly number[]) => void): void {
    const keys = this.#keys;
    const blocked = this.blockPeriods();
    for (let at = 0; at < keys.length;) {
      const key = keys[at] as number;
      let end = at + 1;
      while (keys[end] === key) end++;
      const period = Math.floor(key / this.#areas);
      const area = key - period * this.#areas;
      const simple = !blocked.has(period) && (this.#added.size === 0 || !this.#added.has(key));
      onCell(period, area, simple ? this.#slice(at, end) : this.reportsOf(period, area));
      at = end;
    }
    for (const key of this.#added.keys()) {
      if (keys[this.#find(key)] === key) continue;
      const period = Math.floor(key / this.#areas);
      onCell(period, key - period * this.#areas, this.reportsOf(period, key - period * this.#areas));
    }
  }

  /** A plain small array; made by hand it costs a tenth of a copied subarray. */
  #slice(from: number, to: number): number[] {
    const reports = [this.#order[from] as number];
    for (let at = from + 1; at < to; at++) reports.push(this.#order[at] as number);
    return reports;
  }

  /** First position whose key is not below the one sought. */
  #find(key: number): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reports by ascending key, equal keys in order of reading. Files are mostly sorted already. */
function sortByKey(reports: readonly number[], keyOf: (report: number) => number): [Int32Array, Float64Array] {
  // written out: `from` and `every` take several times as long
  const [keys, order] = [new Float64Array(reports.length), new Int32Array(reports.length)];
  let isSorted = true;
  for (let at = 0; at < reports.length; at++) {
    const key = keyOf(reports[at] as number);
    if (at > 0 && (keys[at - 1] as number) > key) isSorted = false;
    keys[at] = key;
    order[at] = reports[at] as number;
  }
  if (isSorted) return [order, keys];
  const positions = Int32Array.from(reports, (_, at) => at);
  positions.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  return [positions.map((at) => reports[at] as number), Float64Array.from(positions, (at) => keys[at] as number)];
}

import type { Period } from '../period/period.js';
import type { Cells, Column } from './dataset.js';
import { CELL } from './dataset.js';
import type { ReportBlock } from './report-block.js';
import type { ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';

/** Cells of one period while they are written. */
export class CellArrays implements Cells {
  readonly status: Uint8Array;
  values: Float64Array;
  denominators: Float64Array | null;
  percentages: Float64Array | null = null;
  #reports: Int32Array | undefined;
  /** The block whose arrays these cells share. */
  #block: ReportBlock | undefined;

  private constructor(
    status: Uint8Array,
    values: Float64Array,
    denominators: Float64Array | null,
    block?: ReportBlock,
  ) {
    this.status = status;
    this.values = values;
    this.denominators = denominators;
    this.#block = block;
  }

  /** Empty cells over n rows. */
  static empty(n: number, ratio: boolean): CellArrays {
    const missing = (): Float64Array => new Float64Array(n).fill(Number.NaN);
    return new CellArrays(new Uint8Array(n), missing(), ratio ? missing() : null);
  }

  /** Cells over a block's own arrays, nothing copied. */
  static of(block: ReportBlock, ratio: boolean): CellArrays {
    const { values, denominators, impossible, form } = block;
    const n = values.length;
    const status = new Uint8Array(n);
    for (let row = 0; row < n; row++) {
      if (Number.isNaN(values[row] as number)) continue;
      status[row] = impossible?.[row] === 1 ? CELL.error : CELL.reported;
    }
    if (form !== FORM.percentage) return new CellArrays(status, values, denominators, block);
    const none = new Float64Array(n).fill(Number.NaN);
    const cells = new CellArrays(status, none, ratio ? none.slice() : null, block);
    cells.percentages = values;
    return cells;
  }

  /** Numbers of the winning reports; of a block's cells they are written down when first asked for. */
  get reports(): Int32Array {
    if (!this.#reports) {
      this.#reports = new Int32Array(this.status.length).fill(-1);
      if (this.#block) {
        for (let row = 0; row < this.status.length; row++) {
          if (this.status[row] !== CELL.missing) this.#reports[row] = this.#block.first + row;
        }
      }
    }
    return this.#reports;
  }

  /** Writes one cell; `null` clears it. */
  write(row: number, figure: ReportFigure | null, status: number, report: number, scale: Scales): void {
    this.reports[row] = report;
    this.status[row] = status;
    if (this.#block && !this.#block.displaced.has(row)) {
      const value = this.#block.values[row] as number;
      this.#block.displaced.set(row, { value, denominator: this.#block.denominators?.[row] ?? Number.NaN });
    }
    const form = status === CELL.reported ? figure?.form : undefined;
    const percentage = figure && form === FORM.percentage ? figure.mantissa : Number.NaN;
    if (!Number.isNaN(percentage) && !this.percentages) {
      this.percentages = new Float64Array(this.status.length).fill(Number.NaN);
    }
    if (this.percentages) this.percentages[row] = percentage;
    const plain = figure && (form === FORM.figure || form === FORM.pair) ? figure : undefined;
    this.values[row] = plain ? plain.mantissa * 10 ** (scale.scale - plain.scale) : Number.NaN;
    if (!this.denominators) return;
    const power = 10 ** (scale.denominatorScale - (plain?.denominatorScale ?? 0));
    this.denominators[row] = plain ? plain.denominator * power : Number.NaN;
  }

  /** Multiplies all figures, because the column keeps more decimals now. */
  rescale(power: number, denominatorPower: number): void {
    if (this.#block) {
      // The arrays stay as the block reported them.
      void this.reports;
      this.values = this.values.slice();
      this.denominators = this.denominators?.slice() ?? null;
      this.percentages = this.percentages?.slice() ?? null;
      this.#block = undefined;
    }
    for (let row = 0; row < this.values.length; row++) {
      this.values[row] = (this.values[row] as number) * power;
      if (this.denominators) this.denominators[row] = (this.denominators[row] as number) * denominatorPower;
    }
  }
}

/** Decimals at which a column keeps its integers. */
export interface Scales {
  readonly scale: number;
  readonly denominatorScale: number;
}

/** A column while it is written. */
export interface ColumnArrays extends Column {
  readonly periods: Period[];
  scale: number;
  denominatorScale: number;
  readonly cells: CellArrays[];
  leftOut?: readonly number[];
}

/** Order of periods in a column: by end, then the longer one first. */
function comparePeriods(a: Period, b: Period): number {
  return a.end - b.end || a.start - b.start || (a.text < b.text ? -1 : 1);
}

/** The cells of a period, made where the column has none yet. */
export function cellsOf(column: ColumnArrays, period: Period, n: number, ratio: boolean): CellArrays {
  const known = column.periods.findIndex(({ text }) => text === period.text);
  if (known >= 0) return column.cells[known] as CellArrays;
  const later = column.periods.findIndex((other) => comparePeriods(other, period) > 0);
  const at = later < 0 ? column.periods.length : later;
  const cells = CellArrays.empty(n, ratio);
  column.periods.splice(at, 0, period);
  column.cells.splice(at, 0, cells);
  return cells;
}

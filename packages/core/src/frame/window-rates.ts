import { CELL } from '../observation/dataset.js';
import type { Cells } from '../observation/dataset.js';
import { lengthOf, overlap } from '../period/period.js';
import type { Day, Period, PeriodKind } from '../period/period.js';
import { FLAG } from './frame.js';

/** Columns the rates of a window are written into, one slot per row. */
export interface RateColumns {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly known: Int32Array;
  readonly flags: Uint16Array;
  readonly ends: Float64Array;
  readonly percentages: Float64Array;
  /** Decimals of numerators and denominators as they were reported. */
  readonly scaleA: number;
  readonly scaleB: number;
}

/** What the periods of a window hold, the longest first. */
export interface RateWindow {
  readonly inside: readonly { readonly period: Period; readonly cells: Cells }[];
  /** Days a row has to have told of. */
  readonly needed: number;
}

/** Periods of one row that lie beside each other, the longest taken first. */
function takeTiles({ inside, needed }: RateWindow, row: number): RateWindow['inside'] {
  const taken: RateWindow['inside'][number][] = [];
  let covered = 0;
  for (const tile of inside) {
    if (covered >= needed) break;
    if (tile.cells.status[row] === CELL.missing) continue;
    if (taken.some(({ period }) => overlap(period, tile.period))) continue;
    taken.push(tile);
    covered += lengthOf(tile.period);
  }
  return taken;
}

/**
 * Forms the rate of a window from those of its periods: pooled, numerators over denominators, or their mean.
 *
 * What is pooled adds up, so a bare percentage leaves it without a figure; one that is all there is of a window serves its
 * own row. A mean is no quotient of anything above, and is written as an exact fraction of its own.
 */
export function formRates(columns: RateColumns, window: RateWindow, rows: Int32Array, isMean: boolean): void {
  for (const row of rows) {
    const tiles = takeTiles(window, row);
    if (tiles.length === 0) continue;
    columns.ends[row] = lastEnd(tiles);
    columns.flags[row] = FLAG.present;
    if (tiles.some(({ cells }) => cells.status[row] === CELL.error)) {
      columns.flags[row] = FLAG.present | FLAG.error;
      continue;
    }
    const covered = tiles.reduce((days, { period }) => days + lengthOf(period), 0);
    // A year told of in part has no rate, and leaves the sums above.
    if (covered < window.needed) continue;
    columns.known[row] = 1;
    if (isMean) takeMean(columns, tiles, row);
    else pool(columns, tiles, row);
  }
}

function lastEnd(tiles: RateWindow['inside']): Day {
  return tiles.reduce((last, { period }) => Math.max(last, period.end), Number.NEGATIVE_INFINITY);
}

function pool({ a, b, flags, percentages }: RateColumns, tiles: RateWindow['inside'], row: number): void {
  const [only] = tiles;
  for (const { cells } of tiles) {
    const numerator = cells.values[row] as number;
    if (!Number.isNaN(numerator)) {
      a[row] = (a[row] as number) + numerator;
      b[row] = (b[row] as number) + (cells.denominators?.[row] ?? Number.NaN);
    } else if (only && tiles.length === 1) {
      flags[row] = FLAG.present | FLAG.percentage;
      percentages[row] = cells.percentages?.[row] ?? Number.NaN;
    } else flags[row] = FLAG.present | FLAG.bareBelow;
  }
}

/** Parts of a year weigh as many months as they have; days are told for themselves. */
const WEIGHTS: Readonly<Record<PeriodKind, bigint>> = { year: 360n, half: 180n, quarter: 90n, month: 30n, day: 1n };

/** A bare percentage of 100, as it is kept. */
const WHOLE = 100_000_000n;

function takeMean(columns: RateColumns, tiles: RateWindow['inside'], row: number): void {
  let [top, bottom, weights] = [0n, 1n, 0n];
  for (const { period, cells } of tiles) {
    const [numerator, denominator] = rateOf(columns, cells, row);
    // nothing out of nothing is no rate, and has none in the mean
    if (denominator === 0n) continue;
    const weight = WEIGHTS[period.kind];
    top = top * denominator + weight * numerator * bottom;
    bottom *= denominator;
    weights += weight;
  }
  const [a, b] = weights === 0n ? [0, 0] : asIntegers(top, bottom * weights);
  columns.a[row] = a;
  columns.b[row] = b;
}

function rateOf({ scaleA, scaleB }: RateColumns, cells: Cells, row: number): readonly [bigint, bigint] {
  const numerator = cells.values[row] as number;
  if (Number.isNaN(numerator)) return [BigInt(cells.percentages?.[row] ?? 0), WHOLE];
  const denominator = BigInt(cells.denominators?.[row] ?? 0);
  return [BigInt(numerator) * 10n ** BigInt(scaleB), denominator * 10n ** BigInt(scaleA)];
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Steps of the grid a fraction that is too long is put on. */
const STEPS = 10n ** 12n;

/**
 * A fraction in integers. One that is too long is put between the two steps it lies between, so that it still compares
 * with every pass mark of up to ten decimals of a percent as it did.
 */
function asIntegers(top: bigint, bottom: bigint): readonly [number, number] {
  const divisor = greatestCommonDivisor(top, bottom);
  const [a, b] = [top / divisor, bottom / divisor];
  if (a <= MOST && b <= MOST) return [Number(a), Number(b)];
  return [Number((a * STEPS) / b) * 2 + 1, Number(2n * STEPS)];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

import type { Succession } from '../area/succession.js';
import { lengthOf, overlap } from '../period/period.js';
import type { Day, Period } from '../period/period.js';
import type { ColumnArrays } from './cell-arrays.js';
import type { CellContent, ColumnSource } from './build-column.js';
import type { CellArrays } from './cell-arrays.js';
import { CELL } from './dataset.js';
import type { ReportFigure } from './report-figure.js';
import { FORM, NO_FIGURE } from './report-figure.js';
import { combineFigures } from './resolve-reports.js';

/** An area that took in others, with those it took in. */
export interface Merger {
  readonly successor: number;
  readonly predecessors: readonly number[];
  /** Whether the successor stood before, beside its predecessors, so that its own figures count too. */
  readonly absorbs: boolean;
}

/** Mergers in the order they happened, so that one may build on another. */
export function findMergers({ ceased, into, until, joined }: Succession): readonly Merger[] {
  const mergers = new Map<string, { successor: number; predecessors: number[]; absorbs: boolean }>();
  for (const row of ceased) {
    const successor = into[row] as number;
    const absorbs = joined[row] === 1;
    // A new area has all its predecessors at once; one that goes on takes in others day by day.
    const key = absorbs ? `${successor} ${until[row]}` : `${successor}`;
    const predecessors = [...(mergers.get(key)?.predecessors ?? []), row];
    // Set again, so that the map's order is that of the last predecessor.
    mergers.delete(key);
    mergers.set(key, { successor, predecessors, absorbs });
  }
  return [...mergers.values()];
}

/**
 * Adds the earlier figures of predecessors up to those of their successor, for periods that ended
 * while they stood. A successor's own figure comes first; one that stood beside them is added to.
 * Where one of them has no figure there is no sum; one that told a period in shorter ones that tile it has
 * told it. A period that ends later is told by the successor, whenever it began.
 *
 * @param mergedBy - mergers of a later day have not happened yet. Without it only successors that did
 *   not exist before get figures, which holds for every day: none of them counts before it exists.
 */
export function mergeAreas(
  column: ColumnArrays,
  source: ColumnSource,
  mergers: readonly Merger[],
  { until }: Succession,
  mergedBy: Day | undefined,
): void {
  if (mergers.length === 0) return;
  const tiles = tilesOf(column, source.adds && !source.ratio);
  for (const { successor, predecessors, absorbs } of mergers) {
    if (absorbs && mergedBy === undefined) continue;
    const merged = predecessors.filter((row) => mergedBy === undefined || (until[row] as number) < mergedBy);
    const sums = column.periods.map(({ end }, at) => {
      const parts = merged.filter((row) => (until[row] as number) >= end);
      if (parts.length === 0 || (!absorbs && tellPeriod(column, tiles, successor, at))) return undefined;
      const rows = absorbs ? [successor, ...parts] : parts;
      const told = rows.map((row) => ({ row, by: tellPeriod(column, tiles, row, at) }));
      return addTold(column, source, { successor, at, told });
    });
    // What a period comes to is read off shorter ones, so that all are found before any is written.
    sums.forEach((sum, at) => {
      if (sum) column.cells[at]?.write(successor, sum.figure, sum.status, sum.report, column);
    });
  }
}

/** Periods an area told one by, as positions in the column; `undefined` where it did not tell all of it. */
interface Told {
  readonly row: number;
  readonly by: readonly number[] | undefined;
}

/** Positions of the periods that lie in each one, itself first, then the longest; of levels, which do not add up, it alone. */
function tilesOf({ periods }: ColumnArrays, addsUp: boolean): readonly (readonly number[])[] {
  const longest = periods.map((_, at) => at).sort((x, y) => lengthAt(periods, y) - lengthAt(periods, x));
  return periods.map(({ start, end }, at) =>
    addsUp
      ? longest.filter((other) => {
          const period = periods[other] as Period;
          return start <= period.start && period.end <= end;
        })
      : [at],
  );
}

function lengthAt(periods: readonly Period[], at: number): number {
  return lengthOf(periods[at] as Period);
}

/** Periods an area told one by: by itself, or in shorter ones that tile it. */
function tellPeriod(
  { periods, cells }: ColumnArrays,
  tiles: readonly (readonly number[])[],
  row: number,
  at: number,
): readonly number[] | undefined {
  const used: number[] = [];
  let missing = lengthAt(periods, at);
  for (const tile of tiles[at] ?? []) {
    const period = periods[tile] as Period;
    if (cells[tile]?.status[row] === CELL.missing || used.some((other) => overlap(periods[other] as Period, period)))
      continue;
    used.push(tile);
    missing -= lengthOf(period);
    if (missing === 0) return used;
  }
  return undefined;
}

const NO_SUM: CellContent = { figure: null, status: CELL.missing, report: -1 };

/** What areas told of a period together; `undefined` where none of them told it as a whole, so that its parts have sums of their own. */
function addTold(
  column: ColumnArrays,
  source: ColumnSource,
  { successor, at, told }: { readonly successor: number; readonly at: number; readonly told: readonly Told[] },
): CellContent | undefined {
  if (!told.some(({ by }) => by?.[0] === at)) return undefined;
  if (told.some(({ by }) => by === undefined)) return NO_SUM;
  const parts = told.flatMap(({ row, by = [] }) =>
    [...by].sort((x, y) => x - y).map((tile) => ({ row, cells: column.cells[tile] as CellArrays })),
  );
  const reports = parts.map(({ row, cells }) => cells.reports[row] as number).filter((report) => report >= 0);
  const last = reports.at(-1) ?? -1;
  if (parts.some(({ row, cells }) => cells.status[row] === CELL.error))
    return { figure: null, status: CELL.error, report: last };
  const figure = combineFigures(
    parts.map(({ row, cells }) => readCell(column, cells, row)),
    source.adds,
  );
  if (!figure) return NO_SUM;
  const report = parts.length === 1 ? last : source.derive(reports, figure, successor, column.periods[at]);
  return { figure, status: CELL.reported, report };
}

/** A reported cell as a figure at the column's own scale. */
function readCell(column: ColumnArrays, cells: CellArrays, row: number): ReportFigure {
  const { scale, denominatorScale } = column;
  const percentage = cells.percentages?.[row] ?? Number.NaN;
  const mantissa = cells.values[row] as number;
  if (Number.isNaN(mantissa)) return { ...NO_FIGURE, form: FORM.percentage, mantissa: percentage };
  if (!cells.denominators) return { ...NO_FIGURE, form: FORM.figure, mantissa, scale };
  const denominator = cells.denominators[row] as number;
  return { ...NO_FIGURE, form: FORM.pair, mantissa, scale, denominator, denominatorScale };
}

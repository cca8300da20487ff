import type { Day, Period } from '../period/period.js';
import { CELL } from './dataset.js';
import type { CellIndex } from './cell-index.js';
import type { ColumnArrays, Scales } from './cell-arrays.js';
import { CellArrays, cellsOf } from './cell-arrays.js';
import type { ReportBlock } from './report-block.js';
import type { ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';
import type { ReportTable } from './report-table.js';
import { combineFigures, resolveReports } from './resolve-reports.js';

/** What a column is built from. */
export interface ColumnSource {
  readonly table: ReportTable;
  readonly index: CellIndex;
  readonly indicator: string;
  /** Number of areas. */
  readonly areas: number;
  readonly ratio: boolean;
  /** Whether figures of several predecessors add up; states and grades must agree. */
  readonly adds: boolean;
  readonly scales: Scales;
  /** Keeps the sum of several reports as a report of its own; of the period of the first, where none is given. */
  derive(parts: readonly number[], figure: ReportFigure, area: number, period?: Period): number;
}

/** The figure of one cell. */
export interface CellContent {
  readonly figure: ReportFigure | null;
  readonly status: number;
  readonly report: number;
}

/** Settles what the reports of one cell come to; a blank leaves the cell missing and is named. */
export function settleCell(source: ColumnSource, area: number, reports: readonly number[], day: Day): CellContent {
  const { table } = source;
  const { winners, conflict } = resolveReports(table, reports, day);
  if (conflict.length > 0) return { figure: null, status: CELL.error, report: conflict.at(-1) as number };
  const [first, ...others] = winners;
  if (first === undefined) {
    const blanks = reports.filter((report) => table.reportedOn(report) <= day && table.formOf(report) === FORM.missing);
    return { figure: null, status: CELL.missing, report: blanks.at(-1) ?? -1 };
  }
  if (others.length === 0) {
    const figure = table.figureOf(first);
    return { figure, status: figure.impossible ? CELL.error : CELL.reported, report: first };
  }
  const figure = combineFigures(
    winners.map((report) => table.figureOf(report)),
    source.adds,
  );
  if (!figure) return { figure: null, status: CELL.missing, report: -1 };
  return { figure, status: CELL.reported, report: source.derive(winners, figure, area) };
}

/** Builds the column of one indicator as it was known on a day, before any merger. */
export function buildColumn(source: ColumnSource, day: Day): ColumnArrays {
  const { table, index, areas, ratio, scales } = source;
  const column: ColumnArrays = { indicator: source.indicator, periods: [], ...scales, cells: [] };
  const blanks: { readonly period: Period; readonly area: number; readonly report: number }[] = [];

  for (const period of index.blockPeriods()) {
    const blocks = index.blocksOf(period).filter((block) => block.reportedOn <= day);
    if (blocks.length > 0) takeBlocks(source, column, table.periods[period] as Period, blocks, day);
  }
  let last: { readonly period: Period; readonly cells: CellArrays } | undefined;
  index.forEachCell((number, area, reports) => {
    const period = table.periods[number] as Period;
    const { figure, status, report } = settleCell(source, area, reports, day);
    if (status === CELL.missing) {
      if (report >= 0) blanks.push({ period, area, report });
      return;
    }
    if (last?.period !== period) last = { period, cells: cellsOf(column, period, areas, ratio) };
    last.cells.write(area, figure, status, report, scales);
  });
  // A blank is remembered where others did report for its period; alone it makes no period.
  const cells = new Map(column.periods.map(({ text }, at) => [text, column.cells[at]]));
  for (const { period, area, report } of blanks) {
    cells.get(period.text)?.write(area, null, CELL.missing, report, scales);
  }
  return column;
}

function takeBlocks(
  source: ColumnSource,
  column: ColumnArrays,
  period: Period,
  blocks: readonly ReportBlock[],
  day: Day,
): void {
  const { areas, ratio, scales } = source;
  const [only] = blocks;
  const shared = only && blocks.length === 1 && sameScales(only, scales) && only.displaced.size === 0;
  if (shared) {
    cellsOf(column, period, areas, ratio);
    column.cells[column.periods.indexOf(period)] = CellArrays.of(only, ratio);
    return;
  }
  const cells = cellsOf(column, period, areas, ratio);
  for (let area = 0; area < areas; area++) {
    const reports = blocks
      .map(({ first }) => first + area)
      .filter((report) => !Number.isNaN(source.table.figureOf(report).mantissa));
    if (reports.length === 0) continue;
    const { figure, status, report } = settleCell(source, area, reports, day);
    cells.write(area, figure, status, report, scales);
  }
}

function sameScales(block: ReportBlock, { scale, denominatorScale }: Scales): boolean {
  if (block.form === FORM.percentage) return true;
  return block.scale === scale && (block.denominators === null || block.denominatorScale === denominatorScale);
}

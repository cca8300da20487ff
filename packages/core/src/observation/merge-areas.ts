import type { Succession } from '../area/succession.js';
import type { Day } from '../period/period.js';
import type { ColumnArrays } from './cell-arrays.js';
import type { ColumnSource } from './build-column.js';
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
export function findMergers({ ceased, into, wentOn }: Succession): readonly Merger[] {
  const groups = new Map<number, number[]>();
  for (const row of ceased) {
    const successor = into[row] as number;
    const group = groups.get(successor);
    // Set again, so that the map's order is that of the last predecessor.
    groups.delete(successor);
    group?.push(row);
    groups.set(successor, group ?? [row]);
  }
  return [...groups].map(([successor, predecessors]) => ({
    successor,
    predecessors,
    absorbs: wentOn[successor] === 1,
  }));
}

/**
 * Adds the earlier figures of predecessors up to those of their successor, for periods that ended
 * while they stood. A successor's own figure comes first; one that stood beside them is added to.
 * Where one of them has no figure there is no sum.
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
  for (const { successor, predecessors, absorbs } of mergers) {
    if (absorbs && mergedBy === undefined) continue;
    const merged = predecessors.filter((row) => mergedBy === undefined || (until[row] as number) < mergedBy);
    column.periods.forEach((period, at) => {
      const parts = merged.filter((row) => (until[row] as number) >= period.end);
      if (parts.length === 0) return;
      const cells = column.cells[at] as CellArrays;
      if (!absorbs && cells.status[successor] !== CELL.missing) return;
      const rows = absorbs ? [successor, ...parts] : parts;
      writeSum(column, source, cells, successor, rows);
    });
  }
}

function writeSum(
  column: ColumnArrays,
  source: ColumnSource,
  cells: CellArrays,
  successor: number,
  rows: readonly number[],
): void {
  const statuses = rows.map((row) => cells.status[row]);
  if (statuses.every((status) => status === CELL.missing)) return;
  const reports = rows.map((row) => cells.reports[row] as number).filter((report) => report >= 0);
  const last = reports.at(-1) ?? -1;
  if (statuses.includes(CELL.missing)) return cells.write(successor, null, CELL.missing, -1, column);
  if (statuses.includes(CELL.error)) return cells.write(successor, null, CELL.error, last, column);
  const figure = combineFigures(
    rows.map((row) => readCell(column, cells, row)),
    source.adds,
  );
  if (!figure) return cells.write(successor, null, CELL.missing, -1, column);
  const report = rows.length === 1 ? last : source.derive(reports, figure, successor);
  cells.write(successor, figure, CELL.reported, report, column);
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

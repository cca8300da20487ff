import type { Succession } from '../area/succession.js';
import type { Day, Period } from '../period/period.js';
import { overlap } from '../period/period.js';
import type { ColumnSource } from './build-column.js';
import type { CellArrays, ColumnArrays } from './cell-arrays.js';
import { CELL } from './dataset.js';
import { FORM } from './report-figure.js';
import { isOwn } from './resolve-reports.js';

/**
 * Leaves out flows that came under an old code for a period of which the successor itself told any part: an old code
 * counts only where it is silent. Levels belong to a day, and none of them speaks of another.
 *
 * @returns the reports left out
 */
export function leaveOutOldCodes(
  column: ColumnArrays,
  source: ColumnSource,
  { ceased, into }: Succession,
  day: Day,
): readonly number[] {
  if (!source.adds || source.ratio) return [];
  const leftOut: number[] = [];
  for (const row of new Set(ceased.map((one) => into[one] as number))) {
    const told = column.periods.flatMap((_, at) => (column.cells[at]?.status[row] === CELL.missing ? [] : [at]));
    const own = told.filter((at) => ownReports(source, column, row, at, day).length > 0);
    for (const at of told) {
      const period = column.periods[at] as Period;
      if (own.includes(at) || !own.some((other) => overlap(column.periods[other] as Period, period))) continue;
      for (const report of knownReports(source, column, row, at, day)) leftOut.push(report);
      (column.cells[at] as CellArrays).write(row, null, CELL.missing, -1, column);
    }
  }
  if (leftOut.length > 0) dropEmptyPeriods(column);
  return leftOut;
}

/** A period nobody told anything of is none. */
function dropEmptyPeriods({ periods, cells }: ColumnArrays): void {
  for (let at = periods.length - 1; at >= 0; at--) {
    if (cells[at]?.status.some((status) => status !== CELL.missing)) continue;
    periods.splice(at, 1);
    cells.splice(at, 1);
  }
}

function ownReports(source: ColumnSource, column: ColumnArrays, row: number, at: number, day: Day): readonly number[] {
  return knownReports(source, column, row, at, day).filter((report) => isOwn(source.table.underOf(report)));
}

/** Reports of a cell by a day; blanks say nothing. */
function knownReports(
  { table, index }: ColumnSource,
  { periods }: ColumnArrays,
  row: number,
  at: number,
  day: Day,
): readonly number[] {
  return index
    .reportsOf(table.numberPeriod(periods[at] as Period), row)
    .filter((report) => table.formOf(report) !== FORM.missing && table.reportedOn(report) <= day);
}

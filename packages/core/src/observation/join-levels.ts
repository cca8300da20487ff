import type { Day, Period } from '../period/period.js';
import { settleCell } from './build-column.js';
import type { ColumnSource } from './build-column.js';
import type { ColumnArrays } from './cell-arrays.js';
import { CellArrays } from './cell-arrays.js';

/** Whether levels are others than the cells of a column: two periods that end on one day tell the same level, and what is left out of flows is a level still. */
export function levelsDiffer({ periods, leftOut = [] }: Pick<ColumnArrays, 'periods' | 'leftOut'>): boolean {
  return leftOut.length > 0 || periods.some(({ end }, at) => end === periods[at + 1]?.end);
}

/**
 * Makes periods that end on one day one, named after the longest: a level belongs to that day, however it was told. All
 * reports of it are one series, of which the later one wins and those of the same date must agree.
 */
export function joinLevels(column: ColumnArrays, source: ColumnSource, day: Day): void {
  for (let at = column.periods.length - 1; at > 0; at--) {
    const end = (column.periods[at] as Period).end;
    let first = at;
    while (column.periods[first - 1]?.end === end) first--;
    if (first === at) continue;
    const joined = settleTogether(source, column.periods.slice(first, at + 1), day);
    column.cells.splice(first, at - first + 1, joined);
    column.periods.splice(first + 1, at - first);
    at = first;
  }
}

function settleTogether(source: ColumnSource, periods: readonly Period[], day: Day): CellArrays {
  const { areas, ratio, index, scales, table } = source;
  const numbers = periods.map((period) => table.numberPeriod(period));
  const cells = CellArrays.empty(areas, ratio);
  for (let area = 0; area < areas; area++) {
    const reports = numbers.flatMap((number) => index.reportsOf(number, area));
    if (reports.length === 0) continue;
    const { figure, status, report } = settleCell(source, area, reports, day);
    cells.write(area, figure, status, report, scales);
  }
  return cells;
}

import type { Column, Dataset, Observations } from '../observation/dataset.js';
import type { Day } from '../period/period.js';

/**
 * What was there by a day: events up to it, links and members of registers that had begun. What comes later is not on
 * file, so that a kind or a register with nothing else is one nobody reported.
 */
export function datasetAsOf(dataset: Dataset, day: Day): Dataset {
  return {
    ...dataset,
    events: keepRows(dataset.events, ({ date }) => date <= day),
    registers: keepRows(dataset.registers, ({ from }) => from <= day),
    links: keepRows(dataset.links, ({ from }) => from <= day),
  };
}

function keepRows<Row>(lists: ReadonlyMap<string, readonly Row[]>, isKept: (row: Row) => boolean): ReadonlyMap<string, readonly Row[]> {
  const kept = new Map<string, readonly Row[]>();
  for (const [name, rows] of lists) {
    const some = rows.every(isKept) ? rows : rows.filter(isKept);
    if (some.length > 0 || rows.length === 0) kept.set(name, some);
  }
  return kept;
}

/** Observations without those of periods that end after a day; columns are cut when first asked for, and share their cells. */
export function observationsAsOf(observations: Observations, day: Day): Observations {
  const columns = new Map<string, Column | undefined>();
  return {
    reports: observations.reports,
    column: (indicator) => {
      if (!columns.has(indicator)) columns.set(indicator, columnAsOf(observations.column(indicator), day));
      return columns.get(indicator);
    },
    knownOn: (known) => observationsAsOf(observations.knownOn(known), day),
    mergedBy: (merged) => observationsAsOf(observations.mergedBy(merged), day),
  };
}

/** Periods stand by their end, so that those of the past come first. */
function columnAsOf(column: Column | undefined, day: Day): Column | undefined {
  const ahead = column?.periods.findIndex(({ end }) => end > day) ?? -1;
  if (!column || ahead < 0) return column;
  return ahead === 0 ? undefined : { ...column, periods: column.periods.slice(0, ahead), cells: column.cells.slice(0, ahead) };
}

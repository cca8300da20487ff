import type { Column, Dataset, Observations } from './dataset.js';
import type { Day } from '../period/period.js';

/**
 * What was there by a day: events up to it, links and members of registers that had begun. What comes later is not on
 * file, so that a kind or a register with nothing else is one nobody reported.
 */
export function datasetAsOf(dataset: Dataset, day: Day): Dataset {
  let days = cutDatasets.get(dataset);
  if (!days) cutDatasets.set(dataset, (days = new Map()));
  const known = days.get(day) ?? cutDataset(dataset, day);
  days.delete(day);
  days.set(day, known);
  if (days.size > MOST_DAYS) days.delete(days.keys().next().value as Day);
  return known;
}

/** Rows are looked through once for each day: one evaluation after another asks for the same. */
const cutDatasets = new WeakMap<Dataset, Map<Day, Dataset>>();
/** Most days of one dataset kept at once. */
const MOST_DAYS = 12;

function cutDataset(dataset: Dataset, day: Day): Dataset {
  return {
    ...dataset,
    events: keepRows(dataset.events, ({ date }) => date <= day),
    registers: keepRows(dataset.registers, ({ from }) => from <= day),
    links: keepRows(dataset.links, ({ from }) => from <= day),
  };
}

function keepRows<Row>(
  lists: ReadonlyMap<string, readonly Row[]>,
  isKept: (row: Row) => boolean,
): ReadonlyMap<string, readonly Row[]> {
  const kept = new Map<string, readonly Row[]>();
  for (const [name, rows] of lists) {
    const some = rows.every(isKept) ? rows : rows.filter(isKept);
    if (some.length > 0 || rows.length === 0) kept.set(name, some);
  }
  return kept;
}

/** Observations without those of periods that end after a day; columns are cut when first asked for, and share their cells. */
export function observationsAsOf(observations: Observations, day: Day): Observations {
  // One cut of each: periods of a level that are one already share it with the column.
  const cuts = new Map<Column, Column | undefined>();
  const cut = (column: Column | undefined): Column | undefined => {
    if (!column) return undefined;
    if (!cuts.has(column)) cuts.set(column, columnAsOf(column, day));
    return cuts.get(column);
  };
  const before: Observations = {
    reports: observations.reports,
    column: (indicator) => cut(observations.column(indicator)),
    levels: (indicator) => cut(observations.levels(indicator)),
    knownOn: (known) => observationsAsOf(observations.knownOn(known), day),
    mergedBy: (merged) => {
      const view = observations.mergedBy(merged);
      return view === observations ? before : observationsAsOf(view, day);
    },
  };
  return before;
}

/** Periods stand by their end, so that those of the past come first. */
function columnAsOf(column: Column, day: Day): Column | undefined {
  const ahead = column.periods.findIndex(({ end }) => end > day);
  if (ahead < 0) return column;
  return ahead === 0
    ? undefined
    : {
        indicator: column.indicator,
        periods: column.periods.slice(0, ahead),
        scale: column.scale,
        denominatorScale: column.denominatorScale,
        cells: column.cells.slice(0, ahead),
      };
}

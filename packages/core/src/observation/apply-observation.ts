import { createDiagnostic } from '../diagnostic/create-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { quoteError, quoteValue } from '../diagnostic/quote-value.js';
import type { Period } from '../period/period.js';
import { settleCell } from './build-column.js';
import type { CellArrays, ColumnArrays, Scales } from './cell-arrays.js';
import { cellsOf } from './cell-arrays.js';
import type { Dataset } from './dataset.js';
import { CELL } from './dataset.js';
import { levelsDiffer } from './join-levels.js';
import { NO_LIMIT } from './observation-store.js';
import type { ObservationStore } from './observation-store.js';
import { ObservationView } from './observation-view.js';
import type { ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';
import { resolveReports } from './resolve-reports.js';
import type { RowFault } from './read-figure.js';
import type { ObservationField } from './row-reader.js';
import { OBSERVATION_COLUMNS, RowReader } from './row-reader.js';

/** One report by its columns, as a row of `observations.csv` has them; what is left out is blank. */
export type ObservationRow = Readonly<Partial<Record<ObservationField, string | number>>> & {
  /** What traces and diagnostics call it; `applied` by default. */
  readonly place?: string;
};

/** A cell before or after a change; figures are NaN where there is none. */
export interface CellState {
  /** One of `CELL`. */
  readonly status: number;
  readonly value: number;
  readonly denominator: number;
  readonly percentage: number;
}

/** What a report changed, or why it was refused. */
export type AppliedObservation =
  | {
      readonly applied: true;
      readonly indicator: string;
      /** Row of the roster. */
      readonly area: number;
      readonly period: Period;
      readonly previous: CellState;
      readonly current: CellState;
      /**
       * Whether more than this one cell changed: cells of other areas, the scale, a period nobody had reported for, or
       * levels that are told by several periods.
       */
      readonly columnChanged: boolean;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly applied: false; readonly diagnostics: readonly Diagnostic[] };

/** Most reports of one figure that another is added to: all of them are weighed against each other each time. */
const MOST_REPORTS = 10_000;

const EMPTY: CellState = { status: CELL.missing, value: Number.NaN, denominator: Number.NaN, percentage: Number.NaN };

/**
 * Adds one report to a dataset, in place: the one cell of the indicator's column is settled again among
 * all its reports, and nothing else is touched. The report joins the trace like one read from a file;
 * views of past days that were taken before are not kept up to date.
 *
 * Never throws on data: a row that cannot be used is refused and the dataset stays as it was.
 *
 * @throws TypeError for a dataset that was not made by `readDataset` or `createObservations`.
 * @example
 * applyObservation(dataset, { indicator: 'income', area: '620321100206', period: '2022', value: 5.2 });
 */
export function applyObservation(dataset: Dataset, row: ObservationRow): AppliedObservation {
  const view = dataset?.observations;
  if (!(view instanceof ObservationView)) throw new TypeError('applyObservation: these observations cannot be changed');
  const { store } = view;
  const { place, fields, fault } = takeFields(row);
  const refuse = ({ code, column, params }: RowFault): AppliedObservation => ({
    applied: false,
    diagnostics: [createDiagnostic(code, `${place} ${column}`.trim(), params)],
  });
  if (fault) return refuse(fault);
  const read = new RowReader(store).read((field) => fields.get(field) ?? '', place, 0);
  if ('fault' in read) return refuse(read.fault);
  const { report, remarks } = read;
  const { indicator, area, period } = report;
  const { figure } = report.said;
  const id = store.plan.indicators[indicator]?.id ?? '';
  const column = view.column(id);
  if (!fits(store, indicator, column, figure)) {
    return refuse({
      code: 'value-too-large',
      column: 'value',
      params: { got: fields.get('value') || fields.get('numerator') || '' },
    });
  }
  if (store.indexOf(indicator).reportsOf(store.table.numberPeriod(period), area).length >= MOST_REPORTS) {
    return refuse({ code: 'observation-too-many', column: 'value', params: { limit: MOST_REPORTS } });
  }
  const diagnostics = remarks.map(({ code, column: field, params }) =>
    createDiagnostic(code, `${place} ${field}`, params),
  );
  const previous = readState(column, period, area);
  const added = store.table.add(report);
  store.register(added);
  view.forgetViews();
  const columnChanged = settle(view, id, column, indicator, area, period);
  for (const conflict of conflictOf(store, indicator, area, period, added)) diagnostics.push(conflict);
  const current = readState(view.column(id), period, area);
  return { applied: true, indicator: id, area, period, previous, current, columnChanged, diagnostics };
}

interface TakenFields {
  readonly place: string;
  readonly fields: ReadonlyMap<ObservationField, string>;
  readonly fault?: RowFault;
}

/** The fields of a row as texts, each looked at once; a field that is neither text nor number is a fault. */
function takeFields(row: ObservationRow): TakenFields {
  const fields = new Map<ObservationField, string>();
  let place = 'applied';
  if (typeof row !== 'object' || row === null) {
    return { place, fields, fault: { code: 'row-unreadable', column: '', params: { why: 'it is no row' } } };
  }
  try {
    if (typeof row.place === 'string') ({ place } = row);
    for (const column of [...OBSERVATION_COLUMNS.required, ...OBSERVATION_COLUMNS.optional]) {
      const value: unknown = row[column] ?? '';
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
        return { place, fields, fault: { code: 'row-field-type', column, params: { got: quoteValue(value) } } };
      }
      fields.set(column, String(value).trim());
    }
    return { place, fields };
  } catch (error) {
    return { place, fields, fault: { code: 'row-unreadable', column: '', params: { why: quoteError(error) } } };
  }
}

/** Writes the cell; answers whether more than this cell changed. */
function settle(
  view: ObservationView,
  id: string,
  column: ColumnArrays | undefined,
  indicator: number,
  area: number,
  period: Period,
): boolean {
  const { store } = view;
  const reading = store.readings.get(id);
  if (!column || !reading) {
    view.forgetColumn(id);
    return true;
  }
  if (store.takesPartInMerger(area)) {
    const fresh = store.column(id, NO_LIMIT, undefined) ?? column;
    replaceAll(column.periods, fresh.periods);
    replaceAll(column.cells, fresh.cells);
    Object.assign(column, { scale: fresh.scale, denominatorScale: fresh.denominatorScale, leftOut: fresh.leftOut });
    view.forgetLevels(id);
    return true;
  }
  const scales = store.scalesOf(indicator);
  const rescaled = rescale(column, scales);
  const source = store.sourceOf(reading);
  const reports = source.index.reportsOf(store.table.numberPeriod(period), area);
  const { figure, status, report } = settleCell(source, area, reports, NO_LIMIT);
  const known = column.periods.some(({ text }) => text === period.text);
  if (known || status !== CELL.missing) {
    cellsOf(column, period, source.areas, source.ratio).write(area, figure, status, report, scales);
  }
  view.forgetLevels(id);
  return rescaled || (!known && status !== CELL.missing) || levelsDiffer(column);
}

function replaceAll<T>(list: T[], fresh: readonly T[]): void {
  list.length = 0;
  for (const one of fresh) list.push(one);
}

function rescale(column: ColumnArrays, { scale, denominatorScale }: Scales): boolean {
  if (column.scale === scale && column.denominatorScale === denominatorScale) return false;
  for (const cells of column.cells) {
    cells.rescale(10 ** (scale - column.scale), 10 ** (denominatorScale - column.denominatorScale));
  }
  Object.assign(column, { scale, denominatorScale });
  return true;
}

/** Whether a figure and all that are there can be kept at one scale. */
function fits(
  store: ObservationStore,
  indicator: number,
  column: ColumnArrays | undefined,
  figure: ReportFigure,
): boolean {
  if (figure.form !== FORM.figure && figure.form !== FORM.pair) return true;
  const known = store.scalesOf(indicator);
  const scale = Math.max(known.scale, figure.scale);
  const denominatorScale = Math.max(known.denominatorScale, figure.denominatorScale);
  const safe = (value: number, power: number): boolean =>
    Number.isNaN(value) || Number.isSafeInteger(value * 10 ** power);
  if (!safe(figure.mantissa, scale - figure.scale)) return false;
  if (!safe(figure.denominator, denominatorScale - figure.denominatorScale)) return false;
  if (scale === known.scale && denominatorScale === known.denominatorScale) return true;
  const rows = store.rowsOf(indicator).map((report) => store.table.figureOf(report));
  return (
    rows.every(
      (row) =>
        row.form === FORM.percentage ||
        (safe(row.mantissa, scale - row.scale) && safe(row.denominator, denominatorScale - row.denominatorScale)),
    ) &&
    (column?.cells ?? []).every(
      (cells) =>
        cells.values.every((value) => safe(value, scale - known.scale)) &&
        (cells.denominators?.every((value) => safe(value, denominatorScale - known.denominatorScale)) ?? true),
    )
  );
}

function readState(column: ColumnArrays | undefined, period: Period, area: number): CellState {
  const at = column?.periods.findIndex(({ text }) => text === period.text) ?? -1;
  const cells: CellArrays | undefined = column?.cells[at];
  if (!cells) return EMPTY;
  return {
    status: cells.status[area] ?? CELL.missing,
    value: cells.values[area] ?? Number.NaN,
    denominator: cells.denominators?.[area] ?? Number.NaN,
    percentage: cells.percentages?.[area] ?? Number.NaN,
  };
}

function conflictOf(
  store: ObservationStore,
  indicator: number,
  area: number,
  period: Period,
  added: number,
): readonly Diagnostic[] {
  const { table } = store;
  const reports = store.indexOf(indicator).reportsOf(table.numberPeriod(period), area);
  const { conflict } = resolveReports(table, reports, NO_LIMIT);
  const first = conflict.find((report) => report !== added);
  if (!conflict.includes(added) || first === undefined) return [];
  return [
    createDiagnostic('observation-conflict', table.placeOf(added), {
      got: table.quote(added),
      other: table.quote(first),
      first: table.placeOf(first),
    }),
  ];
}

import type { SourceFile } from '../csv/source-file.js';
import { readCsv } from '../csv/read-csv.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { PercentageWatch } from './percentage-watch.js';
import type { ReportTable } from './report-table.js';
import type { Fate, RowFate } from './row-tally.js';
import type { ObservationStore } from './observation-store.js';
import { NO_LIMIT } from './observation-store.js';
import { fitsScales } from './fits-scales.js';
import { FORM, isSameFigure } from './report-figure.js';
import { isOwn, resolveReports } from './resolve-reports.js';
import { OBSERVATION_COLUMNS, RowReader } from './row-reader.js';

/** Reads files of observations into a store, and says what became of every row. */
export function readObservations(store: ObservationStore, files: readonly SourceFile[], fate: RowFate): void {
  const { found, tally, refused } = fate;
  const reader = new RowReader(store);
  for (const file of files) {
    const percentages = new PercentageWatch();
    const counts = readCsv(file, OBSERVATION_COLUMNS, found, (row) => {
      const read = reader.read(row.get, file.name, row.line);
      if ('fault' in read) {
        const indicator = row.get('indicator');
        tally.count(file.name, 'refused');
        refused.addRow('observations', store.readings.has(indicator) ? indicator : '', row.get('area'));
        found.add(read.fault.code, `${row.place} ${read.fault.column}`, read.fault.params);
        return;
      }
      for (const { code, column, params } of read.remarks) found.add(code, `${row.place} ${column}`, params);
      percentages.add(read.report);
      store.register(store.table.add(read.report));
    });
    percentages.tell((indicator) => store.plan.indicators[indicator]?.id ?? '', found);
    tally.add(file.name, counts);
    refused.addUnread('observations', counts.refused);
  }
  refuseUnkeepable(store, found);
  for (const [id, { index }] of store.readings) settleRows(store, { id, index }, fate);
}

/** Figures that do not fit beside the decimals other reports of their indicator need. */
function refuseUnkeepable(store: ObservationStore, found: DiagnosticList): void {
  const { table } = store;
  for (const { index } of store.readings.values()) {
    const scales = store.scalesOf(index);
    if (scales.scale === 0 && scales.denominatorScale === 0) continue;
    for (const report of store.rowsOf(index)) {
      const figure = table.figureOf(report);
      if (fitsScales(figure, scales)) continue;
      const column = figure.form === FORM.pair ? 'numerator' : 'value';
      found.add('value-too-large', `${table.placeOf(report)} ${column}`, { got: table.quote(report) });
      table.refuse(report);
    }
  }
}

/** Decides for every row of an indicator whether it is used, missing, superseded or refused. */
function settleRows(
  store: ObservationStore,
  { id, index }: { readonly id: string; readonly index: number },
  { found, tally, refused }: RowFate,
): void {
  const { table } = store;
  const count = (report: number, fate: Fate): void => {
    tally.count(table.fileOf(report), fate);
    if (fate === 'refused') refused.add('observations', id, table.areaOf(report));
  };
  store.indexOf(index).forEachCell((_period, _area, reports) => {
    const [only] = reports;
    if (only !== undefined && reports.length === 1) return count(only, fateOf(table, only));
    const { winners, conflict } = resolveReports(table, reports, NO_LIMIT);
    const [used, contradicting] = [new Set(winners), new Set(conflict)];
    const [first] = conflict;
    for (const report of conflict) {
      if (report === first || first === undefined) continue;
      found.add('observation-conflict', `${table.placeOf(report)} ${columnOf(store, report)}`, {
        got: table.quote(report),
        other: table.quote(first),
        first: table.placeOf(first),
      });
    }
    for (const report of reports) {
      const alone = contradicting.has(report) ? 'refused' : fateOf(table, report);
      const fate = alone === 'used' && !used.has(report) ? 'superseded' : alone;
      count(report, fate);
      if (fate === 'superseded') noteTwin(store, report, winners, found);
    }
  });
}

/** What becomes of a row that stands alone in its cell. */
function fateOf(table: ReportTable, report: number): Fate {
  if (table.isRefused(report) || table.isImpossible(report)) return 'refused';
  return table.formOf(report) === FORM.missing ? 'missing' : 'used';
}

/** A row that repeats the winner is superseded by it, which is worth a word but no worry. */
function noteTwin(
  { table }: ObservationStore,
  report: number,
  winners: readonly number[],
  found: DiagnosticList,
): void {
  const twin = winners.find(
    (winner) =>
      table.reportedOn(winner) === table.reportedOn(report) &&
      isOwn(table.underOf(winner)) === isOwn(table.underOf(report)) &&
      isSameFigure(table.figureOf(winner), table.figureOf(report)),
  );
  if (twin !== undefined) found.add('observation-twice', table.placeOf(report), { first: table.placeOf(twin) });
}

function columnOf({ table }: ObservationStore, report: number): string {
  return table.formOf(report) === FORM.pair ? 'numerator' : 'value';
}

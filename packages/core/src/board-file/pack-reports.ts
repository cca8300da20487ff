import type { ObservationStore } from '../observation/observation-store.js';
import type { Said } from '../observation/report-table.js';
import type { ColumnWriter } from './column-writer.js';
import type { Table } from './layout.js';

/** Reports in order of reading, and the figures they name by number: most figures are reported many times. */
export function packReports(
  store: ObservationStore,
  columns: ColumnWriter,
): { readonly reports: Table; readonly figures: Table; readonly refused: readonly number[] } {
  const numbers = store.writtenRows();
  const rows = numbers.map((report) => store.table.rowOf(report));
  const figures = new Figures();
  const figure = rows.map((row) => figures.numberOf(row.said));
  const text = (name: 'source' | 'note') => columns.values(rows.map((row) => row[name]));
  const reports = {
    rows: rows.length,
    columns: {
      indicator: columns.steps(rows.map(({ indicator }) => indicator)),
      area: columns.steps(rows.map(({ area }) => area)),
      under: columns.numbers(rows.map(({ under }) => under)),
      period: columns.values(rows.map(({ period }) => period.text)),
      // reports come in soon after their period, whichever it is
      lag: columns.numbers(rows.map(({ reportedOn, period }) => reportedOn - period.end)),
      figure: columns.numbers(figure),
      source: text('source'),
      note: text('note'),
      file: columns.values(rows.map(({ file }) => file)),
      line: columns.steps(rows.map(({ line }) => line)),
    },
  };
  const refused = numbers.flatMap((report, row) => (store.table.isRefused(report) ? [row] : []));
  return { reports, figures: packFigures(figures.rows, columns), refused };
}

/** Figures by what they say, each once. */
class Figures {
  readonly rows: Said[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(said: Said): number {
    const { form, mantissa, scale, denominator, denominatorScale, impossible } = said.figure;
    const integers = [form, mantissa, scale, denominator, denominatorScale, impossible].join(' ');
    const key = JSON.stringify([integers, said.value, said.numerator, said.denominator, said.unit]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.rows.length);
    return this.rows.push(said) - 1;
  }
}

function packFigures(rows: readonly Said[], columns: ColumnWriter): Table {
  const zeroed = (number: number): number => (Number.isNaN(number) ? 0 : number);
  return {
    rows: rows.length,
    columns: {
      form: columns.numbers(rows.map(({ figure }) => figure.form)),
      mantissa: columns.numbers(rows.map(({ figure }) => zeroed(figure.mantissa))),
      scale: columns.numbers(rows.map(({ figure }) => figure.scale)),
      denominator: columns.numbers(rows.map(({ figure }) => zeroed(figure.denominator))),
      denominatorScale: columns.numbers(rows.map(({ figure }) => figure.denominatorScale)),
      impossible: columns.numbers(rows.map(({ figure }) => Number(figure.impossible))),
      value: columns.values(rows.map(({ value }) => value)),
      numeratorText: columns.values(rows.map(({ numerator }) => numerator)),
      denominatorText: columns.values(rows.map(({ denominator }) => denominator)),
      unit: columns.values(rows.map(({ unit }) => unit)),
    },
  };
}

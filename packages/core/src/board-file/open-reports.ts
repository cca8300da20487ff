import { ObservationStore } from '../observation/observation-store.js';
import { ObservationView } from '../observation/observation-view.js';
import type { Roster } from '../area/area.js';
import { FORM } from '../observation/report-figure.js';
import type { Form, ReportFigure } from '../observation/report-figure.js';
import type { ReportColumns, Said } from '../observation/report-table.js';
import { UNDER } from '../observation/report-table.js';
import { fitsScales } from '../observation/fits-scales.js';
import { readPeriod } from '../period/read-period.js';
import { declaredYears } from '../plan/plan-years.js';
import type { Period } from '../period/period.js';
import type { Indicator, Plan } from '../plan/plan.js';
import { MAX_SCALE } from '../quantity/figure.js';
import { contentFault } from './board-file-fault.js';
import { isText, pick } from './column-reader.js';
import type { Numbers, TableReader, Values } from './column-reader.js';

interface ReportTables {
  readonly reports: TableReader;
  readonly figures: TableReader;
  /** Rows that were taken out again. */
  readonly refused: readonly unknown[];
}

/** All reports, as if they had just been read. @throws BoardFileFault */
export function openReports(plan: Plan, roster: Roster, tables: ReportTables): ObservationView {
  const rows = readReports(tables, plan, roster.areas.length);
  const store = new ObservationStore(plan, roster, { rows });
  refuseReports(store, tables.refused);
  requireFits(store);
  return new ObservationView(store);
}

const MOST = Number.MAX_SAFE_INTEGER;

/** Days from the end of a period to its report. A thousand years are more than any date has. */
const MOST_DAYS = 4_000_000;

function readReports({ reports: table, figures }: ReportTables, plan: Plan, areas: number): ReportColumns {
  const saids = readFigures(figures);
  const indicator = table.integers('indicator', 0, plan.indicators.length - 1);
  const figure = table.integers('figure', 0, saids.length - 1);
  const said = pick(saids, figure);
  requireFigures(table, said, { indicator, plan });
  const texts = table.values('period', isText);
  const { periods, numbers } = numberPeriods(table, texts, declaredYears(plan));
  const period = texts.list(numbers);
  const lag = table.integers('lag', -MOST_DAYS, MOST_DAYS);
  return {
    indicator,
    area: table.integers('area', 0, areas - 1),
    under: table.integers('under', UNDER.alias, areas - 1),
    period,
    reportedOn: addLags(periods, period, lag),
    said,
    source: table.values('source', isText).list(),
    note: table.values('note', isText).list(),
    file: table.values('file', isText).list(),
    line: table.integers('line', -(2 ** 31), 2 ** 32 - 1),
    periods,
  };
}

function addLags(periods: readonly Period[], period: readonly number[], lag: Numbers): Int32Array {
  const ends = periods.map(({ end }) => end);
  const days = new Int32Array(lag.length);
  for (let row = 0; row < days.length; row++)
    days[row] = (ends[period[row] as number] as number) + (lag[row] as number);
  return days;
}

/** Periods of a dictionary, each once, and which of them its values are. */
function numberPeriods(table: TableReader, { values }: Values<string>, years: ReturnType<typeof declaredYears>) {
  const numbers = new Map([...new Set(values)].map((text, number) => [text, number]));
  const periods = [...numbers.keys()].map((text): Period => {
    const period = readPeriod(text, years);
    // one period by two names would be two
    if (period?.text !== text) throw table.fault('period');
    return period;
  });
  return { periods, numbers: values.map((text) => numbers.get(text) as number) };
}

interface FigureKinds {
  readonly indicator: Numbers;
  readonly plan: Plan;
}

/** Figures are of a kind that the reader of texts takes for their indicator. */
function requireFigures(table: TableReader, said: readonly Said[], { indicator, plan }: FigureKinds): void {
  const { indicators } = plan;
  let [of, last] = [-1, said[0]];
  for (let row = 0; row < said.length; row++) {
    const [own, next] = [indicator[row] as number, said[row] as Said];
    if (own === of && next === last) continue;
    if (!isFigureOf(indicators[own] as Indicator, next.figure)) throw table.fault('figure');
    [of, last] = [own, next];
  }
}

function readFigures(table: TableReader): readonly Said[] {
  const form = table.integers('form', FORM.missing, FORM.percentage);
  const [mantissa, denominator] = [table.integers('mantissa', -MOST, MOST), table.integers('denominator', -MOST, MOST)];
  const [scale, denominatorScale] = [
    table.integers('scale', 0, MAX_SCALE),
    table.integers('denominatorScale', 0, MAX_SCALE),
  ];
  const impossible = table.integers('impossible', 0, 1);
  const [value, numeratorText, denominatorText, unit] = (
    ['value', 'numeratorText', 'denominatorText', 'unit'] as const
  ).map((name) => table.values(name, isText)) as [Texts, Texts, Texts, Texts];
  return Array.from({ length: table.rows }, (_, row) => {
    const own = form[row] as Form;
    return {
      figure: {
        form: own,
        mantissa: own === FORM.missing ? Number.NaN : (mantissa[row] as number),
        scale: scale[row] as number,
        denominator: own === FORM.pair ? (denominator[row] as number) : Number.NaN,
        denominatorScale: denominatorScale[row] as number,
        impossible: impossible[row] === 1,
      },
      value: value.of(row),
      numerator: numeratorText.of(row),
      denominator: denominatorText.of(row),
      unit: unit.of(row),
    };
  });
}

type Texts = Values<string>;

/** Whether a figure is one the reader of texts takes for an indicator. */
function isFigureOf(indicator: Indicator, { form, mantissa, scale, denominator }: ReportFigure): boolean {
  if (form === FORM.missing) return true;
  switch (indicator.type) {
    case 'ratio':
      return form !== FORM.figure && mantissa >= 0 && !(denominator < 0);
    case 'quantity':
      return form === FORM.figure;
    case 'state':
      return form === FORM.figure && scale === 0 && (mantissa === 0 || mantissa === 1);
    case 'grade': {
      const { best, worst } = indicator;
      const isWithin = mantissa >= Math.min(best, worst) && mantissa <= Math.max(best, worst);
      return form === FORM.figure && scale === 0 && isWithin;
    }
  }
}

const REFUSED = 'refusedReports';

function refuseReports(store: ObservationStore, rows: readonly unknown[]): void {
  for (const row of rows) {
    const isRow = Number.isInteger(row) && (row as number) >= 0 && (row as number) < store.table.length;
    if (!isRow) throw contentFault(REFUSED);
    const { form } = store.table.figureOf(row as number);
    if (form !== FORM.figure && form !== FORM.pair) throw contentFault(REFUSED);
    store.table.refuse(row as number);
  }
}

/** Figures that are not refused fit beside the decimals of others, or sums of them would be none. */
function requireFits(store: ObservationStore): void {
  const { table } = store;
  for (const { index } of store.readings.values()) {
    const scales = store.scalesOf(index);
    if (scales.scale === 0 && scales.denominatorScale === 0) continue;
    const fits = store.rowsOf(index).every((report) => fitsScales(table.figureOf(report), scales));
    if (!fits) throw contentFault('tables.figures');
  }
}

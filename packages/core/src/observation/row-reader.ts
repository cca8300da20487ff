import { isCode } from '../area/create-roster.js';
import { rowOnDay } from '../area/succession.js';
import { isMissing } from '../csv/field.js';
import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Day, Period } from '../period/period.js';
import type { OwnYears } from '../period/own-year.js';
import { formatDate, parseDate } from '../period/period.js';
import { isOwnPeriod, readPeriod } from '../period/read-period.js';
import { declaredYears } from '../plan/plan-years.js';
import type { Plan } from '../plan/plan.js';
import { parseDecimal } from '../quantity/decimal.js';
import { createCodeFaults } from './area-finder.js';
import type { Spelling } from '../csv/explain-spelling.js';
import { explainSpelling } from '../csv/explain-spelling.js';
import type { IndicatorReading } from './indicator-reading.js';
import type { ObservationStore } from './observation-store.js';
import type { RowFault } from './read-figure.js';
import { readReport } from './read-figure.js';
import type { NewReport, Said } from './report-table.js';
import { UNDER } from './report-table.js';

/** Columns of `observations.csv`. */
export const OBSERVATION_COLUMNS = {
  required: ['indicator', 'area', 'period'],
  optional: ['value', 'numerator', 'denominator', 'unit', 'reportedOn', 'source', 'note'],
} as const;

export type ObservationField =
  | (typeof OBSERVATION_COLUMNS.required)[number]
  | (typeof OBSERVATION_COLUMNS.optional)[number];

/** Years before a plan starts from which figures are taken, as baselines. */
const BASELINE_YEARS = 10;

/** A row as a report, with what there is to remark, or why it is refused. */
export type ReadRow =
  | { readonly report: NewReport; readonly remarks: readonly RowFault[] }
  | { readonly fault: RowFault };

/** Reads single rows of observations against a plan and a roster. */
export class RowReader {
  readonly #store: ObservationStore;
  readonly #years: OwnYears | undefined;
  readonly #first: Day;
  readonly #last: Day;
  readonly #periods = new Map<string, Period | undefined>();
  readonly #days = new Map<string, Day | RowFault>();
  /** By the number of their indicator. */
  readonly #saids: Map<string, ReadSaid>[] = [];

  readonly #faultOf: (code: string) => Spelling;
  /** What would be accepted in place of the text a fault quotes. */
  readonly #accepts: Partial<Record<DiagnosticCode, (text: string) => boolean>>;

  constructor(store: ObservationStore) {
    this.#store = store;
    this.#years = declaredYears(store.plan);
    this.#faultOf = createCodeFaults(store.roster);
    this.#accepts = {
      'observation-indicator-unknown': (text) => store.readings.has(text),
      'observation-period': (text) => readPeriod(text, this.#years) !== undefined,
      'observation-unit-unknown': (text) => store.parseUnit(text) !== undefined,
      'observation-state': (text) => text === '0' || text === '1',
      'row-date': (text) => parseDate(text) !== undefined,
      'value-not-a-number': (text) => parseDecimal(text) !== undefined,
    };
    [this.#first, this.#last] = boundsOf(store.plan);
  }

  /** Reads a row; file and line are kept with its report. A fault says what probably happened, where that can be told. */
  read(get: (column: ObservationField) => string, file: string, line: number): ReadRow {
    const read = this.#readRow(get, file, line);
    return 'fault' in read ? { fault: this.#explain(read.fault) } : read;
  }

  #explain(fault: RowFault): RowFault {
    const { code, column, params } = fault;
    const accepts = this.#accepts[code];
    const got = params?.['got'];
    if (code === 'row-area-unknown') return { ...this.#faultOf(String(got)), column };
    const spelling = accepts && explainSpelling(String(got), accepts);
    return spelling ? { ...spelling, column } : fault;
  }

  #readRow(get: (column: ObservationField) => string, file: string, line: number): ReadRow {
    const reading = this.#readIndicator(get('indicator'));
    if ('code' in reading) return { fault: reading };
    const period = this.#readPeriod(get('period'));
    if ('code' in period) return { fault: period };
    const owner = this.#readArea(get('area'), period);
    if ('code' in owner) return { fault: owner };
    const reportedOn = this.#readReportedOn(get('reportedOn'), period.end);
    if (typeof reportedOn !== 'number') return { fault: reportedOn };
    const read = this.#readSaid(reading, get);
    if ('fault' in read) return read;
    // Written out: this runs once for every row of a file.
    const report = {
      indicator: reading.index,
      area: owner.area,
      under: owner.under,
      period,
      reportedOn,
      said: read.said,
      source: get('source'),
      note: get('note'),
      file,
      line,
    };
    return { report, remarks: read.remarks };
  }

  /** Rows of one indicator mostly say what others did; each of it is read once and shared. */
  #readSaid(reading: IndicatorReading, get: (column: ObservationField) => string): ReadSaid {
    const value = get('value');
    const numerator = get('numerator');
    const denominator = get('denominator');
    const unit = get('unit');
    const known = (this.#saids[reading.index] ??= new Map<string, ReadSaid>());
    const key = joinFields(value, unit, numerator, denominator);
    const read = key === undefined ? undefined : known.get(key);
    if (read) return read;
    const own = unit === '' && 'unit' in reading.indicator ? reading.indicator.unit : unit;
    const fresh = readSaid(reading, { value, numerator, denominator, unit: own });
    if (key !== undefined && known.size < MOST_SHARED) known.set(key, fresh);
    return fresh;
  }

  /** Thousands of rows share a date; each is read once. */
  #readReportedOn(text: string, blank: Day): Day | RowFault {
    if (isMissing(text)) return blank;
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const day = readDay(text, blank);
    this.#days.set(text, day);
    return day;
  }

  #readIndicator(id: string): IndicatorReading | RowFault {
    if (id === '') return { code: 'row-field-missing', column: 'indicator', params: { column: 'indicator' } };
    const reading = this.#store.readings.get(id);
    return reading ?? { code: 'observation-indicator-unknown', column: 'indicator', params: { got: id } };
  }

  #readPeriod(text: string): Period | RowFault {
    if (!this.#periods.has(text)) this.#periods.set(text, readPeriod(text, this.#years));
    const period = this.#periods.get(text);
    if (!period) return { code: faultOf(text, this.#years), column: 'period', params: { got: text } };
    if (period.start <= this.#last && period.end >= this.#first) return period;
    return outside(text, [this.#first, this.#last]);
  }

  /** Reports under the code of an area that had ceased before the period ended are its successor's. */
  #readArea(code: string, period: Period): { readonly area: number; readonly under: number } | RowFault {
    if (code === '') return { code: 'row-field-missing', column: 'area', params: { column: 'area' } };
    const { roster, succession } = this.#store;
    const row = roster.indexOf(code);
    if (row < 0) return { code: 'row-area-unknown', column: 'area', params: { got: code } };
    const area = rowOnDay(succession, row, period.end);
    if (area !== row) return { area, under: row };
    return { area, under: isCode(code) && roster.areas[row]?.code !== code ? UNDER.alias : UNDER.own };
  }
}

/** What a row says of its figure, or why it is refused. */
type ReadSaid = { readonly said: Said; readonly remarks: readonly RowFault[] } | { readonly fault: RowFault };

/** Figures of one indicator that are remembered. */
const MOST_SHARED = 20_000;

/** Four fields as one text that no other four have; none where a field has the sign they are joined by. */
function joinFields(value: string, unit: string, numerator: string, denominator: string): string | undefined {
  if (value.includes(SEPARATOR) || unit.includes(SEPARATOR)) return undefined;
  const first = `${value}${SEPARATOR}${unit}`;
  if (numerator === '' && denominator === '') return first;
  if (numerator.includes(SEPARATOR) || denominator.includes(SEPARATOR)) return undefined;
  return `${first}${SEPARATOR}${numerator}${SEPARATOR}${denominator}`;
}

const SEPARATOR = '\u0000';

function readSaid(reading: IndicatorReading, texts: Omit<Said, 'figure'>): ReadSaid {
  const read = readReport(reading, texts);
  if ('fault' in read) return read;
  return { said: { figure: read.figure, ...texts }, remarks: remarkScientific(texts, read.remarks) };
}

/** Digits a spreadsheet has cut are gone; that it may have is said. */
function remarkScientific(
  texts: Pick<Said, 'value' | 'numerator' | 'denominator'>,
  remarks: readonly RowFault[],
): readonly RowFault[] {
  let all = remarks;
  for (const column of ['value', 'numerator', 'denominator'] as const) {
    const got = texts[column];
    if (got.includes('E') || got.includes('e')) all = [...all, { code: 'value-scientific', column, params: { got } }];
  }
  return all;
}

/** What is wrong with a text that is no period: one of the plan's own years needs a plan that has some. */
export function faultOf(text: string, years: OwnYears | undefined): DiagnosticCode {
  return years === undefined && isOwnPeriod(text) ? 'observation-period-calendar' : 'observation-period';
}

/** First day a period may end and last day it may begin. */
export function boundsOf({ start, end }: Pick<Plan, 'start' | 'end'>): readonly [Day, Day] {
  const year = Number(start.slice(0, 4)) - BASELINE_YEARS;
  const first = parseDate(`${String(year).padStart(4, '0')}-01-01`);
  return [first ?? Number.NEGATIVE_INFINITY, parseDate(end) ?? Number.POSITIVE_INFINITY];
}

/** A period before or after everything a plan takes; an end that no date of the calendar has is open. */
export function outside(got: string, [first, last]: readonly [Day, Day]): RowFault {
  const write = (day: Day): string => (Number.isFinite(day) ? formatDate(day) : '…');
  return {
    code: 'observation-period-outside',
    column: 'period',
    params: { got, first: write(first), last: write(last) },
  };
}

/** Reads a date; a blank is the day given instead. */
export function readDay(text: string, blank: Day, column = 'reportedOn'): Day | RowFault {
  if (isMissing(text)) return blank;
  return parseDate(text) ?? { code: 'row-date', column, params: { got: text } };
}

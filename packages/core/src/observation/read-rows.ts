import type { CsvRow } from '../csv/csv-row.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Day } from '../period/period.js';
import { readDay } from './row-reader.js';

/** Whether a row has all the fields it cannot do without; the first empty one is reported. */
export function requireFields(row: CsvRow, columns: readonly string[], found: DiagnosticList): boolean {
  const empty = columns.find((column) => row.get(column) === '');
  if (empty === undefined) return true;
  found.add('row-field-missing', `${row.place} ${empty}`, { column: empty });
  return false;
}

/** First and last day of a row, open where blank; `undefined` when they cannot be. */
export function readSpan(row: CsvRow, found: DiagnosticList): { readonly from: Day; readonly to: Day } | undefined {
  const from = readDay(row.get('from'), Number.NEGATIVE_INFINITY, 'from');
  const to = readDay(row.get('to'), Number.POSITIVE_INFINITY, 'to');
  for (const day of [from, to]) {
    if (typeof day === 'number') continue;
    found.add(day.code, `${row.place} ${day.column}`, day.params);
  }
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  if (from <= to) return { from, to };
  found.add('row-dates-order', `${row.place} to`, { from: row.get('from'), to: row.get('to') });
  return undefined;
}

/** Remembers rows, so that one that says the same as an earlier one is told. */
export class FirstRows {
  readonly #places = new Map<string, string>();
  readonly #found: DiagnosticList;

  constructor(found: DiagnosticList) {
    this.#found = found;
  }

  repeats(row: CsvRow, columns: readonly string[]): boolean {
    const key = keyOf(columns.map((column) => row.get(column)));
    const first = this.#places.get(key);
    if (first === undefined) {
      this.#places.set(key, row.place);
      return false;
    }
    this.#found.add('row-twice', row.place, { first });
    return true;
  }
}

/** No two rows that differ have one key: fields are told apart by what none of them holds, or written as JSON. */
function keyOf(fields: readonly string[]): string {
  return fields.some((field) => field.includes(SEPARATOR)) ? JSON.stringify(fields) : fields.join(SEPARATOR);
}

const SEPARATOR = '\u0000';

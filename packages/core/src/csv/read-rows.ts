import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { quoteError, quoteValue } from '../diagnostic/quote-value.js';
import type { CsvColumns, CsvCounts, CsvLimits, CsvRow } from './csv-row.js';
import type { SourceRows } from './source-file.js';
import { writePlace } from '../diagnostic/row-place.js';

/**
 * Reads rows that are in memory already. Each is looked at once, field by field: what is neither text nor number, or cannot
 * be read at all, is refused with its place, as a row of a file is.
 */
export function readRows(
  { name, rows }: SourceRows,
  { required, optional }: CsvColumns,
  found: DiagnosticList,
  onRow: (row: CsvRow) => void,
  limits: CsvLimits,
): CsvCounts {
  const counts: CsvCounts = { rows: rows.length, refused: 0 };
  const columns = [...required, ...optional];
  const strangers = new Strangers(columns, found);
  for (let at = 0; at < rows.length && at < limits.maxRows; at++) {
    const line = -at - 1;
    const place = writePlace(name, line);
    const fields = takeFields(rows[at], columns, (code, column, params) =>
      found.add(code, `${place} ${column}`.trim(), params),
    );
    if (!fields) {
      counts.refused++;
      continue;
    }
    strangers.look(fields.names, place);
    onRow({ line, place, get: (column) => fields.texts.get(column) ?? '' });
  }
  if (rows.length > limits.maxRows) {
    found.add('csv-too-many-rows', name, { rows: rows.length, limit: limits.maxRows });
    counts.refused += rows.length - limits.maxRows;
  }
  return counts;
}

type Refuse = (
  code: 'row-field-type' | 'row-unreadable',
  column: string,
  params: Readonly<Record<string, string>>,
) => void;

interface TakenRow {
  readonly texts: ReadonlyMap<string, string>;
  /** All the row has, also what no column is called. */
  readonly names: readonly string[];
}

function takeFields(row: unknown, columns: readonly string[], refuse: Refuse): TakenRow | undefined {
  const texts = new Map<string, string>();
  try {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      refuse('row-unreadable', '', { why: `expected an object with columns, got ${quoteValue(row)}` });
      return undefined;
    }
    for (const column of columns) {
      const value: unknown = (row as Readonly<Record<string, unknown>>)[column];
      const text = writeField(value);
      if (text === undefined) {
        refuse('row-field-type', column, { got: quoteValue(value) });
        return undefined;
      }
      texts.set(column, text);
    }
    return { texts, names: Object.keys(row) };
  } catch (error) {
    refuse('row-unreadable', '', { why: quoteError(error) });
    return undefined;
  }
}

/** Most entries of a list in one field. */
const MOST_ENTRIES = 10_000;

/** A field as a file has it; nothing for what no file could hold. */
function writeField(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return undefined;
  const entries = (value as readonly unknown[]).map((entry) =>
    typeof entry === 'object' ? undefined : writeField(entry),
  );
  return entries.includes(undefined) ? undefined : entries.join(';');
}

/** Columns nobody knows, each told once, at the first row that has it. */
class Strangers {
  readonly #known: Set<string>;
  readonly #found: DiagnosticList;

  constructor(columns: readonly string[], found: DiagnosticList) {
    this.#known = new Set(columns);
    this.#found = found;
  }

  look(names: readonly string[], place: string): void {
    for (const column of names) {
      if (this.#known.has(column)) continue;
      this.#known.add(column);
      this.#found.add('csv-column-unknown', `${place} ${column}`, { column });
    }
  }
}

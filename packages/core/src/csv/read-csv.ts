import Papa from 'papaparse';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { LineRecord, ListRecord, trimField } from './csv-record.js';
import type { CsvRecord } from './csv-record.js';
import type { CsvColumns, CsvCounts, CsvLimits, CsvRow } from './csv-row.js';
import { readRows } from './read-rows.js';
import { writePlace } from '../diagnostic/row-place.js';
import type { SourceFile, SourceText } from './source-file.js';

/** How files of xlsx, ods and xls begin, read as UTF-8. */
const SPREADSHEETS = ['PK\u0003\u0004', '\uFFFD\uFFFD\u0011\u0871'] as const;

const CSV_LIMITS: CsvLimits = { maxRows: 3_000_000, maxCharacters: 400_000_000 };

/**
 * Reads a file with comma-separated values, row by row; rows in memory by the same columns.
 *
 * Takes a byte-order mark, CRLF and quoted fields with line breaks in them; blank lines are no rows.
 * A column nobody knows is a warning, a missing one an error that refuses every row, and so is a row
 * of another width than the header.
 */
export function readCsv(
  file: SourceFile,
  columns: CsvColumns,
  found: DiagnosticList,
  onRow: (row: CsvRow) => void,
  limits: CsvLimits = CSV_LIMITS,
): CsvCounts {
  if ('rows' in file) return readRows(file, columns, found, onRow, limits);
  const counts: CsvCounts = { rows: 0, refused: 0 };
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  if (text.length > limits.maxCharacters) {
    found.add('file-too-large', file.name, { size: text.length, limit: limits.maxCharacters });
    return counts;
  }
  if (SPREADSHEETS.some((beginning) => text.startsWith(beginning))) {
    found.add('csv-spreadsheet', file.name);
    return counts;
  }
  const garbled = text.indexOf('\uFFFD');
  if (garbled >= 0) found.add('file-not-utf8', `${file.name}:${countLines(text, 0, garbled) + 1}`);

  let header: Header | undefined;
  let overflow = false;
  const row = new RowCursor(file.name);
  eachRecord(text, (record, { line, lines, broken }) => {
    if (record.isBlank(0)) return;
    if (!header) {
      header = readHeader(file, listFields(record), line, columns, found);
      row.positions = header.positions;
      return;
    }
    counts.rows++;
    if (counts.rows > limits.maxRows) {
      overflow = true;
      return;
    }
    if (!header.complete) {
      counts.refused++;
      return;
    }
    row.record = record;
    row.line = line;
    if (lines > 1) sayRowsWithin(row, { lines, width: header.width, fields: listFields(record) }, found);
    const width = record.length;
    if (broken || width < header.width || (width > header.width && !record.isBlank(header.width))) {
      counts.refused++;
      if (broken) found.add('csv-quotes', row.place);
      else found.add('csv-row-width', row.place, { expected: header.width, found: width });
      return;
    }
    onRow(row);
  });
  if (!header) found.add('csv-empty', file.name);
  if (overflow) {
    found.add('csv-too-many-rows', file.name, { rows: counts.rows, limit: limits.maxRows });
    counts.refused += counts.rows - limits.maxRows;
  }
  return counts;
}

class RowCursor implements CsvRow {
  line = 0;
  record: CsvRecord = new ListRecord();
  positions: ReadonlyMap<string, number> = new Map();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get place(): string {
    return writePlace(this.#file, this.line);
  }

  readonly get = (column: string): string => {
    const position = this.positions.get(column);
    return position === undefined ? '' : trimField(this.record.field(position));
  };
}

function listFields(record: CsvRecord): readonly string[] {
  return Array.from({ length: record.length }, (_, at) => record.field(at));
}

interface Header {
  readonly width: number;
  readonly positions: ReadonlyMap<string, number>;
  readonly complete: boolean;
}

function readHeader(
  file: SourceText,
  fields: readonly string[],
  line: number,
  { required, optional }: CsvColumns,
  found: DiagnosticList,
): Header {
  const place = `${file.name}:${line}`;
  const positions = new Map<string, number>();
  const known = new Set([...required, ...optional]);
  const separator = fields.length === 1 ? /[\t;；，]/.exec(fields[0] ?? '')?.[0] : undefined;
  if (separator !== undefined && required.length > 1) {
    found.add('csv-separator', place, { separator: separator === '\t' ? 'tab' : separator });
    return { width: 1, positions, complete: false };
  }
  fields.forEach((field, index) => {
    const column = field.trim();
    if (column === '') return;
    if (positions.has(column)) found.add('csv-column-twice', `${place} ${column}`, { column });
    else if (known.has(column)) positions.set(column, index);
    else found.add('csv-column-unknown', `${place} ${column}`, { column });
  });
  const missing = required.filter((column) => !positions.has(column));
  for (const column of missing) found.add('csv-column-missing', place, { column });
  return { width: fields.length, positions, complete: missing.length === 0 };
}

/** Fewest columns of which a line with as many is a row rather than a sentence with a comma. */
const TELLING_COLUMNS = 3;

/**
 * A quote left open takes the rows below it for its own text, up to the next quote or the end: lines that look like
 * rows within a field are told, for each of them would have vanished without a word.
 */
function sayRowsWithin(row: RowCursor, { lines, width, fields }: LongRow, found: DiagnosticList): void {
  const within = fields.reduce(
    (all, field, column) => all + countRowsWithin(field, { column, width, behind: fields.length - 1 - column }),
    0,
  );
  const least = width < TELLING_COLUMNS ? 2 : 1;
  if (within >= least) found.add('csv-rows-within-quotes', row.place, { lines, rows: within });
}

/** A row of several lines. */
interface LongRow {
  readonly lines: number;
  /** Columns of the file. */
  readonly width: number;
  readonly fields: readonly string[];
}

interface FieldPlace {
  readonly column: number;
  /** Columns of the file. */
  readonly width: number;
  /** Fields of the record after this one. */
  readonly behind: number;
}

/**
 * Lines of a field that have as many columns as a row. Its first begins in the fields before, its last goes on in those
 * behind: they look like rows where they are whole together with these.
 */
function countRowsWithin(field: string, { column, width, behind }: FieldPlace): number {
  if (!/[\r\n]/.test(field)) return 0;
  const lines = field.split(/\r\n|\n|\r/);
  let rows = 0;
  // what begins in the last column may be any note
  for (let at = column < width - 1 ? 0 : 1; at < lines.length; at++) {
    const line = lines[at] as string;
    const last = at === lines.length - 1 && column > 0;
    const expected = at === 0 ? width - column : last ? width - behind : width;
    const columns = line.split(',').length;
    if ((columns === expected || (last && columns === column + 1)) && /[^\s,"]/.test(line)) rows++;
  }
  return rows;
}

/** Where a record stands: its first line and how many it takes, in the file's own line breaks. */
interface RecordPlace {
  readonly line: number;
  readonly lines: number;
  /** Its quotes do not close. */
  readonly broken: boolean;
}

type Newline = '\n' | '\r';

type OnRecord = (record: CsvRecord, place: RecordPlace) => void;

/** Takes the text apart. Blank lines, and rows of nothing but separators that spreadsheets leave behind, are no rows. */
function eachRecord(text: string, onRecord: OnRecord): void {
  const newline = text.includes('\n') ? '\n' : '\r';
  if (text.includes('"')) eachQuoted(text, newline, onRecord);
  else eachLine(text, newline, onRecord);
}

/** Without quotes a line is a row: nothing has to be thought of but separators, which takes a third of the time. */
function eachLine(text: string, newline: Newline, onRecord: OnRecord): void {
  const record = new LineRecord(text);
  const place = { line: 0, lines: 1, broken: false };
  for (let from = 0; from < text.length;) {
    const end = text.indexOf(newline, from);
    const to = end < 0 ? text.length : end;
    place.line++;
    record.take(from, to);
    onRecord(record, place);
    from = to + 1;
  }
}

function eachQuoted(text: string, newline: Newline, onRecord: OnRecord): void {
  const record = new ListRecord();
  let [line, position] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline,
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      const breaks = countLines(text, position, meta.cursor, newline);
      const ends = meta.cursor > 0 && text.startsWith(newline, meta.cursor - newline.length);
      record.fields = data;
      onRecord(record, { line, lines: ends ? breaks : breaks + 1, broken: errors.length > 0 });
      line += breaks;
      position = meta.cursor;
    },
  });
}

function countLines(text: string, from: number, to: number, newline = '\n'): number {
  let lines = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < to; at = text.indexOf(newline, at + 1)) lines++;
  return lines;
}

import type { EventRow, LinkRow, RegisterRow } from '../observation/dataset.js';
import { formatDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { ColumnWriter } from './column-writer.js';
import type { NumberColumn, Table, ValueColumn } from './layout.js';
import { splitPlace } from './split-place.js';

/** Rows of a kind of file by the name they are grouped by. */
type Groups<Row> = ReadonlyMap<string, readonly Row[]>;

/** Members of registers, one register after the other. */
export function packRegisters(registers: Groups<RegisterRow>, columns: ColumnWriter): Table {
  const rows = [...registers.values()].flat();
  return {
    rows: rows.length,
    columns: {
      register: packNames(registers, columns),
      id: columns.values(rows.map(({ id }) => id)),
      area: columns.steps(rows.map(({ area }) => area)),
      origin: columns.numbers(rows.map(({ origin }) => origin ?? -1)),
      class: columns.values(rows.map((row) => row.class)),
      ...packSpans(rows, columns),
      attributes: columns.values(rows.map(({ attributes }) => [...attributes])),
      ...packPlaces(rows, columns),
    },
  };
}

/** Events by kind, each kind ascending by date. */
export function packEvents(events: Groups<EventRow>, columns: ColumnWriter): Table {
  const rows = [...events.values()].flat();
  return {
    rows: rows.length,
    columns: {
      kind: packNames(events, columns),
      id: columns.values(rows.map(({ id }) => id)),
      subject: columns.values(rows.map(({ subject }) => subject)),
      area: columns.numbers(rows.map(({ area }) => area)),
      date: columns.values(rows.map(({ date }) => writeDay(date))),
      covered: columns.values(rows.map(({ covered }) => covered)),
      note: columns.values(rows.map(({ note }) => note)),
      ...packPlaces(rows, columns),
    },
  };
}

/** Links by role. */
export function packLinks(links: Groups<LinkRow>, columns: ColumnWriter): Table {
  const rows = [...links.values()].flat();
  return {
    rows: rows.length,
    columns: {
      role: packNames(links, columns),
      actor: columns.values(rows.map(({ actor }) => actor)),
      area: columns.numbers(rows.map(({ area }) => area)),
      ...packSpans(rows, columns),
      ...packPlaces(rows, columns),
    },
  };
}

/** The name of each row's group; the dictionary has all groups in their order. */
function packNames<Row>(groups: Groups<Row>, columns: ColumnWriter): ValueColumn<string> {
  const names = [...groups].flatMap(([name, rows]) => rows.map(() => name));
  return columns.values(names, [...groups.keys()]);
}

function packSpans(
  rows: readonly { readonly from: Day; readonly to: Day }[],
  columns: ColumnWriter,
): { readonly from: ValueColumn<string>; readonly to: ValueColumn<string> } {
  return {
    from: columns.values(rows.map(({ from }) => writeDay(from))),
    to: columns.values(rows.map(({ to }) => writeDay(to))),
  };
}

/** An open end is blank, as it was in the file. */
function writeDay(day: Day): string {
  return Number.isFinite(day) ? formatDate(day) : '';
}

function packPlaces(
  rows: readonly { readonly place: string }[],
  columns: ColumnWriter,
): { readonly file: ValueColumn<string>; readonly line: NumberColumn } {
  const places = rows.map(({ place }) => splitPlace(place));
  return {
    file: columns.values(places.map(([file]) => file)),
    line: columns.steps(places.map(([, line]) => line)),
  };
}

import type { EventRow, LinkRow, RegisterRow } from '../observation/dataset.js';
import { writePlace } from '../diagnostic/row-place.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { isText } from './column-reader.js';
import type { IsValue, TableReader, Values } from './column-reader.js';

type Groups<Row> = ReadonlyMap<string, readonly Row[]>;

const isDate: IsValue<string> = (value): value is string => isText(value) && parseDate(value) !== undefined;
const isOpenDate: IsValue<string> = (value): value is string => value === '' || isDate(value);

const isTexts: IsValue<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

type Pairs = readonly (readonly [string, string])[];

const isPairs: IsValue<Pairs> = (value): value is Pairs =>
  Array.isArray(value) && value.every((pair) => isTexts(pair) && pair.length === 2);

/** Members of registers. @param areas how many there are. @throws BoardFileFault */
export function openRegisters(table: TableReader, areas: number): Groups<RegisterRow> {
  const [register, id, ownClass] = [
    table.values('register', isText),
    table.values('id', isText),
    table.values('class', isText),
  ];
  const area = table.integers('area', -1, areas - 1);
  const origin = table.integers('origin', -1, areas - 1);
  const [from, to] = readSpans(table);
  const pairs = table.values('attributes', isPairs);
  // members with the same attributes share them
  const attributes = new Map(pairs.values.map((own) => [own, new Map(own)]));
  const placeOf = readPlaces(table);
  return group(register, table.rows, (row) => {
    const begun = origin[row] as number;
    return {
      register: register.of(row),
      id: id.of(row),
      area: area[row] as number,
      ...(begun >= 0 && { origin: begun }),
      class: ownClass.of(row),
      from: from(row),
      to: to(row),
      attributes: attributes.get(pairs.of(row)) as RegisterRow['attributes'],
      place: placeOf(row),
    };
  });
}

/** Events by kind. @param areas how many there are. @throws BoardFileFault */
export function openEvents(table: TableReader, areas: number): Groups<EventRow> {
  const [kind, id, subject, note] = (['kind', 'id', 'subject', 'note'] as const).map((name) =>
    table.values(name, isText),
  ) as [Values<string>, Values<string>, Values<string>, Values<string>];
  const area = table.integers('area', -1, areas - 1);
  const dates = table.values('date', isDate);
  const date = dayReader(dates, Number.NaN);
  const covered = table.values('covered', isTexts);
  const placeOf = readPlaces(table);
  const events = group(kind, table.rows, (row) => ({
    kind: kind.of(row),
    id: id.of(row),
    subject: subject.of(row),
    area: area[row] as number,
    date: date(row),
    covered: covered.of(row),
    note: note.of(row),
    place: placeOf(row),
  }));
  for (const rows of events.values()) {
    if (rows.some((event, at) => at > 0 && (rows[at - 1] as EventRow).date > event.date)) throw table.fault('date');
  }
  return events;
}

/** Links by role. @param areas how many there are. @throws BoardFileFault */
export function openLinks(table: TableReader, areas: number): Groups<LinkRow> {
  const [role, actor] = [table.values('role', isText), table.values('actor', isText)];
  const area = table.integers('area', 0, areas - 1);
  const [from, to] = readSpans(table);
  const placeOf = readPlaces(table);
  return group(role, table.rows, (row) => ({
    actor: actor.of(row),
    role: role.of(row),
    area: area[row] as number,
    from: from(row),
    to: to(row),
    place: placeOf(row),
  }));
}

/** Rows by the name they stand under; every name of the dictionary has a list. */
function group<Row>(names: Values<string>, rows: number, read: (row: number) => Row): Groups<Row> {
  const groups = new Map<string, Row[]>(names.values.map((name) => [name, []]));
  for (let row = 0; row < rows; row++) (groups.get(names.of(row)) as Row[]).push(read(row));
  return groups;
}

type ReadDay = (row: number) => Day;

function readSpans(table: TableReader): readonly [from: ReadDay, to: ReadDay] {
  const [from, to] = [table.values('from', isOpenDate), table.values('to', isOpenDate)];
  return [dayReader(from, Number.NEGATIVE_INFINITY), dayReader(to, Number.POSITIVE_INFINITY)];
}

function dayReader(texts: Values<string>, blank: Day): ReadDay {
  const days = new Map(texts.values.map((text) => [text, parseDate(text) ?? blank]));
  return (row) => days.get(texts.of(row)) ?? blank;
}

function readPlaces(table: TableReader): (row: number) => string {
  const file = table.values('file', isText);
  const line = table.integers('line', -(2 ** 31), 2 ** 32 - 1);
  return (row) => writePlace(file.of(row), line[row] as number);
}

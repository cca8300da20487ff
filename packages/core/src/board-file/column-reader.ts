import { contentFault } from './board-file-fault.js';
import { WIDTHS } from './layout.js';
import type { NumberType } from './layout.js';

/** Numbers of a column, by row. */
export type Numbers = ReturnType<typeof readNumbers>;

/** Values of a column: of a dictionary that rows name by number. */
export class Values<Value> {
  readonly values: readonly Value[];
  readonly #numbers: Numbers | null;
  readonly #rows: number;

  /** @param numbers `null` where there is a value for each row, or one for all */
  constructor(values: readonly Value[], numbers: Numbers | null, rows: number) {
    this.values = values;
    this.#numbers = numbers;
    this.#rows = rows;
  }

  of(row: number): Value {
    return this.values[this.#numbers ? (this.#numbers[row] as number) : this.#isOne ? 0 : row] as Value;
  }

  get #isOne(): boolean {
    return this.values.length === 1;
  }

  /** A list of its own with the value of each row, or with what stands for it in another list of as many. */
  list<Other = Value>(others: readonly Other[] = this.values as readonly unknown[] as readonly Other[]): Other[] {
    if (this.#numbers) return pick(others, this.#numbers);
    return this.#isOne ? repeat(others[0] as Other, this.#rows) : others.slice();
  }
}

/** What rows name by number, as a list. Written out: `Array.from` takes several times as long. */
export function pick<Value>(values: readonly Value[], numbers: Numbers): Value[] {
  const list: Value[] = [];
  for (let row = 0; row < numbers.length; row++) list.push(values[numbers[row] as number] as Value);
  return list;
}

function repeat<Value>(value: Value, times: number): Value[] {
  const list: Value[] = [];
  for (let row = 0; row < times; row++) list.push(value);
  return list;
}

/** Says whether a value out of JSON is one a column may have. */
export type IsValue<Value> = (value: unknown) => value is Value;

export const isText: IsValue<string> = (value): value is string => typeof value === 'string';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of what should be an object; a list or a text has none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A list out of JSON. @throws BoardFileFault */
export function listOf(value: unknown, part: string): readonly unknown[] {
  if (!Array.isArray(value)) throw contentFault(part);
  return value as readonly unknown[];
}

/** A list of which every entry is of one kind. @throws BoardFileFault */
export function listOfAll<Value>(value: unknown, part: string, is: IsValue<Value>): readonly Value[] {
  const list = listOf(value, part);
  if (!list.every(is)) throw contentFault(part);
  return list as readonly Value[];
}

/** Reads the tables of a file; whatever does not fit the bytes there are is refused before anything is made of it. */
export class ColumnReader {
  readonly #bytes: Uint8Array;
  readonly #tables: Fields;

  /** @param bytes the columns, which begin at a multiple of eight in their buffer */
  constructor(bytes: Uint8Array, tables: unknown) {
    this.#bytes = bytes;
    this.#tables = fieldsOf(tables);
  }

  /** @param most rows a table may have: none has more than the file has bytes */
  table(name: string, most: number): TableReader {
    const { rows, columns } = fieldsOf(this.#tables[name]);
    const part = `tables.${name}`;
    if (!isCount(rows) || rows > most) throw contentFault(`${part}.rows`);
    return new TableReader(this.#bytes, { rows, columns: fieldsOf(columns), part: `${part}.columns` });
  }
}

interface TablePlace {
  readonly rows: number;
  readonly columns: Fields;
  readonly part: string;
}

/** Columns of one table. */
export class TableReader {
  readonly rows: number;
  readonly #bytes: Uint8Array;
  readonly #place: TablePlace;

  constructor(bytes: Uint8Array, place: TablePlace) {
    this.rows = place.rows;
    this.#bytes = bytes;
    this.#place = place;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#place.columns, name);
  }

  /** A fault of one of its columns. */
  fault(name: string): Error {
    return contentFault(`${this.#place.part}.${name}`);
  }

  /** @param least @param most what its numbers are between, integers alone. @throws BoardFileFault */
  integers(name: string, least: number, most: number): Numbers {
    const numbers = this.#read(name, fieldsOf(this.#place.columns[name]), this.rows);
    if (!isWithin(numbers, least, most) && !areWithin(numbers, least, most)) throw this.fault(name);
    return numbers;
  }

  /** Numbers of any kind, NaN too. @throws BoardFileFault */
  numbers(name: string): Numbers {
    return this.#read(name, fieldsOf(this.#place.columns[name]), this.rows);
  }

  /** @throws BoardFileFault */
  values<Value>(name: string, is: IsValue<Value>): Values<Value> {
    const column = fieldsOf(this.#place.columns[name]);
    const values = listOfAll(column['values'], `${this.#place.part}.${name}.values`, is);
    if (column['type'] !== undefined) return new Values(values, this.integers(name, 0, values.length - 1), this.rows);
    if (values.length !== this.rows && values.length !== 1) throw this.fault(name);
    return new Values(values, null, this.rows);
  }

  #read(name: string, { type, at, delta }: Fields, rows: number): Numbers {
    const known = typeof type === 'string' && Object.hasOwn(WIDTHS, type) ? (type as NumberType) : undefined;
    if (known === undefined || !isCount(at) || at % 8 !== 0) throw this.fault(name);
    if (at + rows * WIDTHS[known] > this.#bytes.length) throw this.fault(name);
    const numbers = readNumbers(this.#bytes, { type: known, at, rows });
    if (delta === true) addUp(numbers);
    else if (delta !== undefined) throw this.fault(name);
    return numbers;
  }
}

/** Whether numbers of that type cannot be otherwise than between two, so that none has to be looked at. */
function isWithin(numbers: Numbers, least: number, most: number): boolean {
  if (numbers instanceof Float64Array) return false;
  const values = 2 ** (8 * numbers.BYTES_PER_ELEMENT);
  const isSigned = numbers instanceof Int8Array || numbers instanceof Int16Array || numbers instanceof Int32Array;
  return isSigned ? least <= -values / 2 && values / 2 - 1 <= most : least <= 0 && values - 1 <= most;
}

/** Whether all are integers between two; of what is no double that can be said by its bounds. */
function areWithin(numbers: Numbers, least: number, most: number): boolean {
  let [low, high] = [most, least];
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  if (numbers.length > 0 && (low < least || high > most)) return false;
  return !(numbers instanceof Float64Array) || numbers.every(Number.isInteger);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

/** Whether this machine has the least significant byte first, as the file has. */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

interface NumberPlace {
  readonly type: NumberType;
  readonly at: number;
  readonly rows: number;
}

/** A copy of the numbers: what is made of a file never changes with it. */
export function readNumbers(
  bytes: Uint8Array,
  { type, at, rows }: NumberPlace,
  isLittle = IS_LITTLE,
): InstanceType<(typeof ARRAYS)[NumberType]> {
  const width = WIDTHS[type];
  const copy = bytes.slice(at, at + rows * width);
  if (!isLittle && width > 1)
    for (let row = 0; row < rows; row++) copy.subarray(row * width, (row + 1) * width).reverse();
  return new ARRAYS[type](copy.buffer, 0, rows);
}

/** Steps as the numbers they lead to; the array wraps as the writer's did. */
function addUp(numbers: { [row: number]: number; readonly length: number }): void {
  for (let row = 1; row < numbers.length; row++) {
    numbers[row] = (numbers[row] as number) + (numbers[row - 1] as number);
  }
}

import type { NumberColumn, NumberType, ValueColumn } from './layout.js';
import { align, WIDTHS } from './layout.js';

/** Integers by the narrowest type that holds them, with the least and the greatest of each. */
const RANGES: readonly (readonly [type: NumberType, least: number, most: number])[] = [
  ['u8', 0, 2 ** 8 - 1],
  ['i8', -(2 ** 7), 2 ** 7 - 1],
  ['u16', 0, 2 ** 16 - 1],
  ['i16', -(2 ** 15), 2 ** 15 - 1],
  ['u32', 0, 2 ** 32 - 1],
  ['i32', -(2 ** 31), 2 ** 31 - 1],
];

interface Waiting {
  readonly type: NumberType;
  readonly at: number;
  readonly numbers: readonly number[];
}

/** Takes columns and writes them one after the other, each number in the fewest bytes its column needs. */
export class ColumnWriter {
  readonly #columns: Waiting[] = [];
  #length = 0;

  /** Bytes of all columns. */
  get length(): number {
    return this.#length;
  }

  numbers(numbers: readonly number[]): NumberColumn {
    return this.#add(numbers, findType(numbers));
  }

  /** Numbers that mostly grow by the same from row to row, which packs to almost nothing. */
  steps(numbers: readonly number[]): NumberColumn {
    const type = findType(numbers);
    if (type === 'f64') return this.#add(numbers, type);
    const steps = numbers.map((number, row) => (row === 0 ? number : number - (numbers[row - 1] as number)));
    return { ...this.#add(steps, type), delta: true };
  }

  /**
   * Values that repeat, each written once.
   *
   * @param first values that stand in the dictionary before those of the rows, used or not
   */
  values<Value>(rows: readonly Value[], first: readonly Value[] = []): ValueColumn<Value> {
    const numberOf = new Map<string, number>();
    const values: Value[] = [];
    const number = (value: Value): number => {
      const key = typeof value === 'string' ? value : JSON.stringify(value);
      const known = numberOf.get(key);
      if (known !== undefined) return known;
      numberOf.set(key, values.length);
      return values.push(value) - 1;
    };
    first.forEach(number);
    const numbers = rows.map(number);
    if (values.length === 1) return { values };
    // few repeat, and numbers would cost more than the values they save
    const isPlain = first.length === 0 && values.length * 2 > rows.length;
    return isPlain ? { values: rows } : { values, ...this.numbers(numbers) };
  }

  #add(numbers: readonly number[], type: NumberType): NumberColumn {
    const at = align(this.#length);
    this.#columns.push({ type, at, numbers });
    this.#length = at + numbers.length * WIDTHS[type];
    return { type, at };
  }

  /** Writes all columns, the first one at an offset. */
  writeTo(view: DataView, offset: number): void {
    for (const { type, at, numbers } of this.#columns) {
      const [put, width] = [WRITE[type], WIDTHS[type]];
      for (let row = 0; row < numbers.length; row++) put(view, offset + at + row * width, numbers[row] as number);
    }
  }
}

type Put = (view: DataView, at: number, number: number) => void;

/** Numbers wrap to the range of their type, as steps do. */
const WRITE: Readonly<Record<NumberType, Put>> = {
  u8: (view, at, number) => view.setUint8(at, number),
  u16: (view, at, number) => view.setUint16(at, number, true),
  u32: (view, at, number) => view.setUint32(at, number, true),
  i8: (view, at, number) => view.setInt8(at, number),
  i16: (view, at, number) => view.setInt16(at, number, true),
  i32: (view, at, number) => view.setInt32(at, number, true),
  f64: (view, at, number) => view.setFloat64(at, number, true),
};

function findType(numbers: readonly number[]): NumberType {
  let [least, most] = [0, 0];
  for (const number of numbers) {
    if (!Number.isInteger(number) || Object.is(number, -0)) return 'f64';
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return RANGES.find(([, low, high]) => low <= least && most <= high)?.[0] ?? 'f64';
}

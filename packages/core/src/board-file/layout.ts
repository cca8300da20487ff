// A board file: 24 bytes that say what it is, a header in JSON, and columns of numbers. docs/board-file.md is its description.

/** A byte no text begins with, the name, and a line break that a transfer as text would change. */
export const SIGNATURE = [0x89, 0x47, 0x55, 0x41, 0x54, 0x55, 0x0d, 0x0a] as const;

/** Raised when a reader of an earlier version would read something else than what was written. */
export const VERSION = 1;

/** Bytes before the header. */
export const PREFIX = 24;

/** Where the numbers of the prefix stand, each a u32, the least significant byte first; the checksum is of all behind it. */
export const AT = { version: 8, length: 12, checksum: 16, headerLength: 20 } as const;

/** Header and columns begin at multiples of this, so that numbers can be read in place. */
export const ALIGNMENT = 8;

/** Most bytes of an unpacked file: a u32 counts them. */
export const MOST_BYTES = 2 ** 32 - 1;

/** The next multiple of the alignment. */
export function align(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}

/** Types of numbers, and how many bytes one takes. */
export const WIDTHS = { u8: 1, u16: 2, u32: 4, i8: 1, i16: 2, i32: 4, f64: 8 } as const;

export type NumberType = keyof typeof WIDTHS;

/** Where the numbers of a column lie. */
export interface NumberColumn {
  readonly type: NumberType;
  /** Bytes from the end of the header. */
  readonly at: number;
  /** Each number but the first is the one before it plus what stands there, modulo the type's range. */
  readonly delta?: true;
}

/**
 * A column of a dictionary: row r has `values[numbers[r]]`. Without numbers row r has `values[r]`, or all rows have the one
 * value there is.
 */
export type ValueColumn<Value> = { readonly values: readonly Value[] } & (NumberColumn | { readonly type?: never });

/** Columns of one length. */
export interface Table {
  readonly rows: number;
  readonly columns: Readonly<Record<string, NumberColumn | ValueColumn<unknown>>>;
}

import { formatIn, toBase } from './convert.js';
import type { Decimal } from './decimal.js';
import { parseDecimal } from './decimal.js';
import type { DimensionOf, Unit, UnitName, UnitOf } from './unit.js';
import { findUnit } from './unit.js';

/** A figure with its unit, kept exactly. Only quantities of one dimension can be added or compared. */
export interface Quantity<U extends UnitName = UnitName> {
  readonly unit: U;
  /** The figure in the base unit of its dimension. */
  readonly base: Decimal;
}

/** A unit that converts into `U`. */
export type UnitLike<U extends UnitName> = UnitOf<DimensionOf<U>>;

/**
 * Makes a quantity.
 *
 * @param value - a finite number or a decimal as text; text keeps more digits than a number can.
 * @throws RangeError for a value that is no finite decimal.
 * @example quantity(25, '万亩')
 */
export function quantity<U extends UnitName>(value: number | string, unit: U): Quantity<U> {
  const decimal = parseDecimal(value);
  if (!decimal) throw new RangeError(`quantity: expected a finite decimal, got ${JSON.stringify(String(value))}`);
  return { unit, base: toBase(decimal, unitOf(unit)) };
}

/**
 * Adds two quantities of one dimension; the sum has the unit of the first.
 *
 * @example addQuantities(quantity(1, '万亩'), quantity(500, '亩')) // 1.05万亩
 */
export function addQuantities<U extends UnitName, V extends UnitLike<U>>(
  augend: Quantity<U>,
  addend: Quantity<V>,
): Quantity<U> {
  return { unit: augend.unit, base: sum(augend.base, addend.base) };
}

/** Difference of two quantities of one dimension, in the unit of the first. */
export function subtractQuantities<U extends UnitName, V extends UnitLike<U>>(
  minuend: Quantity<U>,
  subtrahend: Quantity<V>,
): Quantity<U> {
  const { integer, scale } = subtrahend.base;
  return { unit: minuend.unit, base: sum(minuend.base, { integer: -integer, scale }) };
}

/** Sign of the difference of two quantities of one dimension, exactly. */
export function compareQuantities<U extends UnitName, V extends UnitLike<U>>(
  one: Quantity<U>,
  other: Quantity<V>,
): -1 | 0 | 1 {
  const { integer, scale } = other.base;
  const difference = sum(one.base, { integer: -integer, scale }).integer;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The same quantity in another unit of its dimension. */
export function convertQuantity<U extends UnitName, V extends UnitLike<U>>(given: Quantity<U>, unit: V): Quantity<V> {
  return { unit, base: given.base };
}

/**
 * Writes a quantity in its unit, `1.05万亩`.
 *
 * Exact where the decimals end, else rounded half up to 6 decimals (1亩 in m²).
 */
export function formatQuantity(given: Quantity): string {
  return `${formatIn(given.base, unitOf(given.unit))}${given.unit}`;
}

function unitOf(name: UnitName): Unit {
  const unit = findUnit(name);
  if (!unit) throw new RangeError(`quantity: unknown unit "${name}"`);
  return unit;
}

function sum(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  let integer = a.integer * 10n ** BigInt(scale - a.scale) + b.integer * 10n ** BigInt(scale - b.scale);
  let rest = scale;
  while (rest > 0 && integer % 10n === 0n) {
    integer /= 10n;
    rest--;
  }
  return { integer, scale: rest };
}

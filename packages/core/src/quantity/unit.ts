import { CLASSIFIERS, MEASURES, SPELLINGS } from './unit-table.js';

type Measures = typeof MEASURES;
type Classifier = keyof typeof CLASSIFIERS;

/** Every unit by its Chinese name, as a literal type. */
export type UnitName = keyof Measures | Classifier | `万${Classifier}`;

/** Dimension of a unit, at compile time: `'area'` for `'万亩'`, the classifier itself for `'万只'`. */
export type DimensionOf<U extends UnitName> = U extends keyof Measures
  ? Measures[U]['dimension']
  : U extends Classifier
    ? U
    : U extends `万${infer C extends Classifier}`
      ? C
      : never;

/** All units of one dimension. */
export type UnitOf<D> = { [U in UnitName]: DimensionOf<U> extends D ? U : never }[UnitName];

/** A unit: an integer multiple of the base unit of its dimension. */
export interface Unit {
  /** Name as a plan writes it. */
  readonly name: UnitName;
  readonly en: string;
  /** Units convert into each other only within one dimension. */
  readonly dimension: string;
  /** How many base units one holds; an integer ≥ 1. */
  readonly factor: number;
  /** Whether things are counted by it, rather than measured. */
  readonly counts: boolean;
}

const units = listUnits();

function listUnits(): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>();
  for (const [name, { dimension, factor, en }] of Object.entries(MEASURES)) {
    found.set(name, { name: name as UnitName, en, dimension, factor, counts: false });
  }
  for (const [name, en] of Object.entries(CLASSIFIERS)) {
    const thousands = `万${name}`;
    found.set(name, { name: name as UnitName, en, dimension: name, factor: 1, counts: true });
    found.set(thousands, {
      name: thousands as UnitName,
      en: `10,000 ${en}`,
      dimension: name,
      factor: 10_000,
      counts: true,
    });
  }
  for (const [spelling, name] of Object.entries(SPELLINGS)) {
    const unit = found.get(name);
    if (unit) found.set(spelling, unit);
  }
  return found;
}

/**
 * Finds a unit by its exact name or one of its spellings.
 *
 * @returns `undefined` for a unit that is not in the table.
 * @example findUnit('万亩')?.factor // 20000000, in thirds of a square metre
 */
export function findUnit(name: string): Unit | undefined {
  return units.get(name);
}

/** Names of all units, as a plan writes them. */
export function unitNames(): readonly UnitName[] {
  return [...new Set([...units.values()].map(({ name }) => name))];
}

/**
 * Reads a unit as people type it: surrounding blanks and the case of Latin letters do not matter.
 *
 * @returns `undefined` when it is none.
 * @example parseUnit(' KG ')?.name // '公斤'
 */
export function parseUnit(text: string): Unit | undefined {
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return units.get(trimmed) ?? units.get(trimmed.toLowerCase());
}

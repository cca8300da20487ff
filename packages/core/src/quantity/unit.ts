import { CLASSIFIERS, MEASURES, SPELLINGS } from './unit-table.js';

type Measures = typeof MEASURES;
type Classifier = keyof typeof CLASSIFIERS;

/** Every unit by its Chinese name, as a literal type. */
export type UnitName = keyof Measures | Classifier | `万${Classifier}`;

/** Another spelling of a unit. */
type Spelling = keyof typeof SPELLINGS;

/** What a plan may write for a unit: its name, another spelling, or a multiple of it. */
export type WrittenUnit = UnitName | Spelling | `${(typeof MULTIPLES)[number][0]}${UnitName}`;

/** The unit a spelling means, at compile time; a multiple is left to the reader. */
export type SpelledUnit<U extends WrittenUnit> = U extends UnitName
  ? U
  : U extends Spelling
    ? Extract<(typeof SPELLINGS)[U], UnitName>
    : never;

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
  return units.get(name) ?? multiply(name);
}

/** Words before a unit, longest first. */
const MULTIPLES = [
  ['万亿', 1e12, 'trillion'],
  ['千万', 1e7, '10 million'],
  ['百万', 1e6, 'million'],
  ['十万', 1e5, '100,000'],
  ['亿', 1e8, '100 million'],
  ['万', 1e4, '10,000'],
  ['千', 1e3, '1,000'],
] as const;

/** Multiples of a unit of the table that do not stand in it themselves: 千公顷, 亿斤. */
function multiply(name: string): Unit | undefined {
  if (typeof name !== 'string') return undefined;
  const multiple = MULTIPLES.find(([word]) => name.startsWith(word));
  const unit = multiple && units.get(name.slice(multiple[0].length));
  if (!multiple || !unit || unit.dimension === 'share' || MULTIPLES.some(([word]) => unit.name.startsWith(word)))
    return undefined;
  const factor = unit.factor * multiple[1];
  return Number.isSafeInteger(factor)
    ? { ...unit, name: name as UnitName, en: `${multiple[2]} ${unit.en}`, factor }
    : undefined;
}

/** Most names of units that a message lists. */
const LISTED = 8;

/**
 * Names of units somebody may have meant: those of a dimension, else those most like the text.
 *
 * @example suggestUnits('公亩') // ['亩', '公顷', …]
 */
export function suggestUnits(text: string, dimension?: string): readonly string[] {
  const names = unitNames();
  if (dimension !== undefined) return names.filter((name) => units.get(name)?.dimension === dimension).slice(0, LISTED);
  const alike = (name: string): number =>
    [...new Set(name)].filter((letter) => text.includes(letter)).length / (name.length + text.length);
  const near = names.filter((name) => alike(name) > 0).sort((a, b) => alike(b) - alike(a));
  return (near.length > 0 ? near : COMMON).slice(0, LISTED);
}

/** What most plans are written in. */
const COMMON = ['亩', '万亩', '元', '万元', '吨', '人', '户', '个'];

/** A unit of a dimension of the table: the one that holds least. */
export function findBase(dimension: string): string | undefined {
  return [...units.values()]
    .filter((unit) => unit.dimension === dimension)
    .reduce<Unit | undefined>((least, unit) => (least && least.factor <= unit.factor ? least : unit), undefined)?.name;
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
  return units.get(trimmed) ?? units.get(trimmed.toLowerCase()) ?? multiply(trimmed);
}

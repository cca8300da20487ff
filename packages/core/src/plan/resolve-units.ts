import type { Decimal } from '../quantity/decimal.js';
import { formatDecimal, parseDecimal } from '../quantity/decimal.js';
import type { Unit, UnitName } from '../quantity/unit.js';
import { findBase, parseUnit } from '../quantity/unit.js';
import type { OwnUnit, PlanUnit } from './plan.js';

/** Why a unit a plan declares cannot be used. */
export type UnitFault =
  | { readonly why: 'taken' | 'circle' | 'half' | 'share' }
  | { readonly why: 'unknown' | 'refused'; readonly unit: string }
  | { readonly why: 'apart'; readonly unit: string; readonly got: string; readonly expected: string }
  | { readonly why: 'base'; readonly dimension: string; readonly known: string }
  | { readonly why: 'inexact'; readonly dimension: string; readonly got: string };

/** Units of a plan's own by their id, and what is wrong with others by their place in the list. */
export interface ResolvedUnits {
  readonly known: ReadonlyMap<string, Unit>;
  readonly faults: ReadonlyMap<number, UnitFault>;
}

/** A unit as it is written, also where its id is called `name`. */
export function asOwnUnit(unit: PlanUnit): OwnUnit {
  if ('id' in unit) return unit;
  const { name: id, ...rest } = unit;
  return { id, ...rest };
}

/** What one unit of a dimension is in its base: an exact decimal until all of the dimension are known. */
interface Size {
  readonly dimension: string;
  readonly factor: Decimal;
  readonly counts: boolean;
}

/**
 * Resolves the units a plan declares, each through those it is so many of.
 *
 * Factors are integers: the base of a dimension of the plan's own is as fine as its finest unit needs, that of a
 * dimension of the table stays as it is, and a unit that is no whole number of it is refused.
 */
export function resolveUnits(units: readonly PlanUnit[]): ResolvedUnits {
  return units.length === 0 ? NO_UNITS : new UnitResolver(units).resolve();
}

const NO_UNITS: ResolvedUnits = { known: new Map(), faults: new Map() };

const ONE: Decimal = { integer: 1n, scale: 0 };

class UnitResolver {
  readonly #faults = new Map<number, UnitFault>();
  /** Of each id the place in the list that declares it. */
  readonly #places = new Map<string, number>();
  readonly #sizes = new Map<string, Size>();
  /** The unit of each dimension of the plan's own that is so many of nothing. */
  readonly #bases = new Map<string, string>();
  readonly #units: readonly OwnUnit[];

  constructor(units: readonly PlanUnit[]) {
    this.#units = units.map(asOwnUnit);
    for (const [index, { id }] of this.#units.entries()) {
      if (parseUnit(id) || this.#places.has(id)) this.#faults.set(index, { why: 'taken' });
      else this.#places.set(id, index);
    }
  }

  resolve(): ResolvedUnits {
    for (const id of this.#places.keys()) this.#follow(id);
    return { known: this.#inIntegers(), faults: this.#faults };
  }

  /** Sizes a unit and all it is made of; a loop, as a list may be one long chain. */
  #follow(id: string): void {
    const chain: string[] = [];
    const met = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && this.#isOpen(at) && !met.has(at)) {
      met.add(at);
      chain.push(at);
      at = this.#unitOf(at)?.unit;
    }
    if (at !== undefined && met.has(at)) this.#refuseCircle(chain.splice(chain.indexOf(at)));
    for (const one of chain.reverse()) this.#size(one);
  }

  #isOpen(id: string): boolean {
    const place = this.#places.get(id);
    return place !== undefined && !this.#faults.has(place) && !this.#sizes.has(id);
  }

  #unitOf(id: string): OwnUnit | undefined {
    return this.#units[this.#places.get(id) ?? -1];
  }

  #refuse(id: string, fault: UnitFault): void {
    this.#faults.set(this.#places.get(id) ?? -1, fault);
  }

  #refuseCircle(ids: readonly string[]): void {
    for (const id of ids) this.#refuse(id, { why: 'circle' });
  }

  #size(id: string): void {
    const unit = this.#unitOf(id);
    if (!unit) return;
    const size = sizeOf(unit, { of: (name) => this.#known(name), baseOf: (dimension) => this.#baseOf(dimension) });
    if ('why' in size) return this.#refuse(id, size);
    if (unit.unit === undefined) this.#bases.set(size.dimension, id);
    this.#sizes.set(id, size);
  }

  #baseOf(dimension: string): string | undefined {
    return this.#bases.get(dimension) ?? findBase(dimension);
  }

  #known(name: string): Size | 'refused' | undefined {
    const own = this.#sizes.get(name);
    if (own) return own;
    if (this.#places.has(name)) return 'refused';
    const unit = parseUnit(name);
    return unit && { ...unit, factor: { integer: BigInt(unit.factor), scale: 0 } };
  }

  /** Units stand after those they are made of, so that one that is refused takes all that is made of it along. */
  #inIntegers(): ReadonlyMap<string, Unit> {
    const finest = new Map<string, number>();
    for (const { dimension, factor } of this.#sizes.values()) {
      if (this.#bases.has(dimension)) finest.set(dimension, Math.max(finest.get(dimension) ?? 0, factor.scale));
    }
    const known = new Map<string, Unit>();
    for (const [id, { dimension, factor: exact, counts }] of this.#sizes) {
      const unit = this.#unitOf(id)?.unit ?? '';
      if (this.#sizes.has(unit) && !known.has(unit)) {
        this.#refuse(id, { why: 'refused', unit });
        continue;
      }
      const more = (finest.get(dimension) ?? 0) - exact.scale;
      const factor = more < 0 ? Number.NaN : Number(exact.integer * 10n ** BigInt(more));
      if (Number.isSafeInteger(factor)) known.set(id, { name: id as UnitName, en: id, dimension, factor, counts });
      else this.#refuse(id, { why: 'inexact', dimension, got: formatDecimal(exact) });
    }
    return known;
  }
}

interface Knowledge {
  /** What is known of a unit by its name, the plan's own and those of the table. */
  readonly of: (unit: string) => Size | 'refused' | undefined;
  /** The unit a dimension has already. */
  readonly baseOf: (dimension: string) => string | undefined;
}

function sizeOf(unit: OwnUnit, { of, baseOf }: Knowledge): Size | UnitFault {
  if ((unit.of === undefined) !== (unit.unit === undefined)) return { why: 'half' };
  if (unit.of === undefined || unit.unit === undefined) return baseSize(unit, baseOf);
  const base = of(unit.unit);
  if (base === undefined) return { why: 'unknown', unit: unit.unit };
  if (base === 'refused') return { why: 'refused', unit: unit.unit };
  const { dimension } = base;
  if (dimension === 'share') return { why: 'share' };
  if (unit.dimension !== undefined && unit.dimension !== dimension) {
    return { why: 'apart', unit: unit.unit, got: dimension, expected: unit.dimension };
  }
  const factor = times(base.factor, unit.of);
  if (factor.integer > MOST || factor.scale > MOST_DECIMALS) {
    return { why: 'inexact', dimension, got: `${unit.of} ${unit.unit}` };
  }
  return { dimension, factor, counts: unit.counts ?? base.counts };
}

/** A unit that is so many of nothing is a dimension, which nothing else may be the base of. */
function baseSize({ id, dimension, counts = false }: OwnUnit, baseOf: Knowledge['baseOf']): Size | UnitFault {
  const known = dimension === undefined ? undefined : baseOf(dimension);
  if (dimension !== undefined && known !== undefined) return { why: 'base', dimension, known };
  return { dimension: dimension ?? `unit ${id}`, factor: ONE, counts };
}

/** Nothing beyond is a safe integer in the end, and digits must not grow without an end on the way. */
const MOST = 10n ** 40n;
const MOST_DECIMALS = 20;

function times(factor: Decimal, of: number): Decimal {
  const other = parseDecimal(of) ?? ONE;
  let [integer, scale] = [factor.integer * other.integer, factor.scale + other.scale];
  while (scale > 0 && integer % 10n === 0n) {
    integer /= 10n;
    scale--;
  }
  return { integer, scale };
}

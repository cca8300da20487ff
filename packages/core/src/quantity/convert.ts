import type { Decimal } from './decimal.js';
import { formatDecimal } from './decimal.js';
import type { Unit } from './unit.js';

/**
 * Converts a figure into the base unit of its dimension, exactly.
 *
 * @example toBase({ integer: 25n, scale: 1 }, unit) // 2.5万亩 is { integer: 50000000n, scale: 0 }
 */
export function toBase(figure: Decimal, unit: Unit): Decimal {
  let integer = figure.integer * BigInt(unit.factor);
  let { scale } = figure;
  while (scale > 0 && integer % 10n === 0n) {
    integer /= 10n;
    scale--;
  }
  return { integer, scale };
}

/**
 * Converts a figure in base units into a unit, exactly where its decimals end.
 *
 * @returns `undefined` where they never do: 1 m² is 0.0015亩, but 1亩 is 666.66… m².
 */
export function fromBase(figure: Decimal, unit: Unit): Decimal | undefined {
  const odd = oddPart(BigInt(unit.factor));
  if (figure.integer % odd !== 0n) return undefined;
  const rest = BigInt(unit.factor) / odd;
  let [numerator, scale] = [figure.integer / odd, figure.scale];
  while (numerator % rest !== 0n) {
    numerator *= 10n;
    scale++;
  }
  let integer = numerator / rest;
  while (scale > 0 && integer % 10n === 0n) {
    integer /= 10n;
    scale--;
  }
  return { integer, scale };
}

/** The part of a factor that is not made of twos and fives. */
function oddPart(factor: bigint): bigint {
  for (const prime of [2n, 5n]) while (factor % prime === 0n) factor /= prime;
  return factor;
}

/**
 * Writes a figure in base units in another unit: exactly, or rounded half up to 6 decimals where the
 * decimals never end.
 *
 * @example formatIn(toBase({ integer: 3800n, scale: 0 }, mu), wanMu) // '0.38'
 */
export function formatIn(figure: Decimal, unit: Unit): string {
  return formatDecimal(fromBase(figure, unit) ?? roundedIn(figure, unit, 6));
}

function roundedIn(figure: Decimal, unit: Unit, decimals: number): Decimal {
  const divisor = BigInt(unit.factor) * 10n ** BigInt(figure.scale);
  const scaled = figure.integer * 10n ** BigInt(decimals);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return { integer: scaled < 0n ? -rounded : rounded, scale: decimals };
}

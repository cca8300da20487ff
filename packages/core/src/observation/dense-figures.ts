import { MAX_SCALE } from '../quantity/figure.js';

/** Most decimals tried; a double holds no more than 15 to 17 digits. */
const MAX_DECIMALS = 15;

/**
 * Number of decimals a double was written with: the fewest that give it back exactly.
 *
 * @returns −1 when it has more than 15, like 1/3 or 0.1 + 0.2.
 */
export function countDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  for (let decimals = 1; decimals <= MAX_DECIMALS; decimals++) {
    // Dividing two exact integers rounds once, as reading the decimal does.
    if (hasDecimals(value, 10 ** decimals)) return decimals;
  }
  return -1;
}

/** Whether a double is a decimal of at most so many decimals. */
export function hasDecimals(value: number, power: number): boolean {
  const shifted = Math.round(value * power);
  return Number.isSafeInteger(shifted) && shifted / power === value;
}

/**
 * Most decimals any figure of an array was written with, figures left out that need more of the base
 * unit than can be kept.
 */
export function findDecimals(figures: ArrayLike<number>, factor: number): number {
  let [decimals, power] = [0, 1];
  for (let row = 0; row < figures.length; row++) {
    const value = figures[row] as number;
    if (!Number.isFinite(value) || hasDecimals(value, power)) continue;
    const own = countDecimals(value);
    if (own <= decimals || scaleFor(own, factor) < 0) continue;
    [decimals, power] = [own, 10 ** own];
  }
  return decimals;
}

/** Zeros at the end of a factor: so many decimals of the unit are none of the base unit. */
function trailingZeros(factor: number): number {
  let zeros = 0;
  for (let rest = factor; rest % 10 === 0; rest /= 10) zeros++;
  return zeros;
}

/** Decimals of the base unit that figures of so many decimals need; −1 for more than can be kept. */
export function scaleFor(decimals: number, factor: number): number {
  if (decimals < 0) return -1;
  const scale = Math.max(0, decimals - trailingZeros(factor));
  return scale > MAX_SCALE ? -1 : scale;
}

/** What figures of so many decimals are multiplied by, as integers, to be base units × 10^scale. */
export function multiplierFor(decimals: number, factor: number, scale: number): number {
  return scale >= decimals ? factor * 10 ** (scale - decimals) : factor / 10 ** (decimals - scale);
}

/**
 * A non-negative-denominator fraction to compare integers against without rounding.
 * `n` and `d` repeat it as numbers for the fast path.
 */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
  readonly n: number;
  readonly d: number;
}

/** Reduces num/den; den must be positive. */
export function fraction(num: bigint, den: bigint): Fraction {
  const [n, d] = [Number(num), Number(den)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return safeFraction(n, d);
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den) || 1n;
  const [top, bottom] = [num / divisor, den / divisor];
  return { num: top, den: bottom, n: Number(top), d: Number(bottom) };
}

/** The same for integers that are exact as numbers, which is what nearly all are. */
function safeFraction(num: number, den: number): Fraction {
  let [a, b] = [Math.abs(num), den];
  while (b !== 0) [a, b] = [b, a % b];
  const [n, d] = a === 0 ? [num, den] : [num / a, den / a];
  return { num: BigInt(n), den: BigInt(d), n, d };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/**
 * Sign of a/b − f for integers a and b > 0.
 *
 * Products that leave the safe integers are taken again in bigints, so the answer is exact for
 * every |a|, b ≤ 2^53 − 1.
 */
export function compareToFraction(a: number, b: number, f: Fraction): -1 | 0 | 1 {
  const left = a * f.d;
  const right = b * f.n;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sign(left - right);
  const difference = BigInt(a) * f.den - BigInt(b) * f.num;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function sign(difference: number): -1 | 0 | 1 {
  return difference === 0 ? 0 : difference < 0 ? -1 : 1;
}

/** 10^n as a bigint, n ≥ 0. */
export function powerOfTen(n: number): bigint {
  return 10n ** BigInt(n);
}

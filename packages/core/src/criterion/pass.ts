import type { Fraction } from '../quantity/exact.js';

/** How a known figure stands against a criterion, ordered from worst to best. */
export const PASS = { fails: 0, withinTolerance: 1, passes: 2 } as const;
export type Pass = 0 | 1 | 2;

/** Integers that pass: low…high, and tolerated…low − 1 within tolerance. All inclusive. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly tolerated: number;
}

/** Integers from a bound on. */
export function upFrom(low: number, tolerated = low): Interval {
  return { low, high: Number.POSITIVE_INFINITY, tolerated };
}

/** Integers up to a bound. */
export function downFrom(high: number): Interval {
  return { low: Number.NEGATIVE_INFINITY, high, tolerated: Number.NEGATIVE_INFINITY };
}

/** The greatest integer at or below a fraction. */
export function floor({ num, den }: Fraction): number {
  const quotient = num / den;
  return Number(num < 0n && quotient * den !== num ? quotient - 1n : quotient);
}

/** The least integer at or above a fraction. */
export function ceiling(limit: Fraction): number {
  const low = floor(limit);
  return BigInt(low) * limit.den === limit.num ? low : low + 1;
}

/** A test that a figure passes or fails, with nothing between. */
export function passOrFail(required: number, passes: (a: number, b: number) => boolean) {
  return {
    required,
    passes: (a: number, b: number): Pass => (passes(a, b) ? PASS.passes : PASS.fails),
    above: () => false,
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareToFraction, fraction } from './exact.js';

describe('compareToFraction', () => {
  test('33 of 112 stay below 30%, 34 reach it', () => {
    // 100·33 = 3300 < 30·112 = 3360 ≤ 100·34 = 3400
    const share = fraction(30n, 100n);
    expect(compareToFraction(33, 112, share)).toBe(-1);
    expect(compareToFraction(34, 112, share)).toBe(1);
  });

  test('equal is equal: 56 of 112 is 50%', () => {
    expect(compareToFraction(56, 112, fraction(50n, 100n))).toBe(0);
  });

  test('products beyond the safe integers are taken exactly', () => {
    // (2^53 − 1)·3 against 3·(2^53 − 1) − 1: floats cannot tell them apart.
    const most = Number.MAX_SAFE_INTEGER;
    const limit = fraction(BigInt(most) * 3n - 1n, 3n);
    expect(compareToFraction(most, 1, limit)).toBe(1);
  });

  test('agrees with bigint arithmetic for all safe integers', () => {
    const integer = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(integer, positive, integer, positive, (a, b, num, den) => {
        const difference = BigInt(a) * BigInt(den) - BigInt(num) * BigInt(b);
        const expected = difference === 0n ? 0 : difference < 0n ? -1 : 1;
        expect(compareToFraction(a, b, fraction(BigInt(num), BigInt(den)))).toBe(expected);
      }),
    );
  });
});

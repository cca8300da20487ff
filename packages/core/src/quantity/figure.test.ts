import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure } from './figure.js';

describe('readFigure', () => {
  test.each([
    ['25', 20_000_000, 500_000_000, 0],
    ['0.38', 20_000_000, 7_600_000, 0],
    ['4.25', 1, 425, 2],
    ['-3', 1, -3, 0],
    ['0.000001', 1, 1, 6],
    ['0', 2000, 0, 0],
    ['9007199254740991', 1, 9_007_199_254_740_991, 0],
  ])('%s × %d', (text, factor, mantissa, scale) => {
    expect(readFigure(text, { factor })).toEqual({ mantissa, scale });
  });

  test.each([
    ['0.0000001', 1, 'too-precise'],
    ['9007199254740992', 1, 'too-large'],
    ['900719925474', 20_000_000, 'too-large'],
    ['0.30000000000000004', 1, 'too-precise'],
    ['缺', 1, 'not-a-number'],
  ])('%s × %d is refused', (text, factor, fault) => {
    expect(readFigure(text, { factor })).toBe(fault);
  });

  test('never throws; a figure is a safe integer of at most six decimals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), fc.constantFrom(1, 3, 2000, 1e10), (text, factor) => {
        const figure = readFigure(text, { factor });
        if (typeof figure === 'string') return;
        expect(Number.isSafeInteger(figure.mantissa)).toBe(true);
        expect(figure.scale).toBeLessThanOrEqual(6);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal, readDecimal } from './decimal.js';

describe('parseDecimal', () => {
  test.each([
    ['0', 0n, 0],
    ['-0', 0n, 0],
    ['0.1', 1n, 1],
    ['.5', 5n, 1],
    ['3.', 3n, 0],
    ['+7', 7n, 0],
    ['-1.50', -15n, 1],
    ['00012', 12n, 0],
    ['1e3', 1000n, 0],
    ['1.5E-2', 15n, 3],
    ['12e-1', 12n, 1],
    ['120e-1', 12n, 0],
    [' 3800 ', 3800n, 0],
    ['9007199254740993', 9007199254740993n, 0],
  ])('%s keeps its digits', (text, integer, scale) => {
    expect(parseDecimal(text)).toEqual({ integer, scale });
  });

  test.each([
    [0.1, 1n, 1],
    [0.1 + 0.2, 30000000000000004n, 17],
    [1e21, 10n ** 21n, 0],
    [-2.5, -25n, 1],
  ])('the number %d is read as it is written', (value, integer, scale) => {
    expect(parseDecimal(value)).toEqual({ integer, scale });
  });

  test.each([
    ['', 'not-a-number'],
    ['3-5个左右', 'not-a-number'],
    ['25万亩', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['.', 'not-a-number'],
    ['1e', 'not-a-number'],
    ['NaN', 'not-finite'],
    ['-Infinity', 'not-finite'],
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    ['１２', 'full-width'],
    ['3．5', 'full-width'],
    ['1,234', 'thousands'],
    ['1，234，567.5', 'thousands'],
    ['1e400', 'too-long'],
    ['1e-400', 'too-long'],
    ['1e999999', 'too-long'],
    ['1'.repeat(61), 'too-long'],
  ])('%s is refused', (text, fault) => {
    expect(readDecimal(text)).toBe(fault);
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('never throws, and what it takes is a number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'0 1 2 3 9 . , e E + - ０ ． 万'.split(' '), ' ') }),
          fc.double().map(String),
        ),
        (text) => {
          if (parseDecimal(text)) expect(Number.isFinite(Number(text))).toBe(true);
        },
      ),
    );
  });

  test('writing and reading again gives the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(12), (integer, scale) => {
        const decimal = parseDecimal(formatDecimal({ integer, scale }));
        expect(decimal && decimal.integer * 10n ** BigInt(scale - decimal.scale)).toBe(integer);
      }),
    );
  });

  test('a double survives', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-20);
        const decimal = parseDecimal(value);
        expect(Number(formatDecimal(decimal as { integer: bigint; scale: number }))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('formatDecimal', () => {
  test.each([
    [{ integer: -15n, scale: 1 }, '-1.5'],
    [{ integer: 5n, scale: 3 }, '0.005'],
    [{ integer: 0n, scale: 2 }, '0.00'],
    [{ integer: 42n, scale: 0 }, '42'],
  ])('writes %o in full', (decimal, text) => {
    expect(formatDecimal(decimal)).toBe(text);
  });
});

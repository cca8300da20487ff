import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Quantity } from './quantity.js';
import {
  addQuantities,
  compareQuantities,
  convertQuantity,
  formatQuantity,
  quantity,
  subtractQuantities,
} from './quantity.js';

describe('quantity', () => {
  test('adds within one dimension, in the unit of the first', () => {
    const sum = addQuantities(quantity(1, '万亩'), quantity(500, '亩'));
    expectTypeOf(sum).toEqualTypeOf<Quantity<'万亩'>>();
    expect(formatQuantity(sum)).toBe('1.05万亩');
    expect(formatQuantity(addQuantities(quantity(0.1, '元'), quantity('0.2', '元')))).toBe('0.3元');
    expect(formatQuantity(subtractQuantities(quantity(6000, '亩'), quantity('0.38', '万亩')))).toBe('2200亩');
  });

  test('compares exactly across units', () => {
    const threeTenths = addQuantities(quantity(0.1, '万亩'), quantity(0.2, '万亩'));
    expect(compareQuantities(threeTenths, quantity(3000, '亩'))).toBe(0);
    expect(compareQuantities(quantity(15, '亩'), quantity(1, '公顷'))).toBe(0);
    expect(compareQuantities(quantity(999, '平方米'), quantity('1.4985', '亩'))).toBe(0);
    expect(compareQuantities(quantity(1, '亩'), quantity(667, '平方米'))).toBe(-1);
    expect(compareQuantities(quantity(-1, '万元'), quantity(-9999, '元'))).toBe(-1);
  });

  test('converts', () => {
    expect(formatQuantity(convertQuantity(quantity(25, '万亩'), '公顷'))).toBe('16666.666667公顷');
    expect(formatQuantity(convertQuantity(quantity(3, '公顷'), '亩'))).toBe('45亩');
  });

  test('quantities of two dimensions do not compile', () => {
    // @ts-expect-error an area and a sum of money
    addQuantities(quantity(1, '万亩'), quantity(1, '万元'));
    // @ts-expect-error households and people
    compareQuantities(quantity(1, '户'), quantity(1, '人'));
    // @ts-expect-error no such unit
    expect(() => quantity(1, 'pood')).toThrow('quantity: unknown unit "pood"');
  });

  test.each(['1e400', '', 'Infinity', Number.NaN])('%s is no quantity', (value) => {
    expect(() => quantity(value, '亩')).toThrow(/^quantity: expected a finite decimal, got/);
  });
});

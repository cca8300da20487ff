import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { formatIn, fromBase, toBase } from './convert.js';
import type { Decimal } from './decimal.js';
import { parseDecimal } from './decimal.js';
import type { DimensionOf, Unit, UnitOf } from './unit.js';
import { findUnit, parseUnit } from './unit.js';
import { CLASSIFIERS, MEASURES, SPELLINGS } from './unit-table.js';

const unit = (name: string): Unit => findUnit(name) as Unit;
const decimal = (text: string): Decimal => parseDecimal(text) as Decimal;

describe('unit table', () => {
  test.each([
    ['亩', '平方米', '2000/3'],
    ['万亩', '亩', '10000'],
    ['公顷', '亩', '15'],
    ['万平方米', '亩', '15'],
    ['平方公里', '公顷', '100'],
    ['亿元', '万元', '10000'],
    ['万吨', '公斤', '10000000'],
    ['吨', '斤', '2000'],
    ['公里', '里', '2'],
    ['万只', '只', '10000'],
    ['公斤/亩', '斤/亩', '2'],
    ['%', '‰', '10'],
  ])('1%s is %3$s times 1%s', (one, other, ratio) => {
    const [top, bottom = '1'] = ratio.split('/');
    expect(unit(one).dimension).toBe(unit(other).dimension);
    expect(unit(one).factor * Number(bottom)).toBe(unit(other).factor * Number(top));
  });

  test('every unit has an integer factor and a name in English', () => {
    for (const name of [...Object.keys(MEASURES), ...Object.keys(CLASSIFIERS)]) {
      expect(Number.isSafeInteger(unit(name).factor), name).toBe(true);
      expect(unit(name).en, name).not.toBe('');
    }
  });

  test('every spelling leads to a unit', () => {
    for (const spelling of Object.keys(SPELLINGS)) expect(findUnit(spelling), spelling).toBeDefined();
  });

  test('classifiers do not convert into each other', () => {
    expect(unit('户').dimension).not.toBe(unit('人').dimension);
    expect(unit('万头').dimension).toBe(unit('头').dimension);
    expect(unit('头').counts).toBe(true);
    expect(unit('亩').counts).toBe(false);
  });

  test('names of object properties are no units', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '']) expect(findUnit(name)).toBeUndefined();
  });

  test('dimensions are known to the compiler', () => {
    expectTypeOf<DimensionOf<'万亩'>>().toEqualTypeOf<'area'>();
    expectTypeOf<DimensionOf<'万只'>>().toEqualTypeOf<'只'>();
    expectTypeOf<UnitOf<'只'>>().toEqualTypeOf<'只' | '万只'>();
    expectTypeOf<UnitOf<'money'>>().toEqualTypeOf<'元' | '千元' | '万元' | '百万元' | '亿元'>();
  });
});

describe('parseUnit', () => {
  test.each([
    [' 万亩 ', '万亩'],
    ['KG', '公斤'],
    ['Mu', '亩'],
    ['㎡', '平方米'],
    ['％', '%'],
    ['名', '人'],
  ])('%s means %s', (text, name) => {
    expect(parseUnit(text)?.name).toBe(name);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseUnit(text)));
  });
});

describe('conversion', () => {
  test.each([
    ['25', '万亩', { integer: 500_000_000n, scale: 0 }],
    ['0.38', '万亩', { integer: 7_600_000n, scale: 0 }],
    ['4.2', '万元', { integer: 42_000n, scale: 0 }],
    ['0.1', '平方米', { integer: 3n, scale: 1 }],
    ['1.5', '个', { integer: 15n, scale: 1 }],
  ])('%s%s in base units', (text, name, base) => {
    expect(toBase(decimal(text), unit(name))).toEqual(base);
  });

  test('back into a unit exactly, where the decimals end', () => {
    expect(fromBase(toBase(decimal('3800'), unit('亩')), unit('万亩'))).toEqual({ integer: 38n, scale: 2 });
    expect(fromBase(toBase(decimal('1'), unit('平方米')), unit('亩'))).toEqual({ integer: 15n, scale: 4 });
    expect(fromBase(toBase(decimal('1'), unit('亩')), unit('平方米'))).toBeUndefined();
    expect(formatIn(toBase(decimal('1'), unit('亩')), unit('平方米'))).toBe('666.666667');
    expect(formatIn(toBase(decimal('-1'), unit('亩')), unit('平方米'))).toBe('-666.666667');
  });

  test('there and back changes nothing', () => {
    const names = fc.constantFrom(...Object.keys(MEASURES), '个', '万只');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6), names, (integer, scale, name) => {
        const back = fromBase(toBase({ integer, scale }, unit(name)), unit(name));
        expect(back && back.integer * 10n ** BigInt(scale - back.scale)).toBe(integer);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { formatFigure, formatPair, nameUnit } from './format-figure.js';
import { formatApart, formatNumber, wholePercent } from './format-number.js';
import { writeDate } from './format-date.js';
import { zh } from './zh.js';

/** Paths of all texts of a table, with `()` behind those that take arguments. */
const listKeys = (table: object, path = ''): readonly string[] =>
  Object.entries(table).flatMap(([key, value]: readonly [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? listKeys(value, `${path}${key}.`)
      : [`${path}${key}${typeof value === 'function' ? '()' : ''}`],
  );

describe('message tables', () => {
  it('have the same keys', () => {
    expect([...listKeys(en)].sort()).toEqual([...listKeys(zh)].sort());
  });

  it('leave no text empty but the counting word English does without', () => {
    const texts = (table: object): readonly unknown[] => Object.values(table).flatMap((value: unknown) => (typeof value === 'object' && value ? texts(value) : [value]));
    expect(texts(zh).filter((text) => text === '')).toEqual([]);
    expect(texts(en).filter((text) => text === '')).toEqual([en.summary.member]);
  });

  it('write Chinese with full-width punctuation', () => {
    const plain = JSON.stringify(zh, (_, value: unknown) => (typeof value === 'function' ? String(value) : value));
    expect(/[\u4e00-\u9fff][,;:]/.exec(plain)?.[0]).toBeUndefined();
  });
});

describe('formatNumber', () => {
  it('has no float noise, no trailing zeros and no false zero', () => {
    expect(formatNumber(0.1 + 0.2, 'zh')).toBe('0.3');
    expect(formatNumber(25.0, 'zh')).toBe('25');
    expect(formatNumber(3800, 'zh')).toBe('3,800');
    expect(formatNumber(0.004, 'zh')).toBe('0.004');
    expect(formatNumber(0, 'zh')).toBe('0');
    expect(formatNumber(-0, 'en')).toBe('0');
    expect(formatNumber(-1.5, 'en')).toBe('−1.5');
  });

  it('keeps a figure apart from the mark it misses', () => {
    expect(formatApart(69.96, 70, 'zh', 1)).toBe('69.96');
    expect(formatApart(70, 70, 'zh', 1)).toBe('70');
    expect(formatApart(69.6, 70, 'zh', 1)).toBe('69.6');
  });
});

describe('wholePercent', () => {
  it('says 100 only of all of it', () => {
    expect([0, 0.004, 0.29, 0.57, 0.9999, 1].map(wholePercent)).toEqual([0, 0, 29, 57, 99, 100]);
  });
});

describe('formatFigure', () => {
  it('writes units as each language does', () => {
    expect(formatFigure(25, '万亩', 'zh')).toBe('25万亩');
    expect(formatFigure(25, '万亩', 'en')).toBe('250,000 mu');
    expect(formatFigure(1.2, '万亩', 'en')).toBe('12,000 mu');
    expect(formatFigure(1, '村', 'en')).toBe('1 village');
    expect(formatFigure(3, '村', 'en')).toBe('3 villages');
    expect(formatFigure(3, '个', 'en')).toBe('3');
    expect(formatFigure(41, '万吨/年', 'en')).toBe('410,000 t/year');
    expect(formatFigure(58.9286, '%', 'zh')).toBe('58.9%');
    expect(formatFigure(7, '什么', 'en')).toBe('7 什么');
  });

  it('does not round a figure onto the mark it misses, in either language', () => {
    expect(formatFigure(24.999, '万亩', 'zh', 25)).toBe('24.999万亩');
    expect(formatFigure(24.9999, '万亩', 'en', 25)).toBe('249,999 mu');
    expect(formatFigure(84.98, '%', 'zh', 85)).toBe('84.98%');
  });

  it('says a shared unit once', () => {
    expect(formatPair(35, 44, '万吨', 'zh')).toEqual(['35', '44万吨']);
    expect(formatPair(35, 44, '万吨', 'en')).toEqual(['350,000', '440,000 t']);
  });

  it('names units for headings', () => {
    expect(nameUnit('万亩', 'zh')).toBe('万亩');
    expect(nameUnit('万亩', 'en')).toBe('10,000 mu');
    expect(nameUnit('%', 'en')).toBe('%');
  });
});

describe('writeDate', () => {
  it('writes a date in words, and leaves what is none', () => {
    expect(writeDate('2021-06-05', 'zh')).toBe('2021年6月5日');
    expect(writeDate('2021-06-05', 'en')).toBe('5 June 2021');
    expect(writeDate('soon', 'en')).toBe('soon');
  });
});

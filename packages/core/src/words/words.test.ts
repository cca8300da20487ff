import { describe, expect, it } from 'vitest';
import { formatDifference, formatFigure, formatPair, nameUnit } from './format-figure.js';
import { formatApart, formatNumber, formatPercent } from './format-number.js';

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

describe('formatPercent', () => {
  it('rounds to the nearest, says 100 only of all of it, and 0 only of nothing', () => {
    expect([0, 0.0004, 0.29, 2 / 3, 0.9996, 1].map((ratio) => formatPercent(ratio, 'zh'))).toEqual([
      '0',
      '0.04',
      '29',
      '66.7',
      '99.96',
      '100',
    ]);
    expect([2 / 3, 0.57, 0.996, 0.9996].map((ratio) => formatPercent(ratio, 'en', { decimals: 0 }))).toEqual([
      '67',
      '57',
      '99.6',
      '99.96',
    ]);
  });

  it('does not round onto the bound of a class it is below', () => {
    expect(formatPercent(0.797, 'zh', { decimals: 0, marks: [0.6, 0.8] })).toBe('79.7');
    expect(formatPercent(0.8, 'zh', { decimals: 0, marks: [0.6, 0.8] })).toBe('80');
  });
});

describe('formatDifference', () => {
  it('is what a reader subtracts', () => {
    // 55 − 48.2 = 6.8 points; 48.25 is written 48.3, so 6.7 and not 6.75 rounded
    expect(formatDifference(55, 48.2, '%', 'zh')).toBe('6.8个百分点');
    expect(formatDifference(55, 48.25, '%', 'en')).toBe('6.7 points');
    expect(formatDifference(70, 69, '%', 'en')).toBe('1 point');
    // 69.96 keeps its decimals beside 70
    expect(formatDifference(70, 69.96, '%', 'zh')).toBe('0.04个百分点');
    expect(formatDifference(25, 22.9, '万亩', 'zh')).toBe('2.1万亩');
    expect(formatDifference(25, 22.9, '万亩', 'en')).toBe('21,000 mu');
    expect(formatDifference(5, 4, '项', 'en')).toBe('1 item');
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

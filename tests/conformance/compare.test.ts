import { describe, expect, test } from 'vitest';
import { findDifferences } from './compare.js';

describe('comparison of a result with what is expected of it', () => {
  const result = {
    verdict: 'attained',
    figure: 25,
    gap: null,
    bounds: [50, 75],
    completeness: { reported: 4, total: 5 },
    periods: [
      { period: '2020', verdict: 'attained' },
      { period: '2021', verdict: 'notAttained' },
    ],
    remarks: [{ code: 'recovered-dip' }],
  };

  test.each([
    [{ verdict: 'attained', figure: 25 }],
    [{ figure: '50/2', gap: null }],
    [{ figure: 25.000_000_001 }],
    [{ bounds: [50, '150/2'] }],
    [{ completeness: { reported: 4 } }],
    [{ periods: [{ period: '2021', verdict: 'notAttained' }] }],
    [{ remarks: ['recovered-dip'] }],
    [{ remarks: [] }],
  ])('%j agrees', (expected) => {
    expect(findDifferences(expected, result, '')).toEqual([]);
  });

  test.each([
    [{ verdict: 'notAttained' }, 'verdict: expected notAttained, got attained'],
    [{ figure: 25.000_001 }, 'figure: expected 25.000001, got 25'],
    [{ figure: '51/2' }, 'figure: expected 51/2, got 25'],
    [{ figure: null }, 'figure: expected null, got 25'],
    [{ gap: 0 }, 'gap: expected 0, got null'],
    [{ gap: '0/5' }, 'gap: expected 0/5, got null'],
    [{ light: 'green' }, 'light: expected green, got nothing'],
    [{ bounds: [50] }, 'bounds: expected [50], got [50,75]'],
    [{ bounds: null }, 'bounds: expected null, got [50,75]'],
    [{ completeness: { total: 4 } }, 'completeness.total: expected 4, got 5'],
    [
      { periods: [{ period: '2021', verdict: 'attained' }] },
      'periods(2021).verdict: expected attained, got notAttained',
    ],
    [{ periods: [{ period: '2022' }] }, 'periods: expected a window 2022, got 2020, 2021'],
    [{ remarks: ['late'] }, 'remarks: expected late among them, got recovered-dip'],
  ])('%j differs', (expected, line) => {
    expect(findDifferences(expected, result, '')).toEqual([line]);
  });
});

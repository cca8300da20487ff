import { describe, expect, it } from 'vitest';
import { ATTAINMENT_BREAKS, classify, cutEqually, PERCENT_BREAKS } from './classify.js';

describe('classify', () => {
  it('puts a value on a break into the class above, and 100% into its own', () => {
    const cases: readonly (readonly [number, number])[] = [
      [0, 0],
      [0.1999, 0],
      [0.2, 1],
      [0.4, 2],
      [0.6, 3],
      [0.8, 4],
      [0.9999, 4],
      [1, 5],
      [1.3, 5],
    ];
    for (const [value, expected] of cases) expect(classify(value, ATTAINMENT_BREAKS), String(value)).toBe(expected);
  });

  it('does not lose a class to a binary fraction', () => {
    expect(4.2 / 7).toBeLessThanOrEqual(0.6000000001);
    for (const [part, whole, expected] of [
      [4.2, 7, 3],
      [0.6, 3, 1],
      [5.6, 7, 4],
      [2.8, 7, 2],
    ] as const) {
      expect(classify(part / whole, ATTAINMENT_BREAKS), `${part} / ${whole}`).toBe(expected);
    }
  });

  it('has no class for what is no number, and the first for what is below', () => {
    expect(classify(Number.NaN, ATTAINMENT_BREAKS)).toBe(-1);
    expect(classify(-0.3, ATTAINMENT_BREAKS)).toBe(0);
    expect(classify(Number.POSITIVE_INFINITY, PERCENT_BREAKS)).toBe(4);
  });
});

describe('cutEqually', () => {
  it('cuts from zero in round widths', () => {
    expect(cutEqually([0.4, 3.1, 9.8], 5)).toEqual([0, 2, 4, 6, 8]);
    expect(cutEqually([0.93, 4.92], 5)).toEqual([0, 1, 2, 3, 4]);
    expect(cutEqually([120, 4300], 5)).toEqual([0, 1000, 2000, 3000, 4000]);
  });

  it('has no float noise in its breaks', () => {
    expect(cutEqually([0.9], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('goes below zero where the figures do', () => {
    expect(cutEqually([-3, 5], 5)).toEqual([-4, -2, 0, 2, 4]);
  });

  it('answers one class for no figures, and for nothing but zeros', () => {
    expect(cutEqually([], 5)).toEqual([0]);
    expect(cutEqually([Number.NaN], 5)).toEqual([0]);
    expect(cutEqually([0, 0], 5)).toEqual([0]);
  });
});

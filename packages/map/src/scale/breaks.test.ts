import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutByCount, cutFigures, cutNaturally, cutRatios, roundBetween } from './breaks.js';
import type { BreakMethod } from './break-methods.js';
import { classify } from './classify.js';

const METHODS: readonly BreakMethod[] = ['auto', 'equal', 'quantile', 'natural', [1, 5, 10]];
const NAMED = METHODS.map((method) => [String(method), method] as const);

describe('figures', () => {
  it('are cut at the plan’s own thresholds where it has any', () => {
    const { bounds, source } = cutFigures('auto', [0.4, 3, 7, 22], { thresholds: [1, 5, 10] });
    expect({ bounds, source }).toEqual({ bounds: [0, 1, 5, 10], source: 'plan' });
    expect([0, 0.99, 1, 4.99, 5, 9.99, 10, 22].map((value) => classify(value, bounds))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it('have a class of their own below the first bound, and below zero', () => {
    expect(cutFigures([1, 5, 10], [3, 12]).bounds).toEqual([0, 1, 5, 10]);
    expect(cutFigures([1, 5, 10], [-2.3, 12]).bounds).toEqual([-3, 1, 5, 10]);
    expect(cutFigures([0, 5], [3, 12]).bounds).toEqual([0, 5]);
  });

  it('are cut in fifths where they are percentages, else equally', () => {
    expect(cutFigures('auto', [33], { percent: true })).toEqual({ bounds: [0, 20, 40, 60, 80], source: 'fifths' });
    expect(cutFigures('auto', [0.4, 9.8])).toEqual({ bounds: [0, 2, 4, 6, 8], source: 'equal' });
  });
});

describe('attainment', () => {
  it.each(NAMED)('has what is attained in a class of its own: %s', (_name, method) => {
    const { bounds } = cutRatios(method, [0.31, 0.42, 0.58, 0.77, 0.99, 1, 1]);
    expect(bounds.at(-1)).toBe(1);
    expect(classify(0.99, bounds)).toBe(bounds.length - 2);
    expect(classify(1, bounds)).toBe(bounds.length - 1);
  });

  it('takes a list in percent', () => {
    expect(cutRatios([50, 80], [0.3])).toEqual({ bounds: [0, 0.5, 0.8, 1], source: 'manual' });
    expect(cutRatios([0, 50, 100, 300], [0.3]).bounds).toEqual([0, 0.5, 1]);
  });
});

describe('quantiles', () => {
  it('hold about equally many, and equal values stay together', () => {
    expect(cutByCount([1, 2, 3, 4, 5, 6], 3)).toEqual([0, 3, 5]);
    // ranks 0, 2 and 4 of 1 1 1 1 5 6: the first two classes begin at 1 and are one
    expect(cutByCount([5, 1, 1, 6, 1, 1], 3)).toEqual([0, 5]);
  });
});

describe('natural breaks', () => {
  it('part the clusters', () => {
    expect(cutNaturally([1, 1.2, 5, 5.1, 9.8], 3)).toEqual([0, 5, 9]);
  });

  it('have the least squared deviation of all ways to part the values', () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 9 });
    const spread = (group: readonly number[]): number => {
      const mean = group.reduce((a, b) => a + b, 0) / group.length;
      return group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    fc.assert(
      fc.property(values, (given) => {
        const sorted = [...given].sort((a, b) => a - b);
        let best = Number.POSITIVE_INFINITY;
        for (let i = 1; i < sorted.length - 1; i++) {
          for (let j = i + 1; j < sorted.length; j++) {
            best = Math.min(best, spread(sorted.slice(0, i)) + spread(sorted.slice(i, j)) + spread(sorted.slice(j)));
          }
        }
        const bounds = cutNaturally(given, 3);
        const groups = bounds.map((_, index) => sorted.filter((value) => classify(value, bounds) === index));
        expect(groups.reduce((sum, group) => sum + spread(group), 0)).toBeCloseTo(best, 6);
      }),
    );
  });
});

describe('any method', () => {
  const anyValue = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: 0, max: 20 }),
    fc.constant(Number.NaN),
  );

  it.each(NAMED)('gives ascending bounds that every value falls into once: %s', (_name, method) => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 40 }), (values) => {
        const { bounds } = cutFigures(method, values);
        expect(bounds.length).toBeGreaterThan(0);
        expect(bounds.length).toBeLessThanOrEqual(6);
        for (const [index, bound] of bounds.entries()) {
          expect(Number.isFinite(bound)).toBe(true);
          if (index > 0) expect(bound).toBeGreaterThan(bounds[index - 1] as number);
          // a value on a break is in the class that begins there
          expect(classify(bound, bounds)).toBe(index);
        }
      }),
      // fractions shrink without end: what was found is told as it is
      { endOnFailure: true },
    );
  });

  it.each(NAMED)(
    'answers for nothing, one value, one value many times, and fewer values than classes: %s',
    (_name, method) => {
      for (const values of [[], [Number.NaN], [7], [7, 7, 7], [3, 9]]) {
        const { bounds } = cutFigures(method, values);
        const used = new Set(values.filter((value) => !Number.isNaN(value)).map((value) => classify(value, bounds)));
        const distinct = new Set(values.filter((value) => !Number.isNaN(value))).size;
        expect(used.size, `${String(method)} of ${values.join()}`).toBeLessThanOrEqual(distinct);
        expect(
          cutRatios(
            method,
            values.map((value) => value / 10),
          ).bounds.at(-1),
        ).toBe(1);
      }
    },
  );

  it('parts no values that are one to whoever classifies them', () => {
    // half a millionth of a million is a billionth of a thousandth: rounding, not a difference
    for (const cut of [cutByCount, cutNaturally]) {
      for (const values of [
        [-1e6, -1e6 + 5e-7, 10],
        [1e6, 1e6 + 5e-7],
        [3, 1e6 - 5e-7, 1e6],
      ]) {
        const bounds = cut(values, 5);
        expect(
          bounds.map((bound) => classify(bound, bounds)),
          values.join(),
        ).toEqual([...bounds.keys()]);
      }
    }
  });

  it('makes no empty class by quantiles or natural breaks', () => {
    for (const cut of [cutByCount, cutNaturally]) {
      expect(cut([], 5)).toEqual([0]);
      expect(cut([7, 7, 7], 5)).toEqual([7]);
      expect(cut([3, 9], 5)).toHaveLength(2);
    }
  });
});

describe('roundBetween', () => {
  it('finds the number a reader can keep in mind', () => {
    expect(roundBetween(4.37, 5.12)).toBe(5);
    expect(roundBetween(0.4231, 0.4615)).toBe(0.46);
    expect(roundBetween(99, 100)).toBe(100);
    expect(roundBetween(-5.2, -1.1)).toBe(-2);
    expect(roundBetween(0.1 + 0.2, 0.31)).toBe(0.31);
  });
});

// A figure is written with the fewest decimals at which it looks like no mark it differs from, wherever the marks lie.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatApart, formatNumber, formatPercent } from '../../packages/core/src/words/format-number.js';

/** The rule as it is said, every mark looked at. */
function writeApart(value: number, marks: readonly number[], decimals: number): string {
  const others = marks.filter((mark) => mark !== value);
  const looksLikeOne = (tried: number): boolean =>
    others.some((mark) => formatNumber(mark, 'zh', tried) === formatNumber(value, 'zh', tried));
  let tried = decimals;
  while (tried < 6 && looksLikeOne(tried)) tried += 1;
  return formatNumber(value, 'zh', tried);
}

const figure = fc.oneof(
  fc.double({ min: -200, max: 200, noNaN: true }),
  fc.integer({ min: -200_000, max: 200_000 }).map((thousandths) => thousandths / 1000),
);
/** Around a figure by a little: at, below and above the halves where rounding turns. */
const beside = (value: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.constantFrom(1, -1), fc.constantFrom(0, 0.5, 0.99, 1, 1.01, 2), fc.integer({ min: 0, max: 7 }))
    .map(([sign, step, digits]) => value + sign * step * 10 ** -digits);
const withMarks = figure.chain((value) =>
  fc.record({
    value: fc.constant(value),
    marks: fc.array(fc.oneof(figure, beside(value)), { minLength: 1, maxLength: 5 }),
    decimals: fc.integer({ min: 0, max: 5 }),
  }),
);

test('of any marks', () => {
  fc.assert(
    fc.property(withMarks, ({ value, marks, decimals }) => {
      expect(formatApart(value, marks, 'zh', decimals)).toBe(writeApart(value, marks, decimals));
    }),
    { numRuns: 2000 },
  );
});

test('of ratios, beside all of it', () => {
  const percent = (ratio: number): number => Number((ratio * 100).toPrecision(12));
  fc.assert(
    fc.property(withMarks, ({ value, marks, decimals }) => {
      const [ratio, ...bounds] = [value, ...marks].map((one) => one / 100) as [number, ...number[]];
      expect(formatPercent(ratio, 'zh', { decimals, marks: bounds })).toBe(
        writeApart(percent(ratio), [100, ...bounds.map(percent)], decimals),
      );
    }),
    { numRuns: 2000 },
  );
});

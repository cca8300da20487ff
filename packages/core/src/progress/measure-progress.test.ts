import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { measureProgress } from './measure-progress.js';
import { describeProgress, PROGRESS_METHODS } from './progress-method.js';
import type { ProgressInput } from './progress-method.js';
import { yearsBetween } from './years-between.js';

const day = (text: string): Day => parseDate(text) ?? Number.NaN;

/** From 100 at the end of 2019 to 121 at the end of 2021; one of the two years has passed. */
const rising = {
  baseline: 100,
  baselineDate: day('2019-12-31'),
  required: 121,
  due: day('2021-12-31'),
  figureDate: day('2020-12-31'),
  upward: true,
};

/** From 100 down to 81 in the same two years. */
const falling = { ...rising, required: 81, upward: false };

describe('yearsBetween', () => {
  test.each([
    // 2020 is a leap year: 366 + 365 days are two whole years all the same.
    ['2019-12-31', '2021-12-31', 2],
    ['2020-02-29', '2021-02-28', 1],
    // Half of 2021: from 31 December to 30 June are 181 of 365 days.
    ['2020-12-31', '2021-06-30', 181 / 365],
    ['2021-06-30', '2021-06-30', 0],
    ['2021-12-31', '2020-12-31', -1],
  ])('from %s to %s', (from, to, years) => {
    expect(yearsBetween(day(from), day(to))).toBeCloseTo(years, 12);
  });
});

describe('compoundGrowth', () => {
  // Required: (121 ÷ 100)^(1÷2) − 1 = 1.1 − 1 = 10% a year. Observed over one year: figure ÷ 100 − 1.
  test.each([
    [121, 'achieved', 2.1], //   21% ÷ 10%
    [109.5, 'onTrack', 0.95], //  9.5 ÷ 10, the threshold itself
    [109.49, 'accelerate', 0.949],
    [106, 'accelerate', 0.6],
    [105.9, 'limited', 0.59],
    [100, 'limited', 0],
    [99.9, 'deterioration', -0.01],
  ] as const)('100 → %d of 121 after one of two years: %s', (figure, expected, value) => {
    const answer = measureProgress('compoundGrowth', { ...rising, figure });
    expect(answer.class).toBe(expected);
    expect(answer.value).toBeCloseTo(value, 9);
  });

  // Required: (81 ÷ 100)^(1÷2) − 1 = −10% a year; d = −1. 90.5 is −9.5%: −1 × −9.5 ÷ 10 = 0.95.
  test.each([
    [81, 'achieved', 1.9],
    [90.5, 'onTrack', 0.95],
    [94, 'accelerate', 0.6],
    [100, 'limited', 0],
    [101, 'deterioration', -0.1],
  ] as const)('less is better, 100 → %d of 81: %s', (figure, expected, value) => {
    const answer = measureProgress('compoundGrowth', { ...falling, figure });
    expect(answer.class).toBe(expected);
    expect(answer.value).toBeCloseTo(value, 9);
  });

  test('a requirement of zero becomes 0.001', () => {
    // Required: (0.001 ÷ 10)^(1÷2) − 1 = 0.01 − 1 = −99% a year. Observed: 5 ÷ 10 − 1 = −50%. R = 0.5 ÷ 0.99.
    const answer = measureProgress('compoundGrowth', { ...falling, baseline: 10, required: 0, figure: 5 });
    expect(answer.value).toBeCloseTo(0.5 / 0.99, 9);
    expect(answer.class).toBe('limited');
  });

  test('a baseline of zero becomes 0.001', () => {
    // Required: (1000 ÷ 0.001)^(1÷2) − 1 = 999. Observed: 500 ÷ 0.001 − 1 = 499,999. R = 499999 ÷ 999.
    const answer = measureProgress('compoundGrowth', { ...rising, baseline: 0, required: 1000, figure: 500 });
    expect(answer.value).toBeCloseTo(499_999 / 999, 6);
    expect(answer.class).toBe('onTrack');
  });

  test('all figures negative: the direction turns round', () => {
    // −100 towards −81, more is better: magnitude falls 10% a year as required; −90.5 is R = 0.95.
    const answer = measureProgress('compoundGrowth', { ...rising, baseline: -100, required: -81, figure: -90.5 });
    expect(answer.value).toBeCloseTo(0.95, 9);
  });

  test('a fall below a requirement the baseline had met is deterioration', () => {
    // Base 60, required 50, now 45: observed 45÷60 − 1 = −25%, required (50÷60)^½ − 1 = −8.71%, d = +1, R < 0.
    const answer = measureProgress('compoundGrowth', { ...rising, baseline: 60, required: 50, figure: 45 });
    expect(answer.class).toBe('deterioration');
    expect(answer.value).toBeCloseTo(-0.25 / (1 - Math.sqrt(50 / 60)), 9);
  });

  test.each([
    ['two signs', { baseline: -5 }],
    ['a missing figure', { figure: Number.NaN }],
    ['one year of data only', { figure: 105, figureDate: rising.baselineDate }],
    ['due on the day it began', { figure: 105, due: rising.baselineDate }],
  ])('cannot assess %s', (_why, change) => {
    const answer = measureProgress('compoundGrowth', Object.assign({}, rising, { figure: 105 }, change));
    expect(answer).toEqual({ method: 'compoundGrowth', class: 'notAssessable', value: null });
  });

  test('a requirement equal to its baseline divides by nothing', () => {
    const level = { ...rising, required: 100 };
    expect(measureProgress('compoundGrowth', { ...level, figure: 100 })).toMatchObject({
      class: 'achieved',
      value: null,
    });
    expect(measureProgress('compoundGrowth', { ...level, figure: 99 })).toMatchObject({
      class: 'deterioration',
      value: null,
    });
  });
});

describe('extrapolation', () => {
  // One year at figure ÷ 100, one more at the same pace: v = figure² ÷ 100; value = (v − 100) ÷ 21.
  test.each([
    [121, 'achieved', (146.41 - 100) / 21],
    [110, 'onTrack', 1], //           121.00 − 100 = 21
    [109.5, 'accelerate', 19.9025 / 21], // 119.9025: 0.9477… is below 0.95
    [105, 'accelerate', 10.25 / 21], // 110.25
    [101, 'stagnation', 2.01 / 21], //  102.01: 0.0957
    [95, 'stagnation', -9.75 / 21], //   90.25
  ] as const)('100 → %d of 121 after one of two years', (figure, expected, value) => {
    const answer = measureProgress('extrapolation', { ...rising, figure });
    expect(answer.value).toBeCloseTo(value, 9);
    expect(answer.class).toBe(expected);
  });

  test('the thresholds include their number', () => {
    // After one of two years, v = f²÷100. 0.95 × 21 = 19.95, so f = √11995; 0.10 × 21 = 2.1, so f = √10210.
    expect(measureProgress('extrapolation', { ...rising, figure: Math.sqrt(11_995) }).class).toBe('onTrack');
    expect(measureProgress('extrapolation', { ...rising, figure: Math.sqrt(10_210) }).class).toBe('accelerate');
    expect(measureProgress('extrapolation', { ...rising, figure: Math.sqrt(10_209) }).class).toBe('stagnation');
  });

  test('less is better', () => {
    // 100 → 90 in one of two years: 81 at the end, (81 − 100) ÷ (81 − 100) = 1.
    expect(measureProgress('extrapolation', { ...falling, figure: 90 })).toEqual({
      method: 'extrapolation',
      class: 'onTrack',
      value: expect.closeTo(1, 9) as number,
    });
    // 99: 98.01 at the end, −1.99 ÷ −19 = 0.1047.
    expect(measureProgress('extrapolation', { ...falling, figure: 99 }).class).toBe('accelerate');
  });

  test('a fall from a baseline that had passed is stagnation, not a ratio of two negatives', () => {
    expect(measureProgress('extrapolation', { ...rising, baseline: 60, required: 50, figure: 45 })).toEqual({
      method: 'extrapolation',
      class: 'stagnation',
      value: null,
    });
  });

  test('growth from zero cannot be assessed', () => {
    expect(measureProgress('extrapolation', { ...rising, baseline: 0, figure: 5 }).class).toBe('notAssessable');
  });

  test('an overflowing extrapolation is on track and shows no number', () => {
    // A millionfold in one day goes on for two years: more than any double holds.
    const soon = { ...rising, baseline: 1, figure: 1e6, figureDate: rising.baselineDate + 1, required: 1e7 };
    expect(measureProgress('extrapolation', soon)).toMatchObject({ class: 'onTrack', value: null });
  });
});

describe('straightLine', () => {
  // 2019-12-31 to 2021-12-31 are 731 days, 366 of them passed: the line stands at 100 + 21 × 366/731 = 110.514….
  test.each([
    [121, 'achieved', 21 / ((21 * 366) / 731)],
    [111, 'onTrack', 11 / ((21 * 366) / 731)],
    [110, 'behind', 10 / ((21 * 366) / 731)],
    [100, 'behind', 0],
    [99, 'deterioration', -1 / ((21 * 366) / 731)],
  ] as const)('100 → %d of 121 halfway: %s', (figure, expected, value) => {
    const answer = measureProgress('straightLine', { ...rising, figure });
    expect(answer.class).toBe(expected);
    expect(answer.value).toBeCloseTo(value, 9);
  });

  test('less is better', () => {
    // The line stands at 100 − 19 × 366/731 = 90.487…; 90 is below it.
    expect(measureProgress('straightLine', { ...falling, figure: 90 }).class).toBe('onTrack');
    expect(measureProgress('straightLine', { ...falling, figure: 91 }).class).toBe('behind');
  });

  test('a level line has no ratio', () => {
    expect(measureProgress('straightLine', { ...rising, required: 100, figure: 99 })).toMatchObject({
      class: 'deterioration',
      value: null,
    });
  });
});

describe('stepped', () => {
  const stairs = {
    baseline: 20,
    baselineDate: day('2019-12-31'),
    required: 55,
    due: day('2022-12-31'),
    upward: true,
    steps: [
      { date: day('2021-12-31'), value: 50 },
      { date: day('2020-12-31'), value: 30 },
    ],
  };

  test.each([
    // Nothing was due before 2020-12-31.
    ['2020-06-30', 20, 'onTrack', null],
    ['2020-06-30', 19, 'deterioration', null],
    // From 2020-12-31 on 30 is expected: (25 − 20) ÷ (30 − 20) = 0.5.
    ['2020-12-31', 25, 'behind', 0.5],
    ['2021-12-30', 30, 'onTrack', 1],
    // From 2021-12-31 on 50: (30 − 20) ÷ (50 − 20).
    ['2021-12-31', 30, 'behind', 1 / 3],
    ['2021-12-31', 55, 'achieved', 35 / 30],
  ] as const)('on %s a figure of %d is %s', (date, figure, expected, value) => {
    const answer = measureProgress('stepped', { ...stairs, figure, figureDate: day(date) });
    expect(answer.class).toBe(expected);
    if (value === null) expect(answer.value).toBeNull();
    else expect(answer.value).toBeCloseTo(value, 9);
  });
});

describe('every method', () => {
  const input: fc.Arbitrary<ProgressInput> = fc.record({
    figure: fc.double(),
    figureDate: fc.integer({ min: 18_000, max: 20_000 }),
    baseline: fc.double(),
    baselineDate: fc.integer({ min: 18_000, max: 20_000 }),
    required: fc.double(),
    due: fc.integer({ min: 18_000, max: 20_000 }),
    upward: fc.boolean(),
    steps: fc.array(fc.record({ date: fc.integer({ min: 18_000, max: 20_000 }), value: fc.double() })),
  });

  test('answers a finite value or none, whatever it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROGRESS_METHODS), input, (method, given) => {
        const { value } = measureProgress(method, given);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('never falls when a figure gets better', () => {
    const order = ['deterioration', 'stagnation', 'behind', 'limited', 'accelerate', 'onTrack', 'achieved'];
    const figure = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...PROGRESS_METHODS), figure, figure, (method, one, other) => {
        const [less, more] = [one, other].sort((a, b) => a - b) as [number, number];
        const rankOf = (value: number) => order.indexOf(measureProgress(method, { ...rising, figure: value }).class);
        expect(rankOf(more)).toBeGreaterThanOrEqual(rankOf(less));
      }),
    );
  });
});

test('describeProgress names method, class and ratio in both languages', () => {
  expect(describeProgress({ method: 'compoundGrowth', class: 'accelerate', value: 0.6 })).toEqual({
    zh: '复合增长率法：有进展，需加快（0.6）',
    en: 'compound growth: progress made, acceleration needed (0.6)',
  });
  expect(describeProgress({ method: 'stepped', class: 'notAssessable', value: null }).en).toBe(
    'stepped: cannot be assessed',
  );
  // what falls short of a threshold does not read as one
  expect(describeProgress({ method: 'straightLine', class: 'behind', value: 0.9961 }).en).toBe(
    'straight line: behind (0.996)',
  );
  expect(describeProgress({ method: 'extrapolation', class: 'accelerate', value: 0.9496 }).en).toContain('(0.9496)');
  expect(describeProgress({ method: 'compoundGrowth', class: 'deterioration', value: -0.004 }).zh).toContain(
    '（−0.004）',
  );
});

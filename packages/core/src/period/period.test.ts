import { describe, expect, test } from 'vitest';
import { formatDate, parseDate, parsePeriod } from './period.js';

describe('parseDate', () => {
  test.each(['2021-02-30', '2021-13-01', '2021-2-3', '2021', '', '0021-01-01', '2021-02-29'])('refuses %s', (text) =>
    expect(parseDate(text)).toBeUndefined(),
  );

  test('counts days since 1970-01-01', () => {
    expect(parseDate('1970-01-02')).toBe(1);
    // 2020-02-29 exists: 50 years with 12 leap days before 2020, then 31 + 28 days.
    expect(parseDate('2020-02-29')).toBe(50 * 365 + 12 + 31 + 28);
  });

  test('formats what it read', () => {
    expect(formatDate(parseDate('2022-12-31') ?? 0)).toBe('2022-12-31');
  });
});

describe('parsePeriod', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2021-H1', '2021-01-01', '2021-06-30'],
    ['2021-H2', '2021-07-01', '2021-12-31'],
    ['2021-Q1', '2021-01-01', '2021-03-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-06-30', '2021-06-30', '2021-06-30'],
  ])('%s runs from %s to %s', (text, start, end) => {
    const period = parsePeriod(text);
    expect(formatDate(period?.start ?? 0)).toBe(start);
    expect(formatDate(period?.end ?? 0)).toBe(end);
  });

  test.each(['2021-H3', '2021-Q5', '2021-00', '2021-02-30', '21', '2021-h1', '2021 '])('refuses %s', (text) =>
    expect(parsePeriod(text)).toBeUndefined(),
  );
});

import { describe, expect, test } from 'vitest';
import type { OwnYears } from './own-year.js';
import { partsBetween } from './own-year.js';
import { formatDate, parseDate, parsePeriod } from './period.js';
import { isOwnPeriod, readPeriod } from './read-period.js';

const JULY: OwnYears = { month: 7, day: 1, named: 'start' };
const JULY_BY_END: OwnYears = { ...JULY, named: 'end' };
const JANUARY: OwnYears = { month: 1, day: 1, named: 'start' };
const SIXTH_OF_APRIL: OwnYears = { month: 4, day: 6, named: 'start' };

function read(text: string, years: OwnYears | undefined): readonly [text: string, start: string, end: string] | null {
  const period = readPeriod(text, years);
  return period ? [period.text, formatDate(period.start), formatDate(period.end)] : null;
}

describe('readPeriod', () => {
  test.each([
    ['FY2024', '2024/25', '2024-07-01', '2025-06-30'],
    ['FY2024-H1', '2024/25-H1', '2024-07-01', '2024-12-31'],
    ['FY2024-H2', '2024/25-H2', '2025-01-01', '2025-06-30'],
    ['FY2024-Q1', '2024/25-Q1', '2024-07-01', '2024-09-30'],
    ['FY2024-Q3', '2024/25-Q3', '2025-01-01', '2025-03-31'],
    ['FY2023-Q3', '2023/24-Q3', '2024-01-01', '2024-03-31'],
    ['FY2024-M08', '2025-02', '2025-02-01', '2025-02-28'],
    ['2024/25-Q4', '2024/25-Q4', '2025-04-01', '2025-06-30'],
    ['1999/00', '1999/00', '1999-07-01', '2000-06-30'],
  ])('in years from July %s is %s, %s to %s', (text, own, start, end) => {
    expect(read(text, JULY)).toEqual([own, start, end]);
  });

  test('2024-Q3 stays the calendar’s, and is one period with what the plan calls it', () => {
    expect(read('2024-Q3', JULY)).toEqual(read('FY2024-Q1', JULY));
    expect(read('2024-H1', JULY)).toEqual(['2023/24-H2', '2024-01-01', '2024-06-30']);
    expect(read('2024', JULY)).toEqual(['2024', '2024-01-01', '2024-12-31']);
    expect(read('2024-07', JULY)).toEqual(['2024-07', '2024-07-01', '2024-07-31']);
    // quarters from 6 April are none of the calendar's
    expect(read('2024-Q2', SIXTH_OF_APRIL)).toEqual(['2024-Q2', '2024-04-01', '2024-06-30']);
    expect(read('FY2024-Q1', SIXTH_OF_APRIL)).toEqual(['2024/25-Q1', '2024-04-06', '2024-07-05']);
    expect(read('FY2024-M01', SIXTH_OF_APRIL)).toEqual(['2024/25-M01', '2024-04-06', '2024-05-05']);
  });

  test('a year may be named after the one it ends in', () => {
    expect(read('FY2025-Q3', JULY_BY_END)).toEqual(['2024/25-Q3', '2025-01-01', '2025-03-31']);
    expect(read('2024/25-Q3', JULY_BY_END)).toEqual(['2024/25-Q3', '2025-01-01', '2025-03-31']);
    expect(read('FY2025', { ...JANUARY, named: 'end' })).toEqual(['2025', '2025-01-01', '2025-12-31']);
  });

  test('years from January are the calendar’s', () => {
    for (const text of ['2024', '2024-H2', '2024-Q3', '2024-05', '2024-05-06']) {
      expect(readPeriod(text, JANUARY)).toEqual(parsePeriod(text));
      if (text.length < 8 && !text.endsWith('05')) expect(readPeriod(`FY${text}`, JANUARY)).toEqual(parsePeriod(text));
    }
  });

  test.each(['FY24', 'FY2024-Q5', 'FY2024-H0', 'FY2024-M13', 'FY2024-07', '2024/26', '2024/25-H3', 'fy2024', 'FY0999'])(
    '%s is none',
    (text) => expect(readPeriod(text, JULY)).toBeUndefined(),
  );

  test('without years of its own a plan has no such periods', () => {
    for (const text of ['FY2024', '2024/25-Q1']) {
      expect(isOwnPeriod(text)).toBe(true);
      expect(readPeriod(text, undefined)).toBeUndefined();
    }
    expect(readPeriod('2024/25', JANUARY)).toBeUndefined();
    expect(isOwnPeriod('2024-Q1')).toBe(false);
  });
});

test('the parts of a year are listed from the one a day lies in', () => {
  const day = (text: string): number => parseDate(text) ?? Number.NaN;
  const texts = partsBetween(JULY, 'quarter', day('2024-09-30'), day('2025-07-01')).map(({ text }) => text);
  expect(texts).toEqual(['2024/25-Q1', '2024/25-Q2', '2024/25-Q3', '2024/25-Q4', '2025/26-Q1']);
});

import { expect, test } from 'vitest';
import { writePeriod } from './write-date.js';

test.each([
  ['2021', '2021年', '2021'],
  ['2021/22', '2021/22年', '2021/22'],
  ['2021/22-H2', '2021/22年下半年', 'the second half of 2021/22'],
])('a period is written in both languages: %s', (period, zh, en) => {
  expect(writePeriod(period, 'zh')).toBe(zh);
  expect(writePeriod(period, 'en')).toBe(en);
});

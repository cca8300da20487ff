import { expect, test } from 'vitest';
import { writePeriod } from './write-period.js';

test.each([
  ['2021', '2021年', '2021'],
  ['2021/22', '2021/22年', '2021/22'],
  ['2024/25-Q3', '2024/25年三季度', '2024/25 Q3'],
  ['2021-Q3', '2021年三季度', 'quarter 3 of 2021'],
  ['2021/22-M01', '2021/22年第1个月', 'month 1 of 2021/22'],
  ['2021-03', '2021年3月', 'March 2021'],
  ['2021/22-H2', '2021/22年下半年', 'the second half of 2021/22'],
])('a period is written in both languages: %s', (period, zh, en) => {
  expect(writePeriod(period, 'zh')).toBe(zh);
  expect(writePeriod(period, 'en')).toBe(en);
});

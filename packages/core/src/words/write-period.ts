import type { PeriodText } from '../period/period.js';
import type { Locale } from '../text/text.js';
import { MONTHS, writeDate } from './write-date.js';

const QUARTERS = '一二三四';

/**
 * A period in words: `2021-H1` is `2021年上半年` and `the first half of 2021`. What is no period comes back as it is.
 *
 * @param period `2021`, `2021-H1`, `2021-Q1`, `2021-06`, `2021-06-30`, and of years that are not the calendar's `2021/22`,
 *   `2021/22-H1`, `2021/22-Q1`, which is `2021/22 Q1` in English, `2021/22-M01`
 */
export function writePeriod(period: PeriodText, locale: Locale): string {
  const [, year, kind = '', part = ''] = /^(\d{4}(?:\/\d{2})?)(?:-([HQM]?)(\d+))?$/.exec(period) ?? [];
  if (year === undefined) return writeDate(period, locale);
  const number = Number(part);
  if (locale === 'zh') return `${year}年${part === '' ? '' : partInChinese(kind, number)}`;
  return part === '' ? year : partInEnglish(year, kind, number);
}

function partInChinese(kind: string, number: number): string {
  if (kind === 'H') return number === 1 ? '上半年' : '下半年';
  if (kind === 'Q') return `${QUARTERS[number - 1] ?? number}季度`;
  return `${kind === 'M' ? `第${number}个` : number}月`;
}

function partInEnglish(year: string, kind: string, number: number): string {
  if (kind === 'H') return `the ${number === 1 ? 'first' : 'second'} half of ${year}`;
  if (kind === 'Q') return year.includes('/') ? `${year} Q${number}` : `quarter ${number} of ${year}`;
  return kind === 'M' ? `month ${number} of ${year}` : `${MONTHS[number - 1] ?? number} ${year}`;
}

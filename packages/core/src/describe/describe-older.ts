import type { Result } from '../result/result.js';
import type { Locale } from '../text/text.js';
import { writePeriod } from '../words/write-period.js';

/**
 * That a figure is an older level carried forward, by the period it is of, as it stands behind the figure.
 *
 * @returns empty where the figure is of the moment asked for, or there is none
 * @example describeOlder({ stale: true, figurePeriod: '2020', … }, 'en') // 'as of 2020'
 */
export function describeOlder({ stale, figurePeriod }: Pick<Result, 'stale' | 'figurePeriod'>, locale: Locale): string {
  if (!stale || figurePeriod === null) return '';
  const period = writePeriod(figurePeriod, locale);
  return locale === 'zh' ? `${period}数` : `as of ${period}`;
}

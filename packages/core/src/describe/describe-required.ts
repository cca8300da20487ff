import { criterionKind, unitOf } from '../criterion/index.js';
import { traitsOf } from '../measure/index.js';
import type { Criterion, Measure, Target } from '../plan/plan.js';
import type { Result } from '../result/result.js';
import type { Locale } from '../text/text.js';
import { formatPair } from '../words/format-figure.js';
import { isTallied } from './counted-noun.js';
import { writeRequired } from './describe-gap.js';

/**
 * What is required, as it stands beside the figure: with the word for its direction where it is not the least that is
 * asked, and both ends of a range.
 *
 * @returns empty where nothing is required
 * @example describeRequired(target, { figure: 9520, required: 9655, unit: '吨', … }, 'zh') // '不高于9,655吨'
 */
export function describeRequired(target: Target, result: Result, locale: Locale): string {
  const { required, unit, level } = result;
  if (required === null) return '';
  // areas judged from those below them pass by a share of these, whatever is asked of each
  if (isTallied(target, level)) return writeRequired(result, locale);
  const { criterion } = target;
  const upper = criterionKind(criterion).upper?.(criterion);
  if (upper !== undefined && unit === unitOf(criterion))
    return formatPair(required, upper, unit, locale).join(locale === 'zh' ? '至' : ' to ');
  return prefixRequired(criterion, writeRequired(result, locale), locale);
}

/** What a predicate asks of a member, written; where what counts is what remains, it is the number to get away from. */
export function prefixAsked(measure: Measure, written: string, locale: Locale): string {
  const counts = 'predicate' in measure && !traitsOf(measure).countsDown;
  return counts ? prefixRequired(measure.predicate.criterion, written, locale) : written;
}

/** A number as it is written, behind the word for what is asked of it; a number alone is the least. */
function prefixRequired(criterion: Criterion, written: string, locale: Locale): string {
  const prefix = criterionKind(criterion).prefix?.[locale];
  return prefix === undefined ? written : `${prefix}${locale === 'zh' ? '' : ' '}${written}`;
}

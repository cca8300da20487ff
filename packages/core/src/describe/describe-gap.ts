import { criterionKind } from '../criterion/index.js';
import { traitsOf } from '../measure/index.js';
import type { Result } from '../result/result.js';
import type { Target } from '../plan/plan.js';
import type { Locale } from '../text/text.js';
import { countedNoun, isTallied, writeCount } from './counted-noun.js';
import { formatDifference, formatFigure } from '../words/format-figure.js';

/**
 * What is missing to pass, in the unit of what is missing: members where a percentage of members is asked, points of a
 * rate, else the target's unit. Where figure and requirement are shown it is what a reader subtracts.
 *
 * @returns empty where nothing is missing or known to be
 * @example describeGap(target, { gap: 1, unit: '%', figure: 80, required: 100, … }, 'en') // '1 case'
 */
export function describeGap(target: Target, result: Result, locale: Locale): string {
  const { gap, gapUnit, figure, required, expected, unit, level } = result;
  if (gap === null || gap <= 0) return '';
  if (countsMembers(target, result)) return writeCount(gap, countedNoun(target, level), locale);
  if (figure !== null && required !== null && isDifference(gap, figure, required))
    return formatDifference(required, figure, unit, locale, [required, expected]);
  return gapUnit === '%' ? formatDifference(gap, 0, '%', locale) : formatFigure(gap, gapUnit, locale);
}

/**
 * The same as a clause: what is short, what is over, or what is left of what has to be cleared.
 *
 * @example describeMissing(target, result, 'zh') // '还差1例'
 */
export function describeMissing(target: Target, result: Result, locale: Locale): string {
  // while it may as well have been met nothing is known to be missing
  const gap = result.verdict === 'undecided' ? '' : describeGap(target, result, locale);
  return gap === '' ? '' : MISSING[missingKind(target)][locale](gap);
}

const MISSING: Readonly<Record<'short' | 'over' | 'left', Readonly<Record<Locale, (gap: string) => string>>>> = {
  short: { zh: (gap) => `还差${gap}`, en: (gap) => `${gap} short` },
  over: { zh: (gap) => `超出${gap}`, en: (gap) => `${gap} over` },
  left: { zh: (gap) => `还剩${gap}`, en: (gap) => `${gap} left` },
};

function missingKind({ criterion }: Target): 'short' | 'over' | 'left' {
  const { clears, direction } = criterionKind(criterion);
  return clears === true ? 'left' : direction === 'down' ? 'over' : 'short';
}

/** Whether the figure is a share of members, so that what is missing are members. */
function countsMembers(target: Target, { unit, numerator, gap, level }: Result): boolean {
  if ((unit !== '%' && unit !== '‰') || numerator === null || !Number.isInteger(gap)) return false;
  return traitsOf(target.measure).countsMembers || isTallied(target, level);
}

function isDifference(gap: number, figure: number, required: number): boolean {
  return Math.abs(Math.abs(required - figure) - gap) <= 1e-9 * Math.max(1, Math.abs(required), Math.abs(figure));
}

/** The figure of a result as it is written everywhere: apart from what is required and what is expected by now. */
export function writeFigure({ figure, unit, required, expected }: Result, locale: Locale): string {
  return figure === null ? '' : formatFigure(figure, unit, locale, [required, expected]);
}

/** What is required, as it is written beside the figure. */
export function writeRequired({ figure, unit, required }: Result, locale: Locale): string {
  return required === null ? '' : formatFigure(required, unit, locale, figure);
}

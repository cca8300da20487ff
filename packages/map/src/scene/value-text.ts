import type { Locale, Result, Target } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';
import { formatApart, formatNumber, formatPercent, monthOf, traitsOf } from '@guatu/core/words';
import { isYesNo, ownFigure } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import { marksOf } from './classes.js';
import type { Classification } from './classes.js';
import { writeStartedShort } from './started-words.js';

/**
 * The short figure on an area: a whole percent of the way (100 is only what has arrived), ✓ or ✗ for yes
 * and no, items met of items, or the area's own figure where there is no pass mark. Empty where there is nothing to say.
 */
export function writeValue(
  area: AreaFacts,
  index: number,
  { classification, target, locale }: { classification: Classification; target: Target | null; locale: Locale },
): string {
  const { basis, of, values } = classification;
  const kind = of[index] ?? 'noData';
  if (kind === 'noData') return '–';
  if (typeof kind !== 'number') return '';
  const value = values[index] ?? Number.NaN;
  if (basis === 'change') return writeChange(value, classification, locale);
  if (basis === 'rollout') return writeState(area, locale);
  if (basis === 'domain') return writeWhole(value, classification, locale);
  if (basis === 'started') return writeStartedShort(area.totals);
  if (target === null) return '';
  if (basis === 'lights') return '';
  if (basis === 'figure') return area.result === null ? '' : writeOwnFigure(area.result, classification, locale);
  if (isYesNo(target, basis === 'progress')) return value >= 1 ? '✓' : '✗';
  return writeItems(target, area, basis === 'progress') ?? writeWhole(value, classification, locale);
}

/** A whole percent, with decimals only where it would look like the bound of another class. */
function writeWhole(ratio: number, classification: Classification, locale: Locale): string {
  return formatPercent(ratio, locale, { decimals: 0, ...marksOf(classification) });
}

/** Items met out of items, where they are few enough to be read. A result is asked for of no other measure. */
function writeItems({ measure }: Target, area: AreaFacts, member: boolean): string | undefined {
  const asked = member && 'predicate' in measure ? measure.predicate.measure : measure;
  if (!traitsOf(asked).ofItems) return undefined;
  const { result } = area;
  if (result === null) return undefined;
  const [met, all] = member ? [result.memberFigure, result.memberRequired] : [result.numerator, result.denominator];
  return met === null || all === null || all > 99 ? undefined : `${met}/${all}`;
}

function writeState({ state, startedOn }: AreaFacts, locale: Locale): string {
  const messages = messagesOf(locale);
  if (state === 'due' || state === 'late' || state === 'unreported') return messages.rolloutShort[state];
  return startedOn === null ? '' : messages.month(monthOf(startedOn));
}

/** At most four characters: thousands without separators, decimals only where there is room. */
function writeOwnFigure(result: Result, classification: Classification, locale: Locale): string {
  const { figure, unit } = ownFigure(result);
  if (figure === null) return '';
  return formatApart(figure, marksOf(classification).marks, locale, unit === '%' ? 0 : decimalsOf(figure)).replaceAll(
    ',',
    '',
  );
}

function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

function writeShort(value: number, decimals: number, locale: Locale): string {
  return formatNumber(value, locale, decimals).replaceAll(',', '');
}

/** A change with its sign, cut as shares are: a step of less than a point is never written as none. */
function writeChange(value: number, { change, unit }: Classification, locale: Locale): string {
  const of = change?.later.basis;
  if (of === 'rollout') return '';
  if (value === 0) return of === 'lights' ? '＝' : '0';
  if (of === 'lights') return value > 0 ? '↑' : '↓';
  const text = writeShort(Math.abs(value), unit === '' || unit === '%' ? 0 : decimalsOf(value), locale);
  return `${value > 0 ? '+' : '−'}${text}`;
}

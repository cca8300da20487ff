import type { Locale } from '@guatu/core';
import { formatNumber } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { BreakSource } from '../scale/breaks.js';
import type { LegendBasis, LegendClass } from './scene.js';

export interface Range {
  readonly basis: LegendBasis;
  readonly from: number;
  /** Nothing for the last class. */
  readonly to: number | null;
  readonly unit: string;
  readonly source: BreakSource;
}

/** A class in words, and in as few signs as a narrow column has room for. */
export function labelRange(
  { basis, from, to, unit, source }: Range,
  locale: Locale,
): Pick<LegendClass, 'label' | 'tick'> {
  const messages = messagesOf(locale);
  const write = (value: number): string => formatNumber(value, locale, 4);
  if (basis !== 'figure') {
    if (to === null)
      return {
        label:
          basis === 'started' ? messages.allStarted : basis === 'domain' ? messages.allAttained : messages.attained,
      };
    return { label: messages.percentRange(write(toPercent(from)), write(toPercent(to))), tick: write(toPercent(from)) };
  }
  if (unit === '%') {
    if (to === null && source !== 'fifths')
      return { label: messages.rangeOpen(`${write(from)}%`), tick: messages.rangeOpen(write(from)) };
    return {
      label: messages.percentRange(write(from), write(to ?? 100)),
      tick: messages.range(write(from), write(to ?? 100)),
    };
  }
  return { label: to === null ? messages.rangeOpen(write(from)) : messages.range(write(from), write(to)) };
}

function toPercent(ratio: number): number {
  return Number((ratio * 100).toPrecision(12));
}

import type { Locale } from '@guatu/core';
import { formatNumber, formatPercent } from '@guatu/core/names';
import { messagesOf } from '../localize/messages.js';
import type { Painting } from '../scene/painting.js';
import type { Scene } from '../scene/scene.js';

/** What the picture says of one area, for a table beside it. */
export interface DrawnClass {
  /** Label of its class, or of its kind of nothing. */
  readonly label: string;
  /** The number behind it, NaN for none. */
  readonly value: number;
  /** That number in words, where the area's own figure does not say it: a domain's attainment, a change. Else empty. */
  readonly words: string;
}

/** The class every area was painted in, by code. */
export function readClasses(
  painting: Pick<Painting, 'areas' | 'paints' | 'legend' | 'values'>,
  locale: Locale,
): ReadonlyMap<string, DrawnClass> {
  return new Map(painting.areas.map(({ code }, index) => [code, readClass(painting, index, locale)]));
}

/** The class one area was painted in. @param index of its paint */
export function readClass(
  { paints, legend, values = [] }: Pick<Scene, 'paints' | 'legend' | 'values'>,
  index: number,
  locale: Locale,
): DrawnClass {
  const kind = paints[index]?.class ?? 'noData';
  const value = values[index] ?? Number.NaN;
  const label =
    typeof kind === 'number'
      ? (legend.classes[kind]?.label ?? '')
      : (legend.nothings.find((nothing) => nothing.kind === kind)?.label ?? messagesOf(locale).nothing[kind]);
  return { label, value, words: Number.isNaN(value) ? '' : write(legend.basis, value, locale) };
}

function write(basis: Scene['legend']['basis'], value: number, locale: Locale): string {
  if (basis === 'domain') return `${formatPercent(value, locale)}%`;
  if (basis !== 'change') return '';
  if (value === 0) return messagesOf(locale).change.same;
  return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), locale, 2)}`;
}

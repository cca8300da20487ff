import type { Locale } from '../text/text.js';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, decimals: number): Intl.NumberFormat {
  const key = `${locale}${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: decimals });
  formats.set(key, fresh);
  return fresh;
}

/**
 * Writes a number for people: grouped thousands, at most `decimals` decimals, no trailing zeros and no float noise.
 * A number other than 0 is never written as 0: it gets the decimals its first digit needs.
 *
 * @example formatNumber(0.1 + 0.2, 'zh'); // '0.3'
 * @example formatNumber(0.004, 'zh'); // '0.004'
 */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  // most figures are small and whole, and need nobody to write them
  const quick = writePlain(value, decimals);
  if (quick !== undefined) return quick;
  const least = value === 0 ? 0 : -Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  const wanted = Math.abs(value) < 10 ** -decimals / 2 ? Math.min(12, least) : decimals;
  const text = formatOf(locale, Math.max(0, wanted)).format(value);
  return text === '-0' ? '0' : text.replace('-', '−');
}

/**
 * A number whose rounding nobody could dispute, grouped as both languages do; making the first real format takes longer
 * than writing all figures of a map.
 */
function writePlain(value: number, decimals: number): string | undefined {
  const shift = 10 ** decimals;
  if (!(value >= 0 && value * shift < 1e9)) return undefined;
  if (Number.isInteger(value)) return group(String(value));
  const [scaled, rounded] = [value * shift, Math.round(value * shift)];
  // what would be written as 0, or lies between two, is left to the rules
  if (rounded === 0 || Math.abs(Math.abs(scaled - rounded) - 0.5) < 1e-6) return undefined;
  return group(String(rounded / shift));
}

function group(text: string): string {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/**
 * Writes a number so that it does not look like a mark it differs from: 69.96 beside 70 stays 69.96. This is the one
 * rule of rounding: to the nearest, but a miss is never rounded onto the mark, nor something onto nothing.
 *
 * @param marks what it must not look like unless it is it
 * @param decimals fewest decimals tried; at most 6 are
 */
export function formatApart(
  value: number,
  marks: number | readonly number[],
  locale: Locale,
  decimals: number,
): string {
  // most figures have nothing to be told apart from
  if (typeof marks !== 'number' && marks.length === 0) return formatNumber(value, locale, decimals);
  // what is a unit of the last decimal away is never written alike
  const near = 1.01 * 10 ** -decimals;
  const others = (typeof marks === 'number' ? [marks] : marks).filter(
    (mark) => mark !== value && Math.abs(mark - value) <= near,
  );
  for (let tried = decimals; tried < 6; tried++) {
    const text = formatNumber(value, locale, tried);
    if (others.every((mark) => text !== formatNumber(mark, locale, tried))) return text;
  }
  return formatNumber(value, locale, 6);
}

export interface PercentOptions {
  /** 1 by default. */
  readonly decimals?: number;
  /** Ratios it must not look like unless it is one: bounds of classes. */
  readonly marks?: readonly number[];
}

/**
 * A ratio as a percentage without its sign, by the rule of `formatApart`: 100 only of all of it.
 *
 * @param ratio 0…1, or more
 * @example formatPercent(0.9996, 'en'); // '99.96'
 */
export function formatPercent(
  ratio: number,
  locale: Locale,
  { decimals = 1, marks = [] }: PercentOptions = {},
): string {
  // marks are bounds of classes, and most figures are near none
  const near = 0.0102 * 10 ** -decimals;
  const others = [1, ...marks].filter((mark) => Math.abs(mark - ratio) <= near);
  return formatApart(toPercent(ratio), others.map(toPercent), locale, decimals);
}

/** Without the noise a ratio has in binary: 0.29 is 29. */
function toPercent(ratio: number): number {
  return Number((ratio * 100).toPrecision(12));
}

/** The number a text of `formatNumber` shows. */
export function readShown(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

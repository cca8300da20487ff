import type { Locale } from '@guatu/core';
import { formatApart, formatNumber } from './format-number.js';

/** English names of units: for one, and for any other number. Empty: the number says enough. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  亩: ['mu', 'mu'],
  公顷: ['ha', 'ha'],
  元: ['yuan', 'yuan'],
  吨: ['t', 't'],
  公斤: ['kg', 'kg'],
  千克: ['kg', 'kg'],
  平方米: ['m²', 'm²'],
  平方公里: ['km²', 'km²'],
  立方米: ['m³', 'm³'],
  米: ['m', 'm'],
  公里: ['km', 'km'],
  千瓦: ['kW', 'kW'],
  村: ['village', 'villages'],
  乡镇: ['township', 'townships'],
  县: ['county', 'counties'],
  户: ['household', 'households'],
  人: ['person', 'people'],
  名: ['person', 'people'],
  头: ['head', 'head'],
  只: ['head', 'head'],
  次: ['time', 'times'],
  项: ['item', 'items'],
  天: ['day', 'days'],
  年: ['year', 'years'],
  级: ['grade', 'grades'],
  分: ['point', 'points'],
  个百分点: ['point', 'points'],
  株: ['plant', 'plants'],
  场: ['event', 'events'],
  个: ['', ''],
  家: ['', ''],
  座: ['', ''],
  处: ['', ''],
  所: ['', ''],
  件: ['', ''],
};

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Signs that stand at the number without a space. */
const ATTACHED = /^[%‰°]/;

/**
 * A figure with its unit, in the words of the language: 25 with 万亩 is `25万亩` and `250,000 mu`.
 *
 * @param apartFrom a figure it must not look like when it differs: the pass mark
 * @example formatFigure(1.2, '万亩', 'zh'); // '1.2万亩'
 * @example formatFigure(1, '村', 'en'); // '1 village'
 */
export function formatFigure(value: number, unit: string, locale: Locale, apartFrom?: number | null): string {
  const decimals = ATTACHED.test(unit) ? 1 : 2;
  const write = (number: number, factor: number): string =>
    apartFrom == null
      ? formatNumber(number, locale, decimals)
      : formatApart(number, Number((apartFrom * factor).toPrecision(15)), locale, decimals);
  if (locale === 'zh' || ATTACHED.test(unit)) return `${write(value, 1)}${unit}`;
  const { factor, name } = readUnit(unit);
  const scaled = Number((value * factor).toPrecision(15));
  const word = scaled === 1 ? name[0] : name[1];
  return word === '' ? write(scaled, factor) : `${write(scaled, factor)} ${word}`;
}

/** Two amounts of one unit beside each other, the unit said once: `35/44万吨`, `350,000 of 440,000 t`. */
export function formatPair(one: number, other: number, unit: string, locale: Locale): readonly [one: string, other: string] {
  const { factor } = locale === 'zh' ? { factor: 1 } : readUnit(unit);
  return [formatNumber(Number((one * factor).toPrecision(15)), locale), formatFigure(other, unit, locale)];
}

/**
 * What a number in one unit is multiplied by to be in another that differs by a counting word only: 万元 to 元 is 10,000.
 *
 * @returns nothing for units of another kind
 */
export function convertFactor(from: string, to: string): number | undefined {
  const [one, other] = [cutScale(from), cutScale(to)];
  return one.base === other.base ? one.factor / other.factor : undefined;
}

function cutScale(unit: string): { readonly factor: number; readonly base: string } {
  const factor = SCALES[unit.charAt(0)];
  return factor === undefined ? { factor: 1, base: unit } : { factor, base: unit.slice(1) };
}

/** A unit alone, for headings: `万亩`, `10,000 mu`. */
export function nameUnit(unit: string, locale: Locale): string {
  if (locale === 'zh') return unit;
  const { factor, name } = readUnit(unit);
  return factor === 1 ? name[1] : `${formatNumber(factor, locale)} ${name[1]}`.trim();
}

function readUnit(unit: string): { readonly factor: number; readonly name: readonly [string, string] } {
  const [measured = unit, per] = unit.split('/');
  if (per !== undefined) {
    const [top, below] = [readUnit(measured), readUnit(per)];
    return { factor: top.factor, name: [`${top.name[0]}/${below.name[0]}`, `${top.name[1]}/${below.name[0]}`] };
  }
  const factor = SCALES[unit.charAt(0)];
  const base = factor === undefined ? unit : unit.slice(1);
  const name = UNITS[base];
  if (name) return { factor: factor ?? 1, name };
  return { factor: 1, name: [unit, unit] };
}

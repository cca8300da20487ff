import type { Locale } from '../text/text.js';
import { formatApart, formatNumber, readShown } from './format-number.js';

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
  套: ['dwelling', 'dwellings'],
  院: ['courtyard', 'courtyards'],
  社: ['hamlet', 'hamlets'],
  组: ['group', 'groups'],
  队: ['team', 'teams'],
  个: ['', ''],
  家: ['', ''],
  座: ['', ''],
  处: ['', ''],
  所: ['', ''],
  件: ['', ''],
};

/** Units of things there are no parts of; steps of the line between two of them are. */
const WHOLE: ReadonlySet<string> = new Set(
  '村 乡镇 县 户 人 名 头 只 次 项 株 场 套 院 社 组 队 个 家 座 处 所 件'.split(' '),
);

/** Whether a unit counts things that come whole: villages and people, not mu. */
export function comesWhole(unit: string): boolean {
  return WHOLE.has(unit);
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Signs that stand at the number without a space. */
const ATTACHED = /^[%‰°]/;

/** Names of a plan's own units in letters, which stand apart from the number in Chinese too. */
const LATIN = /^\p{Script=Latin}/u;

/** Figures another must not look like unless it is one of them; `null` for none. */
export type Marks = number | null | readonly (number | null)[];

/**
 * A figure with its unit, in the words of the language: 25 with 万亩 is `25万亩` and `250,000 mu`.
 *
 * @param apartFrom figures it must not look like when it differs: the pass mark, what is expected by now
 * @example formatFigure(1.2, '万亩', 'zh'); // '1.2万亩'
 * @example formatFigure(1, '村', 'en'); // '1 village'
 */
export function formatFigure(value: number, unit: string, locale: Locale, apartFrom?: Marks): string {
  const { factor, name } = wordsOf(unit, locale);
  return attach(writeScaled(value, factor, decimalsOf(unit), locale, apartFrom), name);
}

/**
 * How far two figures are apart, as a reader subtracts the two that are shown: 55% and 48.2% are `6.8个百分点` apart.
 * Of percentages it is in points.
 *
 * @param from written by `formatFigure` apart from the figure
 * @param figure written by `formatFigure` apart from `marks`, by default `from` alone
 */
export function formatDifference(
  from: number,
  figure: number,
  unit: string,
  locale: Locale,
  marks: Marks = from,
): string {
  const { factor, name } = wordsOf(unit === '%' ? POINTS : unit, locale);
  const decimals = decimalsOf(unit);
  const [one, other] = [
    writeScaled(from, factor, decimals, locale, figure),
    writeScaled(figure, factor, decimals, locale, marks),
  ].map(readShown) as [number, number];
  return attach(formatNumber(Number(Math.abs(one - other).toPrecision(12)), locale, 6), name);
}

const POINTS = '个百分点';

type Name = readonly [one: string, many: string];

/** What figures of a unit are multiplied by in a language, and the unit's words behind them. */
function wordsOf(unit: string, locale: Locale): { readonly factor: number; readonly name: Name } {
  if (locale === 'zh' && LATIN.test(unit)) return { factor: 1, name: [` ${unit}`, ` ${unit}`] };
  if (locale === 'zh' || ATTACHED.test(unit)) return { factor: 1, name: [unit, unit] };
  const { factor, name } = readUnit(unit);
  return { factor, name: name[1] === '' ? name : [` ${name[0]}`, ` ${name[1]}`] };
}

function decimalsOf(unit: string): number {
  return ATTACHED.test(unit) ? 1 : 2;
}

function writeScaled(value: number, factor: number, decimals: number, locale: Locale, apartFrom: Marks = null): string {
  const marks = [apartFrom].flat().flatMap((mark) => (mark === null ? [] : [scale(mark, factor)]));
  return formatApart(scale(value, factor), marks, locale, decimals);
}

function scale(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

function attach(number: string, [one, many]: Name): string {
  return `${number}${number === '1' ? one : many}`;
}

/** Two amounts of one unit beside each other, the unit said once: `35/44万吨`, `350,000 of 440,000 t`. */
export function formatPair(
  one: number,
  other: number,
  unit: string,
  locale: Locale,
): readonly [one: string, other: string] {
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

/** English names of a unit, for one and for any other number; empty where the number says enough. */
export function nameUnits(unit: string): readonly [one: string, many: string] {
  return readUnit(unit).name;
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

import type { Light, Result } from '../result/result.js';
import type { Locale, Text } from '../text/text.js';
import { comesWhole, formatDifference, formatFigure } from '../words/format-figure.js';
import { formatApart, formatNumber, formatPercent, readShown } from '../words/format-number.js';
import { nameLight } from './light-names.js';

const POINT_RULES: Readonly<Record<Light, Text>> = {
  green: { zh: '慢不到10个百分点亮绿灯', en: 'less than 10 points behind is green' },
  yellow: { zh: '慢10至30个百分点亮黄灯', en: '10 to 30 points behind is yellow' },
  red: { zh: '慢30个百分点以上亮红灯', en: 'more than 30 points behind is red' },
};

const RATIO_RULES: Readonly<Record<Light, Text>> = {
  green: { zh: '应有完成率的0.8以上亮绿灯', en: '0.8 of what is expected or more is green' },
  yellow: { zh: '应有完成率的0.6至0.8亮黄灯', en: '0.6 to 0.8 of what is expected is yellow' },
  red: { zh: '不到应有完成率的0.6亮红灯', en: 'below 0.6 of what is expected is red' },
};

/**
 * Why a light is what it is: attainment and what it should be by now, as a subtraction or quotient a reader can check,
 * and the threshold. Of a judged target the verdict gives the light.
 *
 * @returns empty without a light
 */
export function describeLight(result: Result, locale: Locale): string {
  const { light, lightRule, pace, verdict } = result;
  const attainment = attainedNow(result);
  if (light === null) return '';
  const name = nameLight(light, locale);
  if (attainment === null || pace === null || verdict !== 'notYetDue') {
    return locale === 'zh' ? `${name}，按判定结果` : `${name}, by the verdict`;
  }
  const aimed = Math.max(0, Number((attainment - pace / 100).toPrecision(12)));
  const ratio = lightRule === 'ratio';
  const decimals = decimalsApart(attainment, aimed, ratio ? divide : subtract);
  const [shown, expected] = writeBoth(attainment, aimed, locale, decimals);
  const rule = (ratio ? RATIO_RULES : POINT_RULES)[light][locale];
  const held = ratio ? holdRatio(attainment, aimed, locale) : holdPoints(readShown(shown), readShown(expected), locale);
  return locale === 'zh'
    ? `${name}：完成率${shown}%，应有${expected}%，${held}；${rule}`
    : `${name}: attainment ${shown}%, expected ${expected}%, ${held}; ${rule}`;
}

/** What the line is held against: of a repeated target the window that runs, and not the windows that were met. */
function attainedNow({ attainment, figure, required, periods }: Result): number | null {
  if (periods.length === 0 || figure === null || required === null || required <= 0) return attainment;
  return Math.min(1, Math.max(0, figure / required));
}

/** How attainment is held against what it should be, both in percent, and where the light changes. */
interface Comparison {
  readonly marks: readonly number[];
  readonly of: (attained: number, aimed: number) => number;
}

const subtract: Comparison = { marks: [10, 30], of: (attained, aimed) => clean(aimed - attained) };
const divide: Comparison = { marks: [0.8, 0.6], of: (attained, aimed) => clean(attained / aimed) };

/** Attainment and what it should be, each apart from the other. */
function writeBoth(
  attainment: number,
  aimed: number,
  locale: Locale,
  decimals: number,
): readonly [shown: string, expected: string] {
  return [
    formatPercent(attainment, locale, { decimals, marks: [aimed] }),
    formatPercent(aimed, locale, { decimals, marks: [attainment] }),
  ];
}

/** Fewest decimals with which what a reader works out lies on the side of every threshold on which it is. */
function decimalsApart(attainment: number, aimed: number, { marks, of }: Comparison): number {
  const exact = of(100 * attainment, 100 * aimed);
  const tried = [1, 2, 3, 4, 5].find((decimals) => {
    const [one, other] = writeBoth(attainment, aimed, 'en', decimals).map(readShown) as [number, number];
    return marks.every((mark) => compare(of(one, other), mark) === compare(exact, mark));
  });
  return tried ?? 6;
}

function compare(value: number, mark: number): number {
  return Number(value > mark) - Number(value < mark);
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Of the two percentages as they are shown. */
function holdPoints(one: number, other: number, locale: Locale): string {
  if (one === other) return locale === 'zh' ? '持平' : 'on schedule';
  const apart = attachPoints(clean(Math.abs(other - one)), locale);
  if (locale === 'zh') return `${one > other ? '快' : '慢'}${apart}`;
  return `${apart} ${one > other ? 'ahead' : 'behind'}`;
}

function attachPoints(points: number, locale: Locale): string {
  const number = formatNumber(points, locale, 6);
  return locale === 'zh' ? `${number}个百分点` : `${number} ${number === '1' ? 'point' : 'points'}`;
}

function holdRatio(attainment: number, aimed: number, locale: Locale): string {
  if (aimed === 0) return locale === 'zh' ? '尚无要求' : 'nothing expected yet';
  const ratio = formatApart(divide.of(attainment, aimed), divide.marks, locale, 2);
  return locale === 'zh' ? `相除得${ratio}` : `a quotient of ${ratio}`;
}

/** What a running figure should be by now, and the difference: `应为55%，少6.8个百分点`. Empty where nothing is expected. */
export function describeExpected(result: Result, locale: Locale): string {
  const { figure, required, unit, verdict } = result;
  // a line from nothing to nothing expects nothing
  if (result.expected === null || verdict !== 'notYetDue' || (result.expected === 0 && required === 0)) return '';
  const expected = wholeIfCounted(result, result.expected);
  const should = formatFigure(expected, unit, locale, figure);
  const apart =
    figure === null
      ? ''
      : compareExpected(
          figure,
          expected,
          formatDifference(expected, figure, unit, locale, [required, expected]),
          locale,
        );
  return locale === 'zh' ? `应为${should}${apart}` : `${should} expected by now${apart}`;
}

/** Of what comes whole nobody expects two thirds, unless the whole number would say that it is met or missed. */
function wholeIfCounted({ figure, required, unit }: Result, expected: number): number {
  const whole = Math.round(expected);
  if (!comesWhole(unit) || whole === 0 || whole === required) return expected;
  const keepsSide = figure === null || Math.sign(whole - figure) === Math.sign(expected - figure);
  return keepsSide ? whole : expected;
}

function compareExpected(figure: number, expected: number, apart: string, locale: Locale): string {
  if (figure === expected) return locale === 'zh' ? '，正好' : ', which it is';
  if (locale === 'zh') return `，${figure > expected ? '多' : '少'}${apart}`;
  return `, ${apart} ${figure > expected ? 'more' : 'less'}`;
}

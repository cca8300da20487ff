import type { Day } from '../period/period.js';
import type { Locale, Text } from '../text/text.js';
import { formatApart } from '../words/format-number.js';

/** Published ways of saying how far a target still running has come, each by its own formula. */
export const PROGRESS_METHODS = ['straightLine', 'stepped', 'compoundGrowth', 'extrapolation'] as const;

export type ProgressMethod = (typeof PROGRESS_METHODS)[number];

/**
 * What a method answers. `achieved`, `onTrack` and `notAssessable` are common to all; `behind` belongs to the
 * lines, `accelerate` to the growth methods, `limited` to `compoundGrowth`, `stagnation` to `extrapolation`,
 * `deterioration` to all but `extrapolation`.
 */
export type ProgressClass =
  | 'achieved'
  | 'onTrack'
  | 'accelerate'
  | 'limited'
  | 'behind'
  | 'stagnation'
  | 'deterioration'
  | 'notAssessable';

/** The answer of one method. */
export interface ProgressAnswer {
  readonly method: ProgressMethod;
  readonly class: ProgressClass;
  /** What the method compares with its thresholds, a ratio (1 is just enough); `null` where there is none. */
  readonly value: number | null;
}

/** What the methods know of one running target; figures in one unit. */
export interface ProgressInput {
  /** Latest figure, and the day it belongs to. */
  readonly figure: number;
  readonly figureDate: Day;
  /** Where the target started, and when. */
  readonly baseline: number;
  readonly baselineDate: Day;
  /** What is required, and by when. */
  readonly required: number;
  readonly due: Day;
  /** Whether more is better. */
  readonly upward: boolean;
  /** Whether the figure passes now; by default `required` itself passes. */
  readonly achieved?: boolean;
  /** Steps of the staircase up to the due date, for `stepped`; the due step may be left out. */
  readonly steps?: readonly ProgressStep[];
}

/** A pass mark on the way. */
export interface ProgressStep {
  readonly date: Day;
  readonly value: number;
}

const METHOD_TEXTS: Readonly<Record<ProgressMethod, Text>> = {
  straightLine: { zh: '直线法', en: 'straight line' },
  stepped: { zh: '阶梯法', en: 'stepped' },
  compoundGrowth: { zh: '复合增长率法', en: 'compound growth' },
  extrapolation: { zh: '外推法', en: 'extrapolation' },
};

const CLASS_TEXTS: Readonly<Record<ProgressClass, Text>> = {
  achieved: { zh: '已达到', en: 'achieved' },
  onTrack: { zh: '进度正常', en: 'on track' },
  accelerate: { zh: '有进展，需加快', en: 'progress made, acceleration needed' },
  limited: { zh: '进展有限', en: 'limited progress' },
  behind: { zh: '落后于进度', en: 'behind' },
  stagnation: { zh: '停滞或倒退', en: 'stagnation or regression' },
  deterioration: { zh: '倒退', en: 'deterioration' },
  notAssessable: { zh: '无法评估', en: 'cannot be assessed' },
};

/**
 * An answer in words: method, class and ratio.
 *
 * @example describeProgress({ method: 'compoundGrowth', class: 'accelerate', value: 0.6 }).en
 * // 'compound growth: progress made, acceleration needed (0.6)'
 */
export function describeProgress({ method, class: answer, value }: ProgressAnswer): Text {
  const ratio = (locale: Locale): string =>
    value === null ? '' : formatApart(Number(value.toPrecision(12)), THRESHOLDS, locale, 2);
  return {
    zh: `${METHOD_TEXTS[method].zh}：${CLASS_TEXTS[answer].zh}${value === null ? '' : `（${ratio('zh')}）`}`,
    en: `${METHOD_TEXTS[method].en}: ${CLASS_TEXTS[answer].en}${value === null ? '' : ` (${ratio('en')})`}`,
  };
}

/** Ratios at which a method answers otherwise: none of them is said of what falls short of it. */
const THRESHOLDS = [0, 0.1, 0.6, 0.95, 1];

/** Whether the figure is where it has to be in the end. */
export function isAchieved({ figure, required, upward, achieved }: ProgressInput): boolean {
  return achieved ?? (upward ? figure >= required : figure <= required);
}

/** Whether the three figures a method needs are there, and the latest is later than the first. */
export function isAssessable({ figure, baseline, required, figureDate, baselineDate }: ProgressInput): boolean {
  return [figure, baseline, required].every(Number.isFinite) && figureDate > baselineDate;
}

const ROUNDING = 1e-9;

/** Whether a ratio reaches a threshold; what rounding of doubles takes off does not count. */
export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - ROUNDING;
}

/** A ratio as an answer; an infinite one classifies but is no number to show. */
export function answerOf(method: ProgressMethod, answer: ProgressClass, value = Number.NaN): ProgressAnswer {
  return { method, class: answer, value: Number.isFinite(value) ? value : null };
}

import { describeCriterion } from '../criterion/index.js';
import { traitsOf } from '../measure/index.js';
import type { MeasureTraits } from '../measure/measure-kind.js';
import { formatDate, lengthOf, overlap, parseDate, parsePeriod } from '../period/period.js';
import type { Period } from '../period/period.js';
import type { Report } from '../observation/dataset.js';
import type { ExpectedPath, Schedule } from '../plan/plan.js';
import type { Locale, Text } from '../text/text.js';
import { nounFor } from '../area/area-noun.js';
import { countedNoun } from '../describe/counted-noun.js';
import { describeMissing, writeFigure } from '../describe/describe-gap.js';
import { describeRequired, prefixAsked } from '../describe/describe-required.js';
import { describeExpected, describeLight } from '../describe/describe-light.js';
import { describePeriods, missedPeriods } from '../describe/describe-periods.js';
import { formatFigure, formatPair, nameUnit } from '../words/format-figure.js';
import { formatNumber } from '../words/format-number.js';
import { VERDICT_TEXTS } from '../describe/verdict-texts.js';
import { writeClause } from '../words/write-clause.js';
import { writePeriod } from '../words/write-period.js';
import type { Explanation, ExplanationStep } from '../result/evaluation.js';
import { columnsOf } from '../compile/compile-target.js';
import { expandRow } from './expand.js';
import { seenFrom } from '../frame/form-frame.js';
import { endOf } from '../frame/frame.js';
import type { Result } from '../result/result.js';
import { shownFrame } from './row-figures.js';
import { stepOf } from '../compile/series.js';
import { ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Why a row's result is what it is: clause, readings, reports, arithmetic, schedule, verdict, remarks. */
export function explainRow(evaluated: EvaluatedTarget, row: number): Explanation {
  const result = expandRow(evaluated, row);
  const steps: readonly ExplanationStep[] = [
    clauseStep(evaluated),
    ...readingSteps(evaluated),
    ...(evaluated.roles[row] === ROLE.none ? [] : observationSteps(evaluated, row, result)),
    ...arithmeticSteps(evaluated, result),
    ...expectedSteps(result),
    ...lightSteps(result),
    scheduleStep(evaluated),
    verdictStep(evaluated, result),
    ...result.remarks.map(({ text }): ExplanationStep => ({ kind: 'remark', text })),
  ];
  return {
    steps,
    text: {
      zh: `${steps.map((step) => step.text.zh).join('。')}。`,
      en: `${steps.map((step) => capitalised(step.text.en)).join('. ')}.`,
    },
  };
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A sentence said in both languages. */
function say(write: (locale: Locale) => string): Text {
  return { zh: write('zh'), en: write('en') };
}

function clauseStep({ compiled: { target } }: EvaluatedTarget): ExplanationStep {
  const asked = describeCriterion(target.criterion);
  return {
    kind: 'clause',
    text: {
      zh: `条款${writeClause(target.clause, 'zh')}：${target.name.zh}，${asked.zh}`,
      en: `clause ${target.clause}: ${target.name.en}, ${asked.en}`,
    },
  };
}

/** How the text was read, in the words the plan gives for it; the parameter's name is for programs. */
function readingSteps({ compiled: { target } }: EvaluatedTarget): readonly ExplanationStep[] {
  return (target.readings ?? []).map(({ why }) => ({
    kind: 'reading',
    text: { zh: `读法：${writeClause(withoutEnd(why.zh), 'zh')}`, en: `reading: ${withoutEnd(why.en)}` },
  }));
}

/** Steps are joined by full stops, so that none brings its own. */
function withoutEnd(sentence: string): string {
  return sentence.trim().replace(/[。.]+$/u, '');
}

function observationSteps(
  evaluated: EvaluatedTarget,
  row: number,
  { completeness, figurePeriod, level }: Result,
): readonly ExplanationStep[] {
  const own = reportsOf(evaluated, row);
  const several = new Set(own.map(({ report }) => report.indicator)).size > 1;
  if (own.length > 0 || completeness.total === 0) {
    return own.map(({ report, superseded }) => ({
      kind: 'observation',
      place: report.place,
      text: say(
        (locale) =>
          `${several ? `${nameIndicator(evaluated, report, locale)}${COLON[locale]}` : ''}${tellReport(evaluated, report, superseded, locale)}`,
      ),
    }));
  }
  const period = figurePeriod ?? formatDate(evaluated.present.formed.moment.date);
  const { reported, total } = completeness;
  const noun = countedNoun(evaluated.compiled.target, level);
  return [
    {
      kind: 'observation',
      text: {
        zh: `${writePeriod(period, 'zh')}已报${reported}/${total}${noun.zh}`,
        en: `${reported} of ${total} ${nounFor(total, noun, 'en')} reported for ${writePeriod(period, 'en')}`,
      },
    },
  ];
}

const COLON: Readonly<Record<Locale, string>> = { zh: '：', en: ': ' };

function nameIndicator({ context }: EvaluatedTarget, { indicator }: Report, locale: Locale): string {
  return context.indicators.get(indicator)?.name[locale] ?? indicator;
}

/** One report: period, figure as it was written, day, source and what it superseded. */
function tellReport(evaluated: EvaluatedTarget, report: Report, superseded: readonly string[], locale: Locale): string {
  const written = writeReport(evaluated, report, locale);
  const period = writePeriod(report.period, locale);
  const known = formatDate(report.reportedOn);
  if (locale === 'zh') {
    const parts = [
      `${known}报`,
      report.source && `来源：${report.source}`,
      superseded.length > 0 && `取代${superseded.join('、')}`,
    ];
    return `${period}报数${written}（${parts.filter(Boolean).join('，')}）`;
  }
  const parts = [
    `reported ${known}`,
    report.source && `source ${report.source}`,
    superseded.length > 0 && `superseding ${superseded.join(', ')}`,
  ];
  return `${period}: ${written} (${parts.filter(Boolean).join(', ')})`;
}

/** A report's figure as it was written; that of a state in words. */
function writeReport(
  { context }: EvaluatedTarget,
  { indicator, value, numerator, denominator, unit }: Report,
  locale: Locale,
): string {
  const known = context.indicators.get(indicator);
  if (known?.type === 'state' && (value === '0' || value === '1')) return value === '1' ? YES[locale] : NO[locale];
  const behind = unit === '' ? '' : locale === 'zh' || unit === '%' ? unit : writeUnitOf(unit);
  return value === '' ? `${numerator}/${denominator}${behind}` : `${value}${behind}`;
}

/** The unit of a figure that stays as it was written: `24 × 10,000 mu`. */
function writeUnitOf(unit: string): string {
  const name = nameUnit(unit, 'en');
  return name === '' ? '' : /^\d/.test(name) ? ` × ${name}` : ` ${name}`;
}

const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };

/** Reports behind a row's own figure, where it is a row that reports. */
function reportsOf(
  evaluated: EvaluatedTarget,
  row: number,
): readonly { readonly report: Report; readonly superseded: readonly string[] }[] {
  const { compiled, context } = evaluated;
  const formed = shownFrame(evaluated, row);
  if (formed.members.counted[row] !== 1) return [];
  const { reports } = context.observations;
  const end = endOf(formed.frame, row);
  const { takes } = compiled.traits;
  const flow = takes === 'window' || takes === 'rates' || takes === 'sinceStart';
  const start = takes === 'sinceStart' ? context.planStart : formed.moment.windowStart;
  return columnsOf(seenFrom(context, formed.members.day), compiled.measure).flatMap((column) => {
    const found = column.periods.flatMap((period, index) => {
      const inside = flow ? period.start >= start && period.end <= end : period.end === end;
      const report = column.cells[index]?.reports[row] ?? -1;
      return inside && report >= 0 ? [{ period, report }] : [];
    });
    return (flow ? withoutOverlaps(found) : found).map(({ report }) => ({
      report: reports.at(report),
      superseded: reports.supersededBy(report).map((other) => reports.at(other).place),
    }));
  });
}

/** Periods a flow is added up from: of two that overlap the longer one, in the order given. */
function withoutOverlaps<Reported extends { readonly period: Period }>(
  found: readonly Reported[],
): readonly Reported[] {
  const used: Reported[] = [];
  for (const one of [...found].sort((x, y) => lengthOf(y.period) - lengthOf(x.period))) {
    if (!used.some(({ period }) => overlap(period, one.period))) used.push(one);
  }
  return found.filter((one) => used.includes(one));
}

function arithmeticSteps(evaluated: EvaluatedTarget, result: Result): readonly ExplanationStep[] {
  const { figure, memberFigure, memberRequired } = result;
  if (memberFigure !== null && memberRequired !== null) {
    return [{ kind: 'arithmetic', text: say((locale) => against(...writeMember(evaluated, result, locale), locale)) }];
  }
  if (figure === null) return [];
  return [{ kind: 'arithmetic', text: say((locale) => tellFigure(evaluated, result, locale)) }];
}

function against(figure: string, required: string, locale: Locale): string {
  return locale === 'zh' ? `${figure}，要求${required}` : `${figure}; required ${required}`;
}

/** A member's own figure and what the predicate asks of it. */
function writeMember(
  { compiled: { measure } }: EvaluatedTarget,
  { memberFigure, memberRequired, memberUnit }: Result,
  locale: Locale,
): readonly [string, string] {
  const kind = 'predicate' in measure ? traitsOf(measure.predicate.measure).told : 'amount';
  const [figure, required] = [memberFigure ?? 0, memberRequired ?? 0];
  return [
    writeAs(kind, figure, memberUnit ?? '', locale, required),
    prefixAsked(measure, writeAs(kind, required, memberUnit ?? '', locale, figure), locale),
  ];
}

/** States are done or not, grades have their word, everything else its unit. */
function writeAs(kind: MeasureTraits['told'], value: number, unit: string, locale: Locale, apartFrom: number): string {
  if (kind === 'state') return (value > 0 ? DONE : NOT_DONE)[locale];
  if (kind === 'grade')
    return locale === 'zh' ? `${formatNumber(value, locale)}级` : `grade ${formatNumber(value, locale)}`;
  return formatFigure(value, unit, locale, apartFrom);
}

const DONE: Text = { zh: '已完成', en: 'done' };
const NOT_DONE: Text = { zh: '未完成', en: 'not done' };

/** The figure with its terms, its bounds, and what is required; of a repeated target the period it is of. */
function tellFigure(evaluated: EvaluatedTarget, result: Result, locale: Locale): string {
  const { figure, required, unit, bounds, figurePeriod, periods } = result;
  const { told } = evaluated.compiled.traits;
  const single = (unit === '' || unit === '级') && (told === 'state' || told === 'grade') ? told : 'amount';
  const written =
    single === 'amount'
      ? writeFigure(result, locale)
      : writeAs(single, figure ?? 0, unit, locale, required ?? Number.NaN);
  const when =
    periods.length > 0 && figurePeriod !== null
      ? `${writePeriod(windowOf(periods, figurePeriod), locale)}${COLON[locale]}`
      : '';
  const range = bounds === null ? '' : writeBounds(bounds, unit, locale);
  const value = `${when}${writeTerms(evaluated, result, locale)}${written}${range}`;
  if (required === null) return value;
  return against(
    value,
    single === 'amount'
      ? describeRequired(evaluated.compiled.target, result, locale)
      : writeAs(single, required, unit, locale, figure ?? Number.NaN),
    locale,
  );
}

/** The window a figure that was counted up to a day is of: the year, not its last day. */
function windowOf(periods: Result['periods'], figurePeriod: string): string {
  const end = parsePeriod(figurePeriod)?.end;
  const within = periods.find(({ period }) => {
    const window = parsePeriod(period);
    return end !== undefined && window !== undefined && window.start <= end && end <= window.end;
  });
  // of a level the report's own period says more: the half-year, where each is judged by itself
  return end === parseDate(figurePeriod) && within !== undefined ? within.period : figurePeriod;
}

function writeBounds([low, high]: readonly [number, number], unit: string, locale: Locale): string {
  const [from, to] = formatPair(low, high, unit, locale);
  return locale === 'zh' ? `（可能为${from}至${to}）` : ` (between ${from} and ${to})`;
}

/** What the figure was divided from, where it is a quotient: `77 ÷ 112 = `. */
function writeTerms(
  { compiled }: EvaluatedTarget,
  { figure, numerator, denominator, unit }: Result,
  locale: Locale,
): string {
  if (numerator === null || denominator === null || figure === null || denominator === 0) return '';
  const [above, below] = [formatNumber(numerator, locale, 6), formatNumber(denominator, locale, 6)];
  if (compiled.traits.takes === 'pair' && unit === '%') return `${above} ÷ ${below} − 1 = `;
  const whole = unit === '%' ? 100 : unit === '‰' ? 1000 : Number.NaN;
  const isQuotient = Math.abs((whole * numerator) / denominator - figure) <= 1e-6 * Math.max(1, Math.abs(figure));
  return isQuotient ? `${above} ÷ ${below} = ` : '';
}

const PATH_TEXTS: Readonly<Record<ExpectedPath, Text>> = {
  linear: { zh: '按直线', en: 'along a line' },
  stepped: { zh: '按阶梯', en: 'by the last step' },
  compound: { zh: '按复合增长', en: 'by compound growth' },
};

/** Where a running figure should be by now, along which line, and how far it is from there. */
function expectedSteps(result: Result): readonly ExplanationStep[] {
  const { expected, expectedPath, unit, verdict } = result;
  if (expected === null || expectedPath === null || unit === '' || verdict !== 'notYetDue') return [];
  const path = PATH_TEXTS[expectedPath];
  return [
    {
      kind: 'arithmetic',
      text: {
        zh: `序时进度${path.zh}${describeExpected(result, 'zh')}`,
        en: `${describeExpected(result, 'en')}, ${path.en}`,
      },
    },
  ];
}

/** Which light and by which rule, where it is a running one. */
function lightSteps(result: Result): readonly ExplanationStep[] {
  if (result.light === null || result.verdict !== 'notYetDue') return [];
  return [{ kind: 'arithmetic', text: say((locale) => describeLight(result, locale)) }];
}

function scheduleStep({ compiled, context }: EvaluatedTarget): ExplanationStep {
  const asOf = formatDate(context.asOf);
  const text = describeSchedule(compiled.target.schedule);
  const step = stepOf(context, compiled.target);
  const place = step
    ? { zh: `，共${step.of}步的第${step.number}步`, en: `, step ${step.number} of ${step.of}` }
    : { zh: '', en: '' };
  return {
    kind: 'schedule',
    text: { zh: `${text.zh}${place.zh}，截至${asOf}`, en: `${text.en}${place.en}; as of ${asOf}` },
  };
}

/** When a criterion is judged, in words. */
export function describeSchedule(schedule: Schedule): Text {
  switch (schedule.kind) {
    case 'by':
      return { zh: `期限${schedule.date}`, en: `due ${schedule.date}` };
    case 'eachYear':
      return { zh: '逐年判定', en: 'judged each year' };
    case 'eachHalf':
      return { zh: '每半年判定', en: 'judged each half-year' };
    case 'eachQuarter':
      return { zh: '每季度判定', en: 'judged each quarter' };
    case 'eachMonth':
      return { zh: '每月判定', en: 'judged each month' };
    case 'throughout':
      return { zh: '每个报告期都要保持', en: 'held in every reported period' };
    case 'standing':
      return { zh: '随时检查', en: 'judged at every check' };
  }
}

/** The verdict, and what makes it: what is missing, or of a repeated target the periods that were missed. */
function verdictStep({ compiled: { target } }: EvaluatedTarget, result: Result): ExplanationStep {
  const text = (locale: Locale): string => {
    const verdict = VERDICT_TEXTS[result.verdict][locale];
    const periods = describePeriods(result, locale);
    if (periods !== '') return `${verdict}${COLON[locale]}${periods}`;
    const missing = missedPeriods(result).length > 0 ? '' : describeMissing(target, result, locale);
    return [verdict, missing].filter((part) => part !== '').join(locale === 'zh' ? '，' : ', ');
  };
  return { kind: 'verdict', text: say(text) };
}

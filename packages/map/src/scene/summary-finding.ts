import type { Result } from '@guatu/core';
import { formatFigure, formatPair } from '../localize/format-figure.js';
import { formatNumber } from '../localize/format-number.js';
import { messagesOf } from '../localize/messages.js';
import { liesBelow, reportingLevel } from './area-facts.js';
import type { SummaryContext } from './summarise.js';

/** What was found: who passes, or the figure, or why there is none. */
export function describeFinding(context: SummaryContext): string {
  const { result, locale } = context;
  const { summary } = messagesOf(locale);
  switch (result.verdict) {
    case 'noCase':
      return summary.noCase;
    case 'dataError':
      return summary.dataError;
    case 'notComputable':
      return summary.notComputable;
    default:
      return result.figure === null ? describeSilence(context) : describeFigure(context, result.figure);
  }
}

/** Without a figure: nothing came, nothing that came can be used, or it makes no figure. */
function describeSilence({ result, refused, locale }: SummaryContext): string {
  const { summary, refused: words } = messagesOf(locale);
  if (result.completeness.reported > 0) return summary.notComputable;
  return refused > 0 ? words.here(refused) : summary.noData;
}

function describeFigure(context: SummaryContext, figure: number): string {
  const { target, result, locale } = context;
  const { summary, grade } = messagesOf(locale);
  const passing = countPassing(context, figure);
  if (passing) return describeShare(context, passing);
  switch (target.measure.kind) {
    case 'remaining':
      return figure === 0 ? summary.cleared : summary.remaining(formatFigure(figure, result.unit, locale));
    case 'rate':
      return describeRate(context, figure);
    case 'growth':
      return describeGrowth(context, figure);
    case 'state':
      return figure > 0 ? summary.done : summary.notDone;
    case 'grade':
      return grade(formatNumber(figure, locale));
    default:
      return formatFigure(figure, result.unit, locale, result.required);
  }
}

/** Members that pass out of all, with their counting word. */
export interface Passing {
  readonly passing: number;
  readonly total: number;
  readonly unit: (count: number) => string;
}

/** The members behind a share, a list of areas that must all pass, or a register every entry of which must. */
export function countPassing({ target, result, locale }: SummaryContext, figure: number): Passing | undefined {
  const messages = messagesOf(locale);
  const { measure, scope, criterion } = target;
  const { numerator, denominator, required, unit, completeness } = result;
  const ofLevel = (level: Result['level']) => (count: number) => messages.unitOfLevel(level, count);
  const whole = numerator !== null && denominator !== null && denominator > 0;
  const tallied = result.level !== scope.owes.level && (scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas');
  const counted = ofLevel(liesBelow(result.level, scope.owes.level) ? reportingLevel(target) : scope.owes.level);
  if (tallied && whole) return { passing: numerator, total: denominator, unit: counted };
  if (tallied && unit === '%') {
    const total = completeness.total;
    return { passing: Math.round((figure * total) / 100), total, unit: counted };
  }
  const members = scope.owes.register === undefined ? ofLevel(reportingLevel(target)) : () => messages.summary.member;
  if (measure.kind === 'share' || scope.owes.register !== undefined) {
    const total = completeness.total;
    if (whole) return { passing: numerator, total: denominator, unit: members };
    if (total === 0) return undefined;
    return { passing: unit === '%' ? Math.round((figure * total) / 100) : figure, total, unit: members };
  }
  if ((measure.kind === 'assignment' || measure.kind === 'case') && whole) {
    return { passing: numerator, total: denominator, unit: () => messages.summary.member };
  }
  if (measure.kind === 'checklist' && whole) {
    return { passing: numerator, total: denominator, unit: (count) => messages.summary.items(count) };
  }
  if (measure.kind === 'count' && criterion.kind === 'every' && required !== null && required > 0) {
    return { passing: figure, total: required, unit: () => messages.summary.member };
  }
  return undefined;
}

function describeShare({ result, locale }: SummaryContext, { passing, total, unit }: Passing): string {
  const { summary } = messagesOf(locale);
  const { completeness, stale, required } = result;
  const percent = formatFigure((100 * passing) / total, '%', locale, result.unit === '%' ? required : null);
  if (completeness.reported < completeness.total && completeness.total === total && !stale) {
    return summary.shareOfReported(passing, completeness.reported, total, unit(completeness.reported), percent);
  }
  return summary.shareOfAll(passing, total, unit(total), percent);
}

function describeRate({ evaluation, result, locale }: SummaryContext, figure: number): string {
  const { summary } = messagesOf(locale);
  const percent = formatFigure(figure, result.unit, locale, result.required);
  const { numerator, denominator } = result;
  if (numerator === null || denominator === null) return percent;
  const indicator = evaluation.plan.indicators.find(({ id }) => id === result.indicator);
  const unit = indicator?.type === 'ratio' ? indicator.unit : '';
  const below = indicator?.type === 'ratio' ? (indicator.denominatorUnit ?? unit) : '';
  const [part, whole] =
    below === unit
      ? formatPair(numerator, denominator, unit, locale)
      : [formatFigure(numerator, unit, locale), formatFigure(denominator, below, locale)];
  return summary.rate(percent, part, whole);
}

function describeGrowth({ evaluation, result, locale }: SummaryContext, figure: number): string {
  const { summary } = messagesOf(locale);
  const { numerator, denominator } = result;
  const paired = numerator !== null && denominator !== null && denominator !== 0;
  const growth = result.unit === '%' ? figure : paired ? 100 * (numerator / denominator - 1) : null;
  if (growth === null) return formatFigure(figure, result.unit, locale, result.required);
  if (growth === 0) return summary.unchanged;
  const percent = formatFigure(Math.abs(growth), '%', locale, 0);
  if (!paired) return summary.growth(percent, growth > 0);
  const indicator = evaluation.plan.indicators.find(({ id }) => id === result.indicator);
  const unit = indicator?.type === 'quantity' ? indicator.unit : '';
  const [now, before] = [formatFigure(numerator, unit, locale, denominator), formatFigure(denominator, unit, locale, numerator)];
  return summary.growthOf(percent, growth > 0, now, before);
}

/** On how many reports the figure stands; nothing where one area reports for itself, or the finding has said it. */
export function describeReports(context: SummaryContext): string {
  const { target, result, locale } = context;
  const messages = messagesOf(locale);
  const { summary } = messages;
  const { reported, total } = result.completeness;
  const { measure, scope } = target;
  const ownReports = measure.kind === 'occurrence' || measure.kind === 'assignment' || measure.kind === 'case';
  const fromRegister = measure.kind === 'count' || (measure.kind === 'remaining' && 'ledger' in measure) || scope.owes.register !== undefined;
  if (total <= 1 || ownReports || fromRegister || measure.kind === 'checklist') return joinParts(context, describeRefused(context), describePeriods(context));
  const tallied = result.level !== scope.owes.level && (scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas');
  const level = tallied && !liesBelow(result.level, scope.owes.level) ? scope.owes.level : reportingLevel(target);
  const unit = messages.unitOfLevel(level, total);
  const said = result.figure !== null && countPassing(context, result.figure)?.total === total && reported < total && !result.stale;
  const reports = said ? '' : result.stale && reported < total ? summary.reportedNow(reported, total, unit) : summary.reported(reported, total, unit);
  return joinParts(context, reports, describeRefused(context), describePeriods(context));
}

function joinParts({ locale }: SummaryContext, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(messagesOf(locale).summary.join);
}

/** Members that did not report may have: rows of them were refused. The finding says so where there is no figure. */
function describeRefused({ result: { figure, completeness }, refused, locale }: SummaryContext): string {
  if (refused === 0 || completeness.reported === completeness.total || (figure === null && completeness.reported === 0)) return '';
  return messagesOf(locale).refused.besides(refused);
}

function describePeriods({ result, locale }: SummaryContext): string {
  const { summary } = messagesOf(locale);
  const judged = result.periods.filter(({ verdict }) => JUDGED.has(verdict));
  if (judged.length === 0) return '';
  return summary.periods(judged.filter(({ verdict }) => verdict !== 'notAttained').length, judged.length);
}

const JUDGED: ReadonlySet<string> = new Set(['attained', 'attainedWithinTolerance', 'notAttained']);


import { parseDate, parsePeriod } from '@guatu/core';
import {
  countedNoun,
  criterionKind,
  describePeriods as namePeriods,
  formatFigure,
  formatNumber,
  formatPair,
  isTallied,
  nounFor,
  traitsOf,
  writeFigure,
  writePeriod,
} from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { outermostRows } from './outermost.js';
import type { SummaryContext } from './summary-context.js';

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
    case 'notApplicable':
    case 'notStarted':
    case 'notJudged':
    case 'notYetDue':
    case 'noData':
    case 'undecided':
    case 'attained':
    case 'attainedWithinTolerance':
    case 'notAttained':
      return result.figure === null ? describeSilence(context) : describeFigure(context, result.figure);
  }
}

/** Without a figure: nothing is here to be counted, nothing came, nothing that came can be used, or it makes no figure. */
function describeSilence(context: SummaryContext): string {
  const { result, refused, locale } = context;
  const { summary, refused: words } = messagesOf(locale);
  if (isEmptyPart(context)) return summary.nothingHere;
  if (result.completeness.reported > 0) return summary.notComputable;
  return refused > 0 ? words.here(refused) : summary.noData;
}

/** Whether a part has none of what the whole is known to count. */
function isEmptyPart({ evaluation, target, result }: SummaryContext): boolean {
  if (result.verdict !== 'notJudged' || result.completeness.total > 0) return false;
  const whole = evaluation.target(target.id);
  return outermostRows(evaluation).some(
    (row) => whole.completenessOf(row).total > 0 || whole.at(row).verdict === 'noCase',
  );
}

function describeFigure(context: SummaryContext, figure: number): string {
  const { target, result, locale } = context;
  const { summary, grade } = messagesOf(locale);
  const passing = countPassing(context, figure);
  if (passing) return describeShare(context, passing);
  switch (traitsOf(target.measure).told) {
    case 'left':
      return figure === 0 ? summary.cleared : summary.remaining(writeFigure(result, locale));
    case 'rate':
      return describeRate(context);
    case 'growth':
      return describeGrowth(context, figure);
    case 'state':
      return figure > 0 ? summary.done : summary.notDone;
    case 'grade':
      return grade(formatNumber(figure, locale));
    case 'amount':
      return writeFigure(result, locale);
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
  const { measure, scope, criterion } = target;
  const { numerator, denominator, required, unit, completeness, level } = result;
  const noun = countedNoun(target, level);
  const counted = { unit: (count: number) => nounFor(count, noun, locale) };
  const whole = numerator !== null && denominator !== null && denominator > 0;
  const tallied = isTallied(target, level);
  const { isShare, tellsPassing } = traitsOf(measure);
  const shared = isShare || scope.owes.register !== undefined || tallied;
  if (whole && (shared || tellsPassing)) return { passing: numerator, total: denominator, ...counted };
  if (shared && completeness.total > 0 && (unit === '%' || !tallied)) {
    const { total } = completeness;
    return { passing: unit === '%' ? Math.round((figure * total) / 100) : figure, total, ...counted };
  }
  if ('register' in measure && criterionKind(criterion).asksAll && required !== null && required > 0) {
    return { passing: figure, total: required, ...counted };
  }
  return undefined;
}

function describeShare({ result, locale }: SummaryContext, { passing, total, unit }: Passing): string {
  const { summary } = messagesOf(locale);
  const { completeness, stale, required, expected } = result;
  const percent = formatFigure((100 * passing) / total, '%', locale, [
    100,
    ...(result.unit === '%' ? [required, expected] : []),
  ]);
  if (completeness.reported < completeness.total && completeness.total === total && !stale) {
    return summary.shareOfReported(passing, completeness.reported, total, unit(completeness.reported), percent);
  }
  return summary.shareOfAll(passing, total, unit(total), percent);
}

function describeRate({ evaluation, result, locale }: SummaryContext): string {
  const { summary } = messagesOf(locale);
  const percent = writeFigure(result, locale);
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
  if (growth === null) return writeFigure(result, locale);
  if (growth === 0) return summary.unchanged;
  const percent = formatFigure(Math.abs(growth), '%', locale, 0);
  if (!paired) return summary.growth(percent, growth > 0);
  const indicator = evaluation.plan.indicators.find(({ id }) => id === result.indicator);
  const unit = indicator?.type === 'quantity' ? indicator.unit : '';
  const [now, before] = [
    formatFigure(numerator, unit, locale, denominator),
    formatFigure(denominator, unit, locale, numerator),
  ];
  return summary.growthOf(percent, growth > 0, now, before);
}

/** On how many reports the figure stands; nothing where one area reports for itself, or the finding has said it. */
export function describeReports(context: SummaryContext): string {
  const { target, result, locale } = context;
  const { summary } = messagesOf(locale);
  const { reported, total } = result.completeness;
  const { measure, scope } = target;
  const { ofAreas, ofItems } = traitsOf(measure);
  if (total <= 1 || !ofAreas || scope.owes.register !== undefined || ofItems)
    return joinParts(context, describeCarried(context), describeRefused(context), describePeriods(context));
  const unit = nounFor(total, countedNoun(target, result.level), locale);
  const said =
    result.figure !== null &&
    countPassing(context, result.figure)?.total === total &&
    reported < total &&
    !result.stale;
  const reports = said
    ? ''
    : result.stale && result.figurePeriod !== null
      ? reported === total && isCurrent(context, result.figurePeriod)
        ? summary.carriedPart(total, unit)
        : summary.carried(reported, total, unit, writePeriod(result.figurePeriod, locale))
      : summary.reported(reported, total, unit);
  return joinParts(context, reports, describeRefused(context), describePeriods(context));
}

/** Whether a period runs up to the day it is told on: what is carried forward is part of it then. */
function isCurrent({ evaluation }: SummaryContext, period: string): boolean {
  return (parsePeriod(period)?.end ?? 0) >= (parseDate(evaluation.asOf) ?? 0);
}

/** Of when a figure is that was carried forward. */
function describeCarried({ result: { stale, figure, figurePeriod }, locale }: SummaryContext): string {
  if (!stale || figure === null || figurePeriod === null) return '';
  return messagesOf(locale).summary.carriedFrom(writePeriod(figurePeriod, locale));
}

function joinParts({ locale }: SummaryContext, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(messagesOf(locale).summary.join);
}

/** Members that did not report may have: rows of them were refused. The finding says so where there is no figure. */
function describeRefused({ result: { figure, completeness }, refused, locale }: SummaryContext): string {
  if (refused === 0 || completeness.reported === completeness.total || (figure === null && completeness.reported === 0))
    return '';
  return messagesOf(locale).refused.besides(refused);
}

/** How many judged periods were met, and which were not: the figure that is shown is of another one. */
function describePeriods({ result, locale }: SummaryContext): string {
  const { summary, label } = messagesOf(locale);
  const judged = result.periods.filter(({ verdict }) => JUDGED.has(verdict));
  const missed = namePeriods(result, locale);
  const named =
    missed === ''
      ? ''
      : result.verdict === 'notAttained'
        ? summary.missedPeriods(missed)
        : summary.brokenPeriods(missed);
  if (judged.length === 0) return named;
  const met = summary.periods(judged.filter(({ verdict }) => verdict !== 'notAttained').length, judged.length);
  return [met, named].filter((part) => part !== '').join(label.join);
}

const JUDGED: ReadonlySet<string> = new Set(['attained', 'attainedWithinTolerance', 'notAttained']);

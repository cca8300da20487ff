import type { Criterion } from '@guatu/core';
import { yearsOf } from '@guatu/core';
import {
  criterionKind,
  describeExpected,
  describeGap,
  formatFigure,
  formatNumber,
  formatPair,
  traitsOf,
  writeDate,
  writeRequired,
} from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { countPassing } from './summary-finding.js';
import type { SummaryContext } from './summary-context.js';

/** What is asked, and by when; empty for a target that is only observed. */
export function describeRequirement(context: SummaryContext): string {
  const { target, result, locale } = context;
  const { summary, grade } = messagesOf(locale);
  const { must } = summary;
  const { criterion } = target;
  const due = describeDue(context);
  switch (criterion.kind) {
    case 'observe':
      return '';
    case 'every':
      return must.every(due);
    case 'none':
      return must.none(due);
    case 'done':
      return isTally(context) ? must.every(due) : must.done(due);
    case 'notAbove':
      return must.notAbove(due, writeRequired(result, locale));
    case 'gradeAtLeast':
      return must.grade(due, grade(formatNumber(criterion.grade, locale)));
    case 'between':
      return must.between(due, ...formatPair(criterion.lower, criterion.upper, criterion.unit, locale));
    case 'atLeast':
      return describeMembers(context, criterion, due) ?? describeBound(context, criterion, due);
    case 'moreThan':
      return criterion.value === 0 ? must.some(due) : describeBound(context, criterion, due);
    case 'atMost':
    case 'lessThan':
    case 'about':
      return describeBound(context, criterion, due);
  }
}

type NumberCriterion = Extract<Criterion, { readonly value: number }>;

/** A percentage of members, as the number of them it comes to. */
function describeMembers(context: SummaryContext, criterion: NumberCriterion, due: string): string | undefined {
  const { result, locale } = context;
  const passing = result.figure === null ? undefined : countPassing(context, result.figure);
  const { value, unit } = askedOf(context, criterion);
  if (!passing || unit !== '%') return undefined;
  // k of N reach p% when 100·k ≥ p·N; the slack keeps 55% of 112 at 62, not 61 or 63
  const needed = Math.ceil((value * passing.total) / 100 - 1e-9);
  const count = `${formatNumber(needed, locale)}${locale === 'zh' ? '' : ' '}${passing.unit(needed)}`.trim();
  return messagesOf(locale).summary.must.members(due, count, formatFigure(value, '%', locale));
}

function describeBound(context: SummaryContext, criterion: NumberCriterion, due: string): string {
  const { result, locale } = context;
  const { value, unit } = askedOf(context, criterion);
  return messagesOf(locale).summary.must[criterion.kind](
    due,
    result.required === null ? formatFigure(value, unit, locale) : writeRequired(result, locale),
  );
}

/** The number that is asked here: the area's own where it has one. */
function askedOf({ result: { required, unit } }: SummaryContext, criterion: NumberCriterion) {
  return required === null ? { value: criterion.value, unit: criterion.unit } : { value: required, unit };
}

/** The end of a calendar year is called so where the plan counts in those; else it is the end of a December. */
function describeDue({ evaluation, target: { schedule }, locale }: SummaryContext): string {
  const { due } = messagesOf(locale).summary;
  if (schedule.kind !== 'by') return due[schedule.kind];
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(schedule.date) ?? [];
  if (year === '') return due.day(schedule.date);
  const { month: first, day: of } = yearsOf(evaluation.plan);
  if (month === '12' && day === '31' && first === 1 && of === 1) return due.yearEnd(year);
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) === last ? due.monthEnd(year, Number(month)) : due.day(writeDate(schedule.date, locale));
}

/** Where it stands: reached, short, missed, undecided. */
export function describeStatus(context: SummaryContext): string {
  const { target, result, locale } = context;
  const messages = messagesOf(locale);
  const { summary } = messages;
  const gap = describeGap(target, result, locale);
  switch (result.verdict) {
    case 'attained':
      return summary.reached;
    case 'attainedWithinTolerance':
      return summary.reachedWithinTolerance;
    case 'notAttained':
      return [describeMiss(context, gap), ...remarks(context)].join(messages.label.join);
    case 'undecided':
      return summary.undecided;
    case 'notYetDue':
      return describeRunning(context, gap);
    case 'notJudged':
      return result.movement !== null ? messages.movement[result.movement] : summary.notJudged;
    case 'notApplicable':
    case 'notStarted':
    case 'notComputable':
    case 'dataError':
    case 'noCase':
    case 'noData':
      return '';
  }
}

function describeMiss({ target, result, locale }: SummaryContext, gap: string): string {
  const { summary } = messagesOf(locale);
  const repeated = result.periods.length > 0;
  if (gap === '' || repeated || clears(target.criterion)) return summary.missed;
  return isDownward(target.criterion) ? summary.missedOver(gap) : summary.missedBy(gap);
}

function describeRunning({ target, result, locale }: SummaryContext, gap: string): string {
  const { summary } = messagesOf(locale);
  if (result.figure === null || result.gap === null) return '';
  const downward = isDownward(target.criterion);
  if (gap !== '') return clears(target.criterion) ? '' : downward ? summary.over(gap) : summary.short(gap);
  if (downward) return summary.within;
  if (target.schedule.kind === 'by') return summary.reachedEarly;
  return target.schedule.kind === 'throughout' || target.schedule.kind === 'standing' ? summary.held : '';
}

/** The remarks a miss must not be told without. */
function remarks({ result, locale }: SummaryContext): readonly string[] {
  const needed = new Set(['dateNotExplicit', 'outsideControl']);
  return result.remarks.filter(({ code }) => needed.has(code)).map(({ text }) => text[locale]);
}

/** Whether too much is what is wrong; of what has to be cleared it is that anything is left. */
function isDownward(criterion: Criterion): boolean {
  return criterionKind(criterion).direction === 'down' && !clears(criterion);
}

function clears(criterion: Criterion): boolean {
  return criterionKind(criterion).clears === true;
}

function isTally({ target, result }: SummaryContext): boolean {
  return result.level !== target.scope.owes.level || traitsOf(target.measure).ofSeveral;
}

/** Where the figure should be by now and how far from there it is; empty once judged. */
export function describePace({ result, locale }: Pick<SummaryContext, 'result' | 'locale'>): string {
  const clause = result.unit === '' ? '' : describeExpected(result, locale);
  return clause === '' ? '' : messagesOf(locale).summary.expected(clause);
}

/** Adds the light to a clause, as a word. */
export function describeLight({ result, locale }: SummaryContext, clause: string): string {
  const messages = messagesOf(locale);
  if (result.light === null || clause === '') return clause;
  return messages.summary.withLight(clause, messages.light[result.light]);
}

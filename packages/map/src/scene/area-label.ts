import type { Locale, Target } from '@guatu/core';
import {
  describeRequired,
  formatFigure,
  formatNumber,
  formatPercent,
  prefixAsked,
  writeDate,
  writeFigure,
} from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { isYesNo } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import { LIGHT_CLASSES, marksOf } from './classes.js';
import type { Classification } from './classes.js';
import { nameNothing } from './nothing-words.js';
import { writeStarted } from './started-words.js';

export interface LabelOptions {
  readonly classification: Classification;
  readonly target: Target | null;
  readonly locale: Locale;
  readonly markOf: ReadonlyMap<string, string>;
}

/** One line on an area for tooltips and screen readers: name, batch and start, figure, verdict, light. */
export function labelArea(area: AreaFacts, index: number, options: LabelOptions): string {
  const messages = messagesOf(options.locale);
  const parts = [area.name, ...describeRollout(area, options), ...describeResult(area, index, options)];
  return parts.filter((part) => part !== '').join(messages.label.join);
}

function describeRollout(
  { cohort, state, startedOn, totals }: AreaFacts,
  { locale, markOf }: LabelOptions,
): readonly string[] {
  const messages = messagesOf(locale);
  if (state === 'none') return [writeStarted(totals, locale)];
  const when = startedOn === null ? messages.rollout[state] : messages.startedOn(writeDate(startedOn, locale));
  return [messages.cohortOf(markOf.get(cohort) ?? '', cohort), when];
}

function describeResult(area: AreaFacts, index: number, options: LabelOptions): readonly string[] {
  const { basis } = options.classification;
  if (basis === 'change') return describeChange(index, options);
  if (basis === 'domain') return describeDomain(area, index, options);
  return describeTarget(area, index, options);
}

/** Both ends and what lies between them; of a missing end its date and why. */
function describeChange(index: number, { classification, locale }: LabelOptions): readonly string[] {
  const { change: words, light, nothing, label } = messagesOf(locale);
  const { change, of, values, classes, unit } = classification;
  const kind = of[index] ?? 'noData';
  if (!change) return [];
  const { earlier, later, dates } = change;
  if (later.basis === 'rollout') return typeof kind === 'number' ? [classes[kind]?.label ?? ''] : [];
  const write = (end: Classification): string => {
    const own = end.of[index] ?? 'noData';
    const value = end.values[index] ?? Number.NaN;
    if (typeof own !== 'number') return nothing[own];
    if (end.basis === 'lights') return light[LIGHT_CLASSES[own] ?? 'none'];
    return end.basis === 'figure'
      ? formatFigure(value, unit, locale)
      : `${formatPercent(value, locale, marksOf(end))}%`;
  };
  if (typeof kind !== 'number') {
    const missing = [earlier, later].flatMap((end, at) =>
      typeof end.of[index] === 'number' ? [] : [words.missingAt(writeDate(dates[at] ?? '', locale), write(end))],
    );
    return missing.length > 0 ? missing : [kind === 'noData' ? label.stale : nothing[kind]];
  }
  const value = values[index] ?? Number.NaN;
  const moved =
    value === 0
      ? words.same
      : later.basis === 'lights'
        ? (classes[kind]?.label ?? '')
        : writeDifference(value, classification, locale);
  return [words.fromTo(write(earlier), write(later)), moved];
}

function writeDifference(value: number, { change, unit }: Classification, locale: Locale): string {
  const { change: words } = messagesOf(locale);
  const sign = value > 0 ? '+' : '−';
  const points = change?.later.basis !== 'figure' || unit === '%';
  return points
    ? words.points(`${sign}${formatNumber(Math.abs(value), locale, 1)}`)
    : `${sign}${formatFigure(Math.abs(value), unit, locale)}`;
}

function describeDomain(
  { domain, refused }: AreaFacts,
  index: number,
  { classification, locale }: LabelOptions,
): readonly string[] {
  const { label, domain: words } = messagesOf(locale);
  const kind = classification.of[index] ?? 'noData';
  if (typeof kind !== 'number' || domain === null)
    return [nameNothing(typeof kind === 'number' ? 'noData' : kind, refused, locale)];
  const { reported, total } = domain.completeness;
  return [
    label.attainment(formatPercent(domain.attainment ?? 0, locale, marksOf(classification))),
    words.counted(reported, total),
  ];
}

function describeTarget({ result, refused }: AreaFacts, index: number, options: LabelOptions): readonly string[] {
  const { classification, target, locale } = options;
  const messages = messagesOf(locale);
  const kind = classification.of[index] ?? 'noData';
  if (target === null || result === null) return [];
  if (kind === 'notStarted') return [];
  if (typeof kind !== 'number' && classification.basis !== 'rollout')
    return [nameNothing(kind, kind === 'noData' ? refused : 0, locale)];
  const value = classification.values[index] ?? Number.NaN;
  const progress = Number.isNaN(value)
    ? ''
    : classification.basis === 'attainment'
      ? messages.label.attainment(formatPercent(value, locale, marksOf(classification)))
      : classification.basis === 'progress' && !isYesNo(target, true)
        ? messages.label.progress(formatPercent(value, locale, marksOf(classification)))
        : '';
  const { reported, total } = result.completeness;
  return [
    describeFigure({ ...options, target }, result),
    progress,
    result.verdict === 'notJudged' ? '' : messages.verdict[result.verdict],
    result.light === null ? '' : messages.light[result.light],
    total > 1 ? messages.label.reported(reported, total) : '',
    result.stale ? messages.label.stale : '',
  ];
}

function describeFigure(
  { target, locale, classification }: LabelOptions & { readonly target: Target },
  result: NonNullable<AreaFacts['result']>,
): string {
  const messages = messagesOf(locale);
  const { figure, required, memberFigure, memberRequired, memberUnit } = result;
  if (isYesNo(target, classification.basis === 'progress')) {
    return figure === null ? '' : figure > 0 ? messages.yes : messages.no;
  }
  if (memberFigure !== null && memberRequired !== null) {
    const own = formatFigure(memberFigure, memberUnit ?? '', locale, memberRequired);
    const asked = formatFigure(memberRequired, memberUnit ?? '', locale, memberFigure);
    return messages.label.against(own, prefixAsked(target.measure, asked, locale));
  }
  if (figure === null) return '';
  if (required === null || result.verdict === 'notJudged') return messages.label.figure(writeFigure(result, locale));
  return messages.label.against(writeFigure(result, locale), describeRequired(target, result, locale));
}

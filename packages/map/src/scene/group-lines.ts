import type { Evaluation, Locale, Result, Target } from '@guatu/core';
import { formatFigure } from '../localize/format-figure.js';
import { messagesOf } from '../localize/messages.js';
import type { GroupLines } from './place-texts.js';

export interface GroupOptions {
  readonly evaluation: Evaluation;
  readonly target: Target | null;
  readonly codes: Iterable<string>;
  readonly locale: Locale;
}

/** What stands over each group: its figure for the target, how many of its areas started and how many reported. */
export function writeGroupLines({ evaluation, target, codes, locale }: GroupOptions): readonly GroupLines[] {
  const { roster } = evaluation.dataset;
  const evaluated = target === null ? null : evaluation.target(target.id);
  return [...new Set(codes)].map((code): GroupLines => {
    const row = code === '' ? -1 : roster.indexOf(code);
    const area = roster.areas[row];
    if (!area) return { code, name: '', figure: '', details: [] };
    const result = evaluated?.at(row) ?? null;
    const details = writeDetails(evaluation, row, result, locale);
    return { code, name: area.name, figure: target && result ? writeFigure(target, result, locale) : '', details };
  });
}

/** Details from the longest to the shortest, so that a narrow block can take what fits. */
function writeDetails(evaluation: Evaluation, row: number, result: Result | null, locale: Locale): readonly string[] {
  const { header } = messagesOf(locale);
  const { started, total } = evaluation.rolloutTotals(row);
  const rollout = total > 0 ? header.started(started, total) : '';
  const { reported, total: members } = result?.completeness ?? { reported: 0, total: 0 };
  const reports = members > 1 ? header.reported(reported, members) : '';
  return [[rollout, reports].filter((part) => part !== '').join(' · '), rollout, reports].filter((part) => part !== '');
}

/** The group's own figure: passing share, rate, amount; what nobody reported is said to be so. */
function writeFigure(target: Target, { figure, numerator, denominator, unit, verdict, completeness, level }: Result, locale: Locale): string {
  const { header } = messagesOf(locale);
  if (verdict === 'notApplicable' || verdict === 'notStarted') return '';
  if (figure === null) return completeness.total > 0 || verdict === 'noData' ? header.noFigure : '';
  const tallied = target.scope.rollUp === 'allOf' || target.scope.rollUp === 'shareOfAreas';
  const above = tallied && level !== target.scope.owes.level;
  if ((above || target.measure.kind === 'share') && numerator !== null && denominator !== null && denominator > 0) {
    return header.passing(`${Math.floor((100 * numerator) / denominator + 1e-9)}%`);
  }
  return formatFigure(figure, unit, locale);
}

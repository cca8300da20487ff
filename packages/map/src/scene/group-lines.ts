import type { Evaluation, Locale, Result, Target } from '@guatu/core';
import { formatFigure, formatPercent, traitsOf, writeFigure } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { Subject } from './area-facts.js';
import type { GroupLines } from './place-texts.js';
import { writeStarted } from './started-words.js';

export interface GroupOptions {
  readonly evaluation: Evaluation;
  /** The earlier date of a change; nothing where one date is drawn. */
  readonly before: Evaluation | null;
  readonly subject: Subject;
  readonly codes: Iterable<string>;
  /** Whether the groups are the areas drawn, and not what stands around them. */
  readonly own: boolean;
  readonly locale: Locale;
}

/** What stands over each group: its figure, how many of its areas started and how many reported. */
export function writeGroupLines({
  evaluation,
  before,
  subject,
  codes,
  own,
  locale,
}: GroupOptions): readonly GroupLines[] {
  const { roster } = evaluation.dataset;
  return [...new Set(codes)].map((code): GroupLines => {
    const row = code === '' ? -1 : roster.indexOf(code);
    const area = roster.areas[row];
    if (!area) return { code, name: '', figure: '', details: [] };
    const { figure, reports } = describeGroup(evaluation, subject, row, locale);
    const earlier = before === null ? '' : describeGroup(before, subject, row, locale).figure;
    const details = writeDetails(evaluation, row, reports, locale);
    if (before === null) return { code, name: area.name, figure, details };
    const moved = earlier !== '' && figure !== '' ? messagesOf(locale).change.fromTo(earlier, figure) : '';
    // where the group is itself the area that changed, the change is its figure
    return own
      ? { code, name: area.name, figure: '', details: [moved, ...details].filter((line) => line !== '') }
      : { code, name: area.name, figure: moved, details };
  });
}

interface GroupWords {
  readonly figure: string;
  readonly reports: string;
}

function describeGroup(
  evaluation: Evaluation,
  { view, target, domain }: Subject,
  row: number,
  locale: Locale,
): GroupWords {
  const { header, domain: words } = messagesOf(locale);
  if (view === 'rollout') return { figure: '', reports: '' };
  if (target !== null) {
    const evaluated = evaluation.target(target.id);
    const result = evaluated.at(row);
    const { reported, total } = result.completeness;
    const silent = reported === 0 && evaluated.refusedOf(row) > 0 ? header.refused : header.noFigure;
    return {
      figure: writeOwn(target, result, { silent, locale }),
      reports: total > 1 ? header.reported(reported, total) : '',
    };
  }
  if (domain === null) return { figure: '', reports: '' };
  const { attainment, completeness } = evaluation.domain(domain, row);
  if (completeness.total === 0) return { figure: '', reports: '' };
  return {
    figure: attainment === null ? header.noFigure : `${formatPercent(attainment, locale)}%`,
    reports: words.counted(completeness.reported, completeness.total),
  };
}

/** Details from the longest to the shortest, so that a narrow block can take what fits. */
function writeDetails(evaluation: Evaluation, row: number, reports: string, locale: Locale): readonly string[] {
  const rollout = writeStarted(evaluation.rolloutTotals(row), locale);
  return [[rollout, reports].filter((part) => part !== '').join(' · '), rollout, reports].filter((part) => part !== '');
}

/** The group's own figure: passing share, rate, amount; what nobody reported, or nobody can use, is said to be so. */
function writeOwn(
  target: Target,
  result: Result,
  { silent, locale }: { readonly silent: string; readonly locale: Locale },
): string {
  const { figure, numerator, denominator, required, expected, unit, verdict, completeness, level } = result;
  const { header } = messagesOf(locale);
  if (verdict === 'notApplicable' || verdict === 'notStarted') return '';
  if (figure === null && completeness.reported > 0) return header.notComputable;
  if (figure === null) return completeness.total > 0 || verdict === 'noData' ? silent : '';
  const tallied = target.scope.rollUp === 'allOf' || target.scope.rollUp === 'shareOfAreas';
  const above = tallied && level !== target.scope.owes.level;
  if ((above || traitsOf(target.measure).isShare) && numerator !== null && denominator !== null && denominator > 0) {
    return header.passing(
      formatFigure((100 * numerator) / denominator, '%', locale, [100, ...(unit === '%' ? [required, expected] : [])]),
    );
  }
  return writeFigure(result, locale);
}

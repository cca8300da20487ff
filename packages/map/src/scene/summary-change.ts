import type { Evaluation, Locale } from '@guatu/core';
import { formatFigure, traitsOf, writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { Classification } from './classes.js';
import { ROLLOUT_CHANGES } from './changes.js';
import { MOST_ROOTS, outermostRows } from './outermost.js';
import { nameSubject } from './summarise.js';
import type { Subject } from './area-facts.js';

export interface ChangeSummaryOptions {
  readonly earlier: Evaluation;
  readonly later: Evaluation;
  readonly subject: Subject;
  /** Of the change, whichever way it is shown. */
  readonly classification: Classification;
  readonly level: 'township' | 'village';
  /** Code of the township it is said of; the root of the roster by default. */
  readonly within: string | undefined;
  readonly locale: Locale;
}

/**
 * What a comparison of two dates finds: the county's figure at both, how many areas can be compared, and which way they
 * went. Areas without a figure of their own at either date are counted apart.
 */
export function summariseChange(options: ChangeSummaryOptions): string {
  const { earlier, later, subject, locale } = options;
  const { change, summary } = messagesOf(locale);
  const name = nameSubject(later.plan, subject, locale);
  const opening = change.subject(name, writeDate(earlier.asOf, locale), writeDate(later.asOf, locale));
  const clauses = [...describeRoots(options), ...describeAreas(options)].filter((clause) => clause !== '');
  return `${opening}${clauses.join(summary.join)}${summary.end}`;
}

/** The figures of the outermost areas, or of the township drawn alone, at both dates. */
function describeRoots(options: ChangeSummaryOptions): readonly string[] {
  const { later, within } = options;
  const rows =
    within === undefined ? outermostRows(later).slice(0, MOST_ROOTS) : [later.dataset.roster.indexOf(within)];
  return rows.map((row) => describeRoot(options, row));
}

/** The figure of an area at both dates; nothing where it is missing at one. */
function describeRoot(
  { earlier, later, subject: { target, view }, locale }: ChangeSummaryOptions,
  row: number,
): string {
  if (target === null || view === 'rollout') return '';
  const { roster } = later.dataset;
  const [before, after] = [earlier, later].map((evaluation) => evaluation.target(target.id).at(row));
  if (before?.figure == null || after?.figure == null || before.unit !== after.unit) return '';
  const { change, summary } = messagesOf(locale);
  const yesNo = traitsOf(target.measure).told === 'state' && after.unit === '';
  const write = (figure: number, other: number | null): string =>
    yesNo ? (figure > 0 ? summary.done : summary.notDone) : formatFigure(figure, after.unit, locale, other);
  const moved =
    before.figure === after.figure
      ? change.stays(write(after.figure, null))
      : change.fromTo(write(before.figure, after.figure), write(after.figure, before.figure));
  return [roster.areas[row]?.name ?? '', moved].join(locale === 'zh' ? '' : ' ');
}

function describeAreas(options: ChangeSummaryOptions): readonly string[] {
  const { classification, level, locale } = options;
  const { change, unitOfLevel } = messagesOf(locale);
  const unit = (count: number): string => unitOfLevel(level, count);
  const { of, values, change: ends } = classification;
  const basis = ends?.later.basis;
  if (basis === 'rollout') return describeRollout(options);
  const known = values.filter((_, index) => typeof of[index] === 'number');
  const missing = of.filter(
    (kind) => kind === 'noData' || kind === 'notComputable' || kind === 'notReportedHere' || kind === 'notStarted',
  ).length;
  if (known.length === 0) return [change.nothing];
  const [more, less] = [known.filter((value) => value > 0).length, known.filter((value) => value < 0).length];
  const say = basis === 'lights' ? change.movedLights : basis === 'figure' ? change.movedFigures : change.moved;
  const total = known.length + missing;
  return [
    change.comparable(known.length, total, unit(total)),
    say(String(more), String(less), String(known.length - more - less)),
    missing === 0 ? '' : change.missing(missing, unit(missing)),
  ];
}

function describeRollout({ classification: { of }, level, locale }: ChangeSummaryOptions): readonly string[] {
  const { change, unitOfLevel } = messagesOf(locale);
  const count = (kind: (typeof ROLLOUT_CHANGES)[number]): number =>
    of.filter((found) => found === ROLLOUT_CHANGES.indexOf(kind)).length;
  const [newly, before, late] = [count('newlyStarted'), count('startedBefore'), count('newlyLate')];
  return [
    change.rolloutFound(newly, before, before + newly, unitOfLevel(level, newly)),
    late === 0 ? '' : change.lateFound(late, unitOfLevel(level, late)),
  ];
}

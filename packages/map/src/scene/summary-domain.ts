import type { Evaluation, Locale } from '@guatu/core';
import { formatPercent, writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { AreaFacts } from './area-facts.js';

export interface DomainSummaryOptions {
  readonly facts: readonly AreaFacts[];
  readonly level: 'township' | 'village';
  /** Of the area it is said of; below 0 for none. */
  readonly row: number;
  /** Rows that were refused, of what is shown. */
  readonly refused: number;
  readonly locale: Locale;
}

/**
 * What is found of a domain: the attainment of the whole, as its card says it; of the areas drawn the mean attainment of the areas that have data, how many attain all of it, and the two
 * ends. Areas without data are left out and counted.
 *
 * @throws RangeError for a domain the plan does not have
 */
export function summariseDomain(
  evaluation: Evaluation,
  id: string,
  { facts, level, row, refused, locale }: DomainSummaryOptions,
): string {
  const { plan, asOf } = evaluation;
  const domain = plan.domains.find((candidate) => candidate.id === id);
  if (!domain) throw new RangeError(`unknown domain: ${id}`);
  const { domain: words, summary, unitOfLevel, level: levels } = messagesOf(locale);
  const opening = [
    words.subject(domain.name[locale], writeDate(asOf, locale)),
    describeOwn(evaluation, id, row, locale),
  ].join('');
  const asked = facts.filter((area) => (area.domain?.completeness.total ?? 0) > 0);
  const known = asked
    .flatMap(({ name, domain: own }) => (own?.attainment == null ? [] : [{ name, attainment: own.attainment }]))
    .sort((a, b) => b.attainment - a.attainment);
  if (asked.length === 0) return `${opening}${words.none(levels[level])}${summary.end}`;
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst)
    return `${opening}${refused > 0 ? messagesOf(locale).refused.here(refused) : words.silent}${summary.end}`;
  const percent = (ratio: number): string => `${formatPercent(ratio, locale)}%`;
  const mean = known.reduce((sum, { attainment }) => sum + attainment, 0) / known.length;
  const full = known.filter(({ attainment }) => attainment >= 1).length;
  const counts = asked.reduce(
    (sum, area) => ({
      reported: sum.reported + (area.domain?.completeness.reported ?? 0),
      total: sum.total + (area.domain?.completeness.total ?? 0),
    }),
    { reported: 0, total: 0 },
  );
  const clauses = [
    words.mean(known.length, asked.length, unitOfLevel(level, asked.length), percent(mean)),
    full === 0 ? '' : words.full(full, unitOfLevel(level, full)),
    percent(best.attainment) === percent(worst.attainment)
      ? ''
      : words.ends(best.name, percent(best.attainment), worst.name, percent(worst.attainment)),
    words.countedInAll(counts.reported, counts.total),
  ];
  return `${opening}${clauses.filter((clause) => clause !== '').join(summary.join)}${summary.end}`;
}

/** What the card of the whole says; nothing where the domain asks nothing of it or nobody reported. */
function describeOwn(evaluation: Evaluation, id: string, row: number, locale: Locale): string {
  const area = evaluation.dataset.roster.areas[row];
  if (!area) return '';
  const { attainment, completeness } = evaluation.domain(id, row);
  const { domain: words, summary } = messagesOf(locale);
  if (attainment === null) return '';
  return `${words.own(area.name, `${formatPercent(attainment, locale)}%`, words.counted(completeness.reported, completeness.total))}${summary.join}`;
}

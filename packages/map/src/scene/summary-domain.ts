import type { Evaluation, Locale } from '@guatu/core';
import { formatPercent, writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { AreaFacts } from './area-facts.js';

/**
 * What is found of a domain: the mean attainment of the areas that have data, how many attain all of it, and the two
 * ends. Areas without data are left out and counted.
 *
 * @throws RangeError for a domain the plan does not have
 */
export function summariseDomain(
  { plan, asOf }: Evaluation,
  id: string,
  { facts, level, refused, locale }: { readonly facts: readonly AreaFacts[]; readonly level: 'township' | 'village'; readonly refused: number; readonly locale: Locale },
): string {
  const domain = plan.domains.find((candidate) => candidate.id === id);
  if (!domain) throw new RangeError(`unknown domain: ${id}`);
  const { domain: words, summary, unitOfLevel } = messagesOf(locale);
  const opening = words.subject(domain.name[locale], writeDate(asOf, locale));
  const asked = facts.filter((area) => (area.domain?.completeness.total ?? 0) > 0);
  const known = asked
    .flatMap(({ name, domain: own }) => (own?.attainment == null ? [] : [{ name, attainment: own.attainment }]))
    .sort((a, b) => b.attainment - a.attainment);
  if (asked.length === 0) return `${opening}${words.none}${summary.end}`;
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst) return `${opening}${refused > 0 ? messagesOf(locale).refused.here(refused) : words.silent}${summary.end}`;
  const percent = (ratio: number): string => `${formatPercent(ratio, locale)}%`;
  const mean = known.reduce((sum, { attainment }) => sum + attainment, 0) / known.length;
  const full = known.filter(({ attainment }) => attainment >= 1).length;
  const counts = asked.reduce(
    (sum, area) => ({ reported: sum.reported + (area.domain?.completeness.reported ?? 0), total: sum.total + (area.domain?.completeness.total ?? 0) }),
    { reported: 0, total: 0 },
  );
  const clauses = [
    words.mean(known.length, asked.length, unitOfLevel(level, asked.length), percent(mean)),
    full === 0 ? '' : words.full(full, unitOfLevel(level, full)),
    percent(best.attainment) === percent(worst.attainment) ? '' : words.ends(best.name, percent(best.attainment), worst.name, percent(worst.attainment)),
    words.counted(counts.reported, counts.total),
  ];
  return `${opening}${clauses.filter((clause) => clause !== '').join(summary.join)}${summary.end}`;
}

import type { Evaluation, Locale, Plan } from '@guatu/core';
import { writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { liesBelow } from './area-facts.js';
import type { Subject } from './area-facts.js';
import { listCohorts } from './marks.js';
import { MOST_ROOTS, outermostRows } from './outermost.js';
import type { SummaryContext } from './summary-context.js';
import { describeFinding, describeReports } from './summary-finding.js';
import { describeLight, describePace, describeRequirement, describeStatus } from './summary-status.js';

/**
 * The sentence over the map: what is shown, as of when, on how many reports, and the finding: how many reach it, how
 * many must, how many are missing, how far from schedule. Made from the evaluation; the map's accessible summary too.
 *
 * @param target id of a target, or `null` for the rollout
 * @param code area it is said of, which the sentence names; the outermost area by default, each by its name where there are several
 * @throws RangeError for a target the plan does not have
 *
 * @example
 * summarise(evaluation, 'collective-income-5-2022', 'zh');
 * // 集体收入5万元以上的村，截至2021年12月31日：112村中77村达到，占68.8%；2022年底须达79村（70%），还差2村。
 */
export function summarise(evaluation: Evaluation, target: string | null, locale: Locale, code?: string): string {
  const { roster } = evaluation.dataset;
  const rows = code === undefined ? outermostRows(evaluation) : [roster.indexOf(code)];
  return nameWithin(evaluation, code, locale, summariseRows(evaluation, target, locale, rows));
}

/** A sentence that is about one area, with the area's name. */
export function nameWithin(
  { dataset: { roster } }: Evaluation,
  code: string | undefined,
  locale: Locale,
  sentence: string,
): string {
  const area = code === undefined ? undefined : roster.areas[roster.indexOf(code)];
  return area ? messagesOf(locale).summary.ofArea(area.name, sentence) : sentence;
}

/** One sentence after what is shown; of several outermost areas one each, with its name. */
function summariseRows(evaluation: Evaluation, target: string | null, locale: Locale, rows: readonly number[]): string {
  const { summary } = messagesOf(locale);
  const say = (row: number): string => `${describeRow(evaluation, target, locale, row)}${summary.end}`;
  const subject = nameShown(evaluation, target, locale);
  if (rows.length <= 1) return `${subject}${say(rows[0] ?? -1)}`;
  const { areas } = evaluation.dataset.roster;
  const named = rows.slice(0, MOST_ROOTS).map((row) => summary.ofOne(areas[row]?.name ?? '', say(row)));
  const more = rows.length - named.length;
  return `${subject}${[...named, ...(more > 0 ? [summary.moreAreas(more)] : [])].join(locale === 'zh' ? '' : ' ')}`;
}

function nameShown(evaluation: Evaluation, target: string | null, locale: Locale): string {
  const { summary } = messagesOf(locale);
  const date = writeDate(evaluation.asOf, locale);
  return target === null
    ? summary.rolloutSubject(date)
    : summary.subject(evaluation.target(target).target.name[locale], date);
}

function describeRow(evaluation: Evaluation, target: string | null, locale: Locale, row: number): string {
  if (target === null) return describeRollout(evaluation, row, locale);
  if (row < 0) return messagesOf(locale).summary.notApplicable;
  const evaluated = evaluation.target(target);
  return describeTarget({
    evaluation,
    target: evaluated.target,
    result: evaluated.at(row),
    refused: evaluated.refusedOf(row),
    locale,
  });
}

/** What is shown, by its name: a target, a domain, or the rollout. */
export function nameSubject(plan: Plan, { view, target, domain }: Subject, locale: Locale): string {
  if (view !== 'rollout' && target !== null) return target.name[locale];
  const named = view === 'rollout' ? undefined : plan.domains.find(({ id }) => id === domain);
  return named?.name[locale] ?? messagesOf(locale).summary.rolloutName;
}

function describeTarget(context: SummaryContext): string {
  const { summary, label } = messagesOf(context.locale);
  const { verdict } = context.result;
  if (verdict === 'notApplicable') return summary.notApplicable;
  if (verdict === 'notStarted') return summary.notStarted;
  // what the county owes is asked of none of its townships
  const owed = !liesBelow(context.result.level, context.target.scope.owes.level);
  const status = [describeStatus(context), describePace(context)].filter((part) => part !== '');
  const asked = [owed ? describeRequirement(context) : '', ...status].filter((part) => part !== '').join(label.join);
  const lit = describeLight(context, asked);
  return [describeFinding(context), describeReports(context), lit].filter((part) => part !== '').join(summary.join);
}

function describeRollout(evaluation: Evaluation, row: number, locale: Locale): string {
  const messages = messagesOf(locale);
  const { summary } = messages;
  const { rollout } = evaluation.plan;
  if (!rollout || row < 0) return summary.noRollout;
  const { started, total, late, unreported, startsReported } = evaluation.rolloutTotals(row);
  const unit = (count: number): string => messages.unitOfLevel(rollout.level, count);
  const batches = countBatches(evaluation, row);
  const due = batches.reduce((sum, batch) => sum + batch.due, 0);
  const clauses = [
    ...(startsReported
      ? [
          summary.rollout(started, total, unit(total), unit(started)),
          batches.map((batch) => summary.cohort(batch.mark, batch.started, batch.total)).join(messages.label.list),
        ]
      : [unreported > 0 ? summary.startsUnreported(unreported, unit(unreported)) : summary.noStarts]),
    due === 0 ? '' : startsReported ? summary.dueNow(due, unit(due)) : summary.dueThisYear(due, unit(due)),
    late > 0 ? summary.late(late, unit(late)) : '',
  ];
  return clauses.filter((clause) => clause !== '').join(summary.join);
}

interface BatchCount {
  readonly mark: string;
  started: number;
  due: number;
  total: number;
}

function countBatches(evaluation: Evaluation, root: number): readonly BatchCount[] {
  const { plan, dataset } = evaluation;
  const { areas, parents } = dataset.roster;
  const counts = new Map<string, BatchCount>();
  for (const { cohort, mark } of listCohorts(
    plan,
    areas.map((area) => area.rollout),
  )) {
    counts.set(cohort, { mark, started: 0, due: 0, total: 0 });
  }
  const inside = new Uint8Array(areas.length);
  for (const [row] of areas.entries()) {
    inside[row] = row === root || inside[parents[row] ?? -1] === 1 ? 1 : 0;
    const { cohort, state } = evaluation.rollout(row);
    const count = counts.get(cohort);
    if (inside[row] !== 1 || state === 'none' || !count) continue;
    count.total += 1;
    if (state === 'started') count.started += 1;
    if (state === 'due') count.due += 1;
  }
  return [...counts.values()].filter(({ total }) => total > 0);
}

import { evaluate } from '../evaluate/evaluate.js';
import type { Evaluation, EvaluateOptions } from '../result/evaluation.js';
import type { Dataset } from '../observation/dataset.js';
import { parseDate } from '../period/period.js';
import type { Level, Plan, Target } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';
import { assignRanks } from './assign-ranks.js';
import type { Place } from './assign-ranks.js';
import { describeRankedArea } from './describe-ranking.js';
import { weighDomains } from './domain-weights.js';
import { findCauses } from './find-causes.js';
import { isRoundJudged, listHalfYearEnds, roundLabel } from './ranking-rounds.js';
import type { RankChange, RankedArea, Ranking, RankingOptions, RankingRound } from './ranking.js';
import { scoreArea } from './score-area.js';
import type { AreaScore } from './score-area.js';

/**
 * Ranks areas round by round: score, rank, what changed and why, and who stays among the last.
 *
 * The score is the weighted mean over the domains of the mean over their targets that can be formed at the area, each
 * its own figure ÷ the required percentage, capped at 1. It is no verdict: targets not yet due take part, sums of the
 * county do not. Equals share a rank. An area with too little data is unranked, never last, and an unranked round
 * breaks a streak. Nothing is written and nothing outside is read; the same evaluations give the same ranking.
 *
 * @param evaluations - one for each round, of one plan; they are taken in order of `asOf`.
 * @throws RangeError without evaluations, and for options out of range.
 * @example
 * const rounds = ['2021-06-30', '2021-12-31'].map((asOf) => evaluate(plan, dataset, { asOf }));
 * rankAreas(rounds).results.at(-1)?.areas[0]; // the best township of 2021-H2
 */
export function rankAreas(evaluations: readonly Evaluation[], options: RankingOptions = {}): Ranking {
  const [first] = evaluations;
  if (!first) throw new RangeError('rankAreas: expected at least one evaluation, got none');
  const rules = readRules(first.plan, options);
  const results: RankingRound[] = [];
  let earlier: ReadonlyMap<string, RankedArea> = new Map();
  for (const evaluation of [...evaluations].sort((x, y) => (x.asOf < y.asOf ? -1 : x.asOf > y.asOf ? 1 : 0))) {
    const round = rankRound(evaluation, rules, earlier);
    results.push(round);
    earlier = new Map(round.areas.map((area) => [area.area, area]));
  }
  const { level, last, rounds, minCompleteness, weights } = rules;
  return { level, last, rounds, minCompleteness, weights, results };
}

export interface RankHalfYearsOptions extends RankingOptions, Omit<EvaluateOptions, 'asOf' | 'replaces'> {
  /** Rounds up to this day; the plan's end by default. */
  readonly asOf?: IsoDate;
}

/**
 * Ranks areas at the end of every half-year of a plan up to a day.
 *
 * @example rankHalfYears(plan, dataset, { asOf: '2021-12-31' }).results.map(({ period }) => period)
 * // ['2020-H1', '2020-H2', '2021-H1', '2021-H2']
 */
export function rankHalfYears(plan: Plan, dataset: Dataset, options: RankHalfYearsOptions = {}): Ranking {
  const { asOf, knownOn, light, progressMethod, ...rules } = options;
  const given = { ...(knownOn && { knownOn }), ...(light && { light }), ...(progressMethod && { progressMethod }) };
  const rounds = listHalfYearEnds(plan, asOf).map((date) => evaluate(plan, dataset, { ...given, asOf: date }));
  return rankAreas(rounds, rules);
}

type Rules = Omit<Ranking, 'results'> & {
  readonly causes: number;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
};

function readRules(plan: Plan, options: RankingOptions): Rules {
  const { level = 'township', last = plan.ranking?.last ?? 2, rounds = plan.ranking?.rounds ?? 2 } = options;
  const { minCompleteness = plan.ranking?.minCompleteness ?? 0, causes = 3 } = options;
  for (const [name, value] of Object.entries({ last, rounds, causes })) {
    if (!Number.isInteger(value) || value < (name === 'causes' ? 0 : 1)) {
      throw new RangeError(`${name}: expected a whole number of places, got ${value}`);
    }
  }
  if (!(minCompleteness >= 0 && minCompleteness <= 1)) {
    throw new RangeError(`minCompleteness: expected a share from 0 to 1, got ${minCompleteness}`);
  }
  const targets = new Map<string, Target[]>();
  for (const target of plan.targets) {
    const known = targets.get(target.domain);
    if (known) known.push(target);
    else targets.set(target.domain, [target]);
  }
  return { level, last, rounds, minCompleteness, weights: weighDomains(plan, options.weights), causes, targets };
}

function rankRound(evaluation: Evaluation, rules: Rules, earlier: ReadonlyMap<string, RankedArea>): RankingRound {
  const { plan, asOf, knownOn, dataset } = evaluation;
  const judged = isRoundJudged(evaluation);
  const scores = rowsOf(dataset, rules.level, asOf).map((row) =>
    scoreArea(evaluation, rules.weights, rules.targets, row),
  );
  const ranked = scores.map((score) => (isCompleteEnough(score, rules.minCompleteness) ? score.score : null));
  const places = assignRanks(ranked, rules.last);
  const areas = scores.map((score, index) => {
    const code = dataset.roster.areas[score.row]?.code ?? '';
    const place = places[index] ?? null;
    return withText(plan, rules, readArea(evaluation, rules, score, place, { judged, before: earlier.get(code) }));
  });
  return { asOf, knownOn, period: roundLabel(plan, asOf), judged, areas: areas.sort(byRankAndCode) };
}

/** Rows of the level that existed on the day. */
function rowsOf({ roster }: Dataset, level: Level, asOf: IsoDate): readonly number[] {
  const day = parseDate(asOf) ?? Number.NaN;
  return roster.areas.flatMap((area, row) => {
    const from = parseDate(area.validFrom) ?? Number.NEGATIVE_INFINITY;
    const to = parseDate(area.validTo) ?? Number.POSITIVE_INFINITY;
    return area.level === level && from <= day && day <= to ? [row] : [];
  });
}

function isCompleteEnough({ reported, formable }: AreaScore, minCompleteness: number): boolean {
  return reported > 0 && reported * 1e6 >= formable * Math.round(minCompleteness * 1e6);
}

interface Round {
  readonly judged: boolean;
  readonly before: RankedArea | undefined;
}

function readArea(
  { dataset }: Evaluation,
  rules: Rules,
  score: AreaScore,
  place: Place | null,
  { judged, before }: Round,
): Omit<RankedArea, 'text'> {
  const area = dataset.roster.areas[score.row];
  const amongLast = place?.amongLast ?? false;
  const streak = judged && amongLast ? (before?.streak ?? 0) + 1 : 0;
  return {
    area: area?.code ?? '',
    name: area?.name ?? '',
    score: score.score,
    rank: place?.rank ?? null,
    completeness: { reported: score.reported, total: score.formable },
    domains: score.domains,
    silentDomains: score.silentDomains,
    change: changeOf(before, place, score, rules.causes),
    amongLast,
    streak,
    streakReached: streak >= rules.rounds,
  };
}

function changeOf(
  before: RankedArea | undefined,
  place: Place | null,
  score: AreaScore,
  count: number,
): RankChange | null {
  if (!before || before.rank === null || before.score === null || place === null || score.score === null) return null;
  const { domains, targets } = findCauses(before.domains, score.domains);
  return {
    places: before.rank - place.rank,
    score: score.score - before.score,
    domains,
    targets: targets.slice(0, count),
  };
}

function withText(plan: Plan, rules: Rules, area: Omit<RankedArea, 'text'>): RankedArea {
  return { ...area, text: describeRankedArea(plan, rules, area) };
}

function byRankAndCode(x: RankedArea, y: RankedArea): number {
  const ranks = (x.rank ?? Number.MAX_SAFE_INTEGER) - (y.rank ?? Number.MAX_SAFE_INTEGER);
  return ranks || (x.area < y.area ? -1 : 1);
}

import type { Evaluation } from '../result/evaluation.js';
import type { Target } from '../plan/plan.js';
import { rankTarget } from '../domain/ranking-attainment.js';
import type { DomainWeight, RankedDomain } from './ranking.js';

/** An area's score before it is compared with others. */
export interface AreaScore {
  readonly row: number;
  /** 0…1, `null` where no target has data. */
  readonly score: number | null;
  readonly domains: readonly RankedDomain[];
  readonly silentDomains: readonly string[];
  readonly reported: number;
  readonly formable: number;
}

/**
 * Scores one area: per domain the mean over its targets with data, then the weighted mean over the domains that have
 * any. The weights of silent domains go to the others.
 */
export function scoreArea(
  evaluation: Evaluation,
  weights: readonly DomainWeight[],
  targets: ReadonlyMap<string, readonly Target[]>,
  row: number,
): AreaScore {
  const formed = weights.map(({ domain, weight }) => {
    const ranked = (targets.get(domain) ?? []).flatMap((target) => rankTarget(evaluation, target, row) ?? []);
    return { domain, weight, targets: ranked, attainment: meanOf(ranked.map(({ attainment }) => attainment)) };
  });
  const spoken = total(formed.map(({ attainment, weight }) => (attainment === null ? 0 : weight)));
  const domains = formed.map(({ domain, weight, attainment, targets: ranked }): RankedDomain => ({
    domain,
    share: attainment === null ? 0 : weight / spoken,
    attainment,
    targets: ranked,
  }));
  const all = domains.flatMap((domain) => domain.targets);
  return {
    row,
    score: spoken === 0 ? null : total(domains.map(({ share, attainment }) => share * (attainment ?? 0))),
    domains,
    silentDomains: domains.filter(({ attainment }) => attainment === null).map(({ domain }) => domain),
    reported: all.filter(({ attainment }) => attainment !== null).length,
    formable: all.length,
  };
}

/** Mean of what is known; `null` where nothing is. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : total(known) / known.length;
}

/** Sum that does not depend on the order of its terms. */
function total(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

import type { DomainCause, RankedDomain, TargetCause } from './ranking.js';

/** Differences below this are rounding. */
const NOTHING = 1e-12;

/** What moved a score from one round to the next. */
export interface Causes {
  readonly domains: readonly DomainCause[];
  readonly targets: readonly TargetCause[];
}

/**
 * Splits the change of a score into what each target gave and gives: share of its domain ÷ targets with data in it ×
 * its attainment. What all targets gained adds up to what the score gained.
 *
 * @returns those that moved it, the strongest first, then by id.
 */
export function findCauses(before: readonly RankedDomain[], after: readonly RankedDomain[]): Causes {
  const [earlier, later] = [contributions(before), contributions(after)];
  const targets: TargetCause[] = [];
  for (const target of new Set([...earlier.keys(), ...later.keys()])) {
    const [old, now] = [earlier.get(target), later.get(target)];
    const score = (now?.score ?? 0) - (old?.score ?? 0);
    const domain = now?.domain ?? old?.domain ?? '';
    const [was, is] = [old?.attainment ?? null, now?.attainment ?? null];
    targets.push({ target, domain, score, before: was, after: is, kind: kindOf(was, is) });
  }
  const byDomain = new Map<string, number>();
  for (const { domain, score } of targets) byDomain.set(domain, (byDomain.get(domain) ?? 0) + score);
  return {
    domains: strongest(
      [...byDomain].map(([domain, score]) => ({ domain, score })),
      ({ domain }) => domain,
    ),
    targets: strongest(targets, ({ target }) => target),
  };
}

interface Contribution {
  readonly domain: string;
  readonly score: number;
  readonly attainment: number | null;
}

function contributions(domains: readonly RankedDomain[]): ReadonlyMap<string, Contribution> {
  const found = new Map<string, Contribution>();
  for (const { domain, share, targets } of domains) {
    const known = targets.filter(({ attainment }) => attainment !== null).length;
    for (const { target, attainment } of targets) {
      found.set(target, { domain, attainment, score: attainment === null ? 0 : (share / known) * attainment });
    }
  }
  return found;
}

function kindOf(before: number | null, after: number | null): TargetCause['kind'] {
  if (before === null) return 'reported';
  if (after === null) return 'silent';
  return Math.abs(after - before) < NOTHING ? 'weight' : 'figure';
}

function strongest<Cause extends { readonly score: number }>(
  causes: readonly Cause[],
  idOf: (cause: Cause) => string,
): readonly Cause[] {
  return causes
    .filter(({ score }) => Math.abs(score) > NOTHING)
    .sort((x, y) => Math.abs(y.score) - Math.abs(x.score) || (idOf(x) < idOf(y) ? -1 : 1));
}

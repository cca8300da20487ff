import type { Plan } from '../plan/plan.js';
import type { DomainWeight } from './ranking.js';

/** The five revitalisations (五大振兴). */
const REVITALISATIONS: readonly string[] = ['industry', 'talent', 'culture', 'ecology', 'organization'];

/**
 * Weights of the ranked domains, in the plan's order: those given, else the plan's, else the five revitalisations
 * alike, else every domain alike. Domains without a weight, or of weight 0, are not ranked.
 *
 * @throws RangeError for a weight that is negative or no number, and for a domain the plan does not have.
 */
export function weighDomains({ domains }: Plan, given?: Readonly<Record<string, number>>): readonly DomainWeight[] {
  const ids = domains.map(({ id }) => id);
  if (given) {
    for (const [domain, weight] of Object.entries(given)) {
      if (!ids.includes(domain)) throw new RangeError(`weights: unknown domain "${domain}"`);
      if (!(weight >= 0 && Number.isFinite(weight))) {
        throw new RangeError(`weights.${domain}: expected a number of 0 or more, got ${weight}`);
      }
    }
  }
  const weightOf = weightSource(domains, given);
  return ids.map((domain) => ({ domain, weight: weightOf(domain) })).filter(({ weight }) => weight > 0);
}

function weightSource(
  domains: Plan['domains'],
  given: Readonly<Record<string, number>> | undefined,
): (domain: string) => number {
  if (given) return (domain) => (Object.hasOwn(given, domain) ? (given[domain] ?? 0) : 0);
  if (domains.some(({ weight }) => weight !== undefined)) {
    const own = new Map(domains.map(({ id, weight }) => [id, weight ?? 0]));
    return (domain) => own.get(domain) ?? 0;
  }
  const common = domains.some(({ id }) => REVITALISATIONS.includes(id));
  return (domain) => (!common || REVITALISATIONS.includes(domain) ? 1 : 0);
}

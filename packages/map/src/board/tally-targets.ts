import { VERDICTS } from '@guatu/core';
import type { Domain, Evaluation, Light, Target, Verdict } from '@guatu/core';
import { outermostRows } from '../scene/outermost.js';

/** How one target stands in the outermost area; of several in the one where it stands worst. */
export interface TargetStanding {
  readonly target: Target;
  /** Row of that area. */
  readonly row: number;
  readonly light: Light | null;
  readonly standing: Standing;
}

/**
 * `open`: due and not decided. `running`: not yet due. `shown`: never judged. `broken`: the reports contradict each other
 * or allow no computation.
 */
export type Standing = 'attained' | 'missed' | 'open' | 'running' | 'shown' | 'broken';

const STANDINGS: Readonly<Record<Verdict, Standing>> = {
  attained: 'attained',
  attainedWithinTolerance: 'attained',
  notAttained: 'missed',
  noData: 'open',
  undecided: 'open',
  notYetDue: 'running',
  notStarted: 'running',
  notJudged: 'shown',
  notApplicable: 'shown',
  noCase: 'shown',
  notComputable: 'broken',
  dataError: 'broken',
};

/** Counts over the targets of one domain, or of all. */
export interface Tally {
  readonly attained: number;
  /** Attained, missed and open. */
  readonly due: number;
  readonly running: number;
  readonly shown: number;
  readonly red: number;
  readonly yellow: number;
  readonly total: number;
}

/**
 * Evaluates every target of a plan in the outermost area, one at each step, so that a page can do something else in
 * between: a plan of two hundred targets is a second's work.
 *
 * @example for (const standing of walkStandings(evaluation)) standings.push(standing);
 */
export function* walkStandings(evaluation: Evaluation): Generator<TargetStanding, void> {
  const rows = outermostRows(evaluation);
  if (rows.length === 0) return;
  for (const target of evaluation.plan.targets) {
    const evaluated = evaluation.target(target.id);
    const found = rows.map((row): TargetStanding => {
      // a whole result says since when as well, for which each day of three years is looked at
      const verdict = VERDICTS[evaluated.verdicts[row] ?? -1] ?? 'notApplicable';
      return { target, row, light: evaluated.lightOf(row), standing: STANDINGS[verdict] };
    });
    yield found.reduce((worst, one) =>
      WORST_FIRST.indexOf(one.standing) < WORST_FIRST.indexOf(worst.standing) ? one : worst,
    );
  }
}

/** A target is attained in several areas when it is in each that is asked for it. */
const WORST_FIRST: readonly Standing[] = ['missed', 'broken', 'open', 'running', 'attained', 'shown'];

/** Counts standings. */
export function tally(standings: readonly TargetStanding[]): Tally {
  const count = (test: (standing: TargetStanding) => boolean): number => standings.filter(test).length;
  const attained = count(({ standing }) => standing === 'attained');
  return {
    attained,
    due: attained + count(({ standing }) => standing === 'missed' || standing === 'open'),
    running: count(({ standing }) => standing === 'running'),
    shown: count(({ standing }) => standing === 'shown'),
    red: count(({ light }) => light === 'red'),
    yellow: count(({ light }) => light === 'yellow'),
    total: standings.length,
  };
}

/** A domain with what is known of its targets, in the plan's order. */
export interface DomainStandings<Standing> {
  readonly domain: Domain;
  readonly standings: readonly Standing[];
}

/** Sorts targets by domain, in the plan's order; a domain without targets is left out. */
export function groupByDomain<Standing extends { readonly target: Target }>(
  { plan: { domains } }: Evaluation,
  standings: readonly Standing[],
): readonly DomainStandings<Standing>[] {
  const named = new Set(domains.map(({ id }) => id));
  const extra = [...new Set(standings.map(({ target }) => target.domain))].filter((id) => !named.has(id));
  return [...domains, ...extra.map((id): Domain => ({ id, name: { zh: id, en: id } }))]
    .map((domain) => ({ domain, standings: standings.filter(({ target }) => target.domain === domain.id) }))
    .filter((group) => group.standings.length > 0);
}

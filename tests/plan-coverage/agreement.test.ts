import { describe, expect, it } from 'vitest';
import { rankHalfYears } from '@guatu/core';
import type { Measure } from '@guatu/core';
import { readCounty } from './county.js';
import { plan, readFixture } from './fixture.js';

const rowsOf = (name: string) =>
  readFixture(name)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
const areas = new Map(
  rowsOf('areas.csv').map(([code = '', name = '', level = '', , , rollout = '']) => [code, { name, level, rollout }]),
);

describe('what the reports say of each other', () => {
  it('calls trailing exactly the townships the board ranks last round after round', () => {
    const { plan: read, dataset } = readCounty();
    // the last ranking is given out after the plan's end, when nothing is reported any more
    const lastButOne = `${read.end.slice(0, 4)}-06-30`;
    const ranked = rankHalfYears(read, dataset, { asOf: lastButOne }).results.flatMap(({ asOf, areas: townships }) =>
      townships.filter(({ streakReached }) => streakReached).map(({ area }) => `${halfAfter(asOf)} ${area}`),
    );
    const trailing = rowsOf('events.csv').filter(([kind]) => kind === 'township-trailing');
    const reported = trailing.map(([, , subject = '', date = '']) => `${halfOf(date)} ${subject}`);
    expect(reported.sort()).toEqual(ranked.sort());
    expect(reported.length).toBeGreaterThan(0);
    // six rounds of rankings over the whole county, which a busy machine takes its time for
  }, 60_000);

  it('ties leaders to demonstration villages of the first batch alone', () => {
    const ties = rowsOf('links.csv').filter(([, role]) => role === 'demonstration-village');
    expect(ties.length).toBeGreaterThan(0);
    for (const [actor = '', , area = ''] of ties) expect(areas.get(area)?.rollout, actor).toBe('2020');
    const roles = new Set(rowsOf('links.csv').map(([, role = '']) => role));
    const asked = plan.targets.flatMap(({ measure }) =>
      measure.kind === 'assignment' ? measure.roles.map(({ role }) => role) : [],
    );
    expect([...roles].sort()).toEqual([...new Set(asked)].sort());
  });

  it('asks only the county for lists that it alone keeps, so that no village is drawn with a zero of them', () => {
    const places = new Map<string, Set<string>>();
    for (const name of ['registers.csv', 'events.csv']) {
      for (const [kind = '', , area = ''] of rowsOf(name))
        places.set(kind, (places.get(kind) ?? new Set()).add(areas.get(area)?.level ?? ''));
    }
    const kept = plan.targets.filter(
      ({ measure }) => [...(places.get(listOf(measure) ?? '') ?? [])].join() === 'county',
    );
    expect(kept.length).toBeGreaterThan(10);
    for (const { id, scope } of kept) expect(scope.rollUp, id).toBe('reported');
  });

  it('calls built only villages of the first batch, each after its start', () => {
    const events = rowsOf('events.csv');
    const starts = new Map(events.filter(([kind]) => kind === 'start').map(([, , subject, date]) => [subject, date]));
    const built = events.filter(([kind]) => kind === 'demonstration-village-built');
    for (const [, , subject = '', date = ''] of built) {
      expect(areas.get(subject)?.rollout).toBe('2020');
      expect(date > (starts.get(subject) ?? '9999'), subject).toBe(true);
    }
    expect(built).toHaveLength(36);
  });
});

describe('invented reports accuse no real village', () => {
  /** Events that may name a village or township: a start, a work done, praise, and what the board itself ranks. */
  const HARMLESS = new Set([
    'start',
    'demonstration-village-built',
    'head-rated-excellent',
    'head-rewarded',
    'township-trailing',
    'trailing-measures',
  ]);
  /** Registers of things that stand, titles won and people trained; nothing in them is a failing. */
  const PROUD = new Set([
    'attracted-processors',
    'breeding-bases',
    'certified-products',
    'civilised-villages',
    'clean-villages',
    'cold-chain-bases',
    'ganwei-brands',
    'governance-pilots',
    'improvement-stations',
    'leading-firms',
    'milk-stations',
    'model-cooperatives',
    'model-farms',
    'mutton-bases',
    'online-sellers',
    'red-sites',
    'river-chiefs',
    'rural-talent',
    'seedling-centres',
    'sports-projects',
    'sports-villages',
    'trading-centres',
    'vegetable-parks',
    'village-worthies',
  ]);

  it('names a place only in events that blame nobody', () => {
    const blaming = rowsOf('events.csv').filter(
      ([kind = '', , subject = '']) => areas.get(subject)?.level !== 'county' && !HARMLESS.has(kind),
    );
    expect(blaming).toEqual([]);
  });

  it('names a place only in registers without failings', () => {
    const blaming = rowsOf('registers.csv').filter(
      ([register = '', , area = '']) => areas.get(area)?.level !== 'county' && !PROUD.has(register),
    );
    expect(blaming).toEqual([]);
  });

  it('reports nowhere below the county a count of what must not happen', () => {
    const units = new Map(
      plan.indicators.map((indicator) => [indicator.id, indicator.type === 'quantity' ? indicator.unit : '']),
    );
    const counts = plan.targets.flatMap(({ measure, criterion }) => {
      const unwanted = criterion.kind === 'none' || (criterion.kind === 'observe' && criterion.direction === 'down');
      const id = unwanted && 'indicator' in measure ? measure.indicator : '';
      // cases and households; less fertiliser is no failing
      return ['次', '户'].includes(units.get(id) ?? '') ? [id] : [];
    });
    expect(counts.sort()).toEqual(['infiltrated-bodies', 'red-line-breaches', 'relapsed-households']);
    const blaming = rowsOf('observations.csv').filter(
      ([indicator = '', area = '', , value = '']) =>
        counts.includes(indicator) && areas.get(area)?.level !== 'county' && Number(value) !== 0,
    );
    expect(blaming).toEqual([]);
  });
});

/** The half-year a day lies in, `2021-H1`. */
function halfOf(date: string): string {
  return `${date.slice(0, 4)}-H${date.slice(5, 7) <= '06' ? 1 : 2}`;
}

/** The half-year in which the ranking of one that ends on a day is given out. */
function halfAfter(asOf: string): string {
  return asOf.endsWith('-06-30') ? `${asOf.slice(0, 4)}-H2` : `${Number(asOf.slice(0, 4)) + 1}-H1`;
}

/** The register or kind of events a target counts area by area. */
function listOf(measure: Measure): string | undefined {
  if (measure.kind === 'count') return measure.register;
  if (measure.kind === 'case') return measure.condition;
  return measure.kind === 'remaining' && 'ledger' in measure ? `${measure.ledger}-opened` : undefined;
}

import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { AreaRollout, Plan } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';
import { planOf, writeRows } from './world.js';

/** A village of the roster: its batch, when it stood, what became of it, and the day its start was reported. */
interface Village {
  readonly code: string;
  readonly kind: 'villagers-committee' | 'residents-committee';
  readonly township: 'T1' | 'T2';
  readonly cohort: '' | '2020' | '2021';
  readonly since: string;
  readonly until: string;
  readonly into: string;
  readonly start: string;
}

interface County {
  readonly villages: readonly Village[];
  readonly kind: Village['kind'] | undefined;
  readonly counting: 'incremental' | 'cumulative';
  readonly counts: readonly [number, number];
  readonly asOf: string;
}

const DAYS = ['2019-12-31', '2020-06-30', '2020-12-31', '2021-06-30', '2022-03-01'] as const;
const NEXT: Readonly<Record<string, string>> = {
  '2020-06-30': '2020-07-01',
  '2020-12-31': '2021-01-01',
  '2021-06-30': '2021-07-01',
};

const ends = fc.constantFrom('', '', '2020-06-30', '2020-12-31', '2021-06-30');

/** Villages that stand, that ceased or went into one that goes on, or into a new one with others. */
const counties: fc.Arbitrary<County> = fc
  .record({
    drafts: fc.array(
      fc.record({
        kind: fc.constantFrom(
          'villagers-committee' as const,
          'villagers-committee' as const,
          'residents-committee' as const,
        ),
        township: fc.constantFrom('T1' as const, 'T2' as const),
        cohort: fc.constantFrom('' as const, '2020' as const, '2021' as const),
        until: ends,
        isNew: fc.boolean(),
        start: fc.constantFrom('', '', '2020-03-01', '2020-09-01', '2021-03-01', '2021-09-01'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    kind: fc.constantFrom(undefined, 'villagers-committee' as const),
    counting: fc.constantFrom('incremental' as const, 'cumulative' as const),
    counts: fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })),
    asOf: fc.constantFrom(...DAYS),
  })
  .map(({ drafts, ...given }) => {
    const villages = drafts.flatMap(({ until, isNew, ...draft }, at): Village[] => {
      const own = { ...draft, code: `V${at}`, since: '', until, into: '' };
      if (until === '') return [own];
      // A start that comes under an old code later is the successor's.
      const old = { ...own, start: draft.start > until ? '' : draft.start };
      const goesOn = drafts.findIndex((other, index) => index < at && other.until === '');
      if (!isNew) return [{ ...old, into: goesOn < 0 ? '' : `V${goesOn}` }];
      // All that ceased on a day became one.
      const code = `N${until}`;
      const fresh = { ...draft, code, since: NEXT[until] ?? '', until: '', into: '', start: '' };
      const isFirst = drafts.findIndex((other) => other.isNew && other.until === until) === at;
      return [{ ...old, into: code }, ...(isFirst ? [fresh] : [])];
    });
    const [one, two] = given.counts;
    return { ...given, counts: given.counting === 'incremental' ? [one, two] : [one, one + two], villages };
  });

function read({ villages, kind, counting, counts, asOf }: County) {
  const { rollout, ...rest } = planOf([]) as { rollout: object };
  const batches = [
    { cohort: '2020', count: counts[0] },
    { cohort: '2021', count: counts[1] },
  ];
  const text = JSON.stringify({ ...rest, rollout: { ...rollout, ...(kind && { kind }), counting, batches } });
  const { plan } = parsePlan(text) as { plan: Plan };
  const place = { level: 'township', parent: 'C', kind: 'township' };
  const areas = [
    { code: 'C', level: 'county', kind: 'county' },
    { code: 'T1', ...place, rollout: '2020' },
    { code: 'T2', ...place },
    ...villages.map(({ code, township, cohort, since, until, into, ...more }) => ({
      code,
      level: 'village',
      parent: township,
      kind: more.kind,
      rollout: cohort,
      validFrom: since,
      validTo: until,
      successor: into,
    })),
  ].map((row) => ({ ...row, name: row.code }));
  const events = villages
    .filter(({ start }) => start !== '')
    .map(({ code, start }) => ({ kind: 'start', id: `e${code}`, subject: code, date: start }));
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: writeRows('areas', areas) },
    events: { name: 'events.csv', text: writeRows('events', events) },
  });
  return evaluate(plan, dataset, { asOf });
}

/** Day a village started on, by a day: its own, or for a new one the last of all that became it. */
function startOf({ villages, asOf }: County, village: Village): string {
  if (village.start !== '' && village.start <= asOf) return village.start;
  if (village.since === '') return '';
  const parts = villages.filter(({ into }) => into === village.code).map(({ start }) => (start <= asOf ? start : ''));
  return parts.includes('') ? '' : (parts.sort((x, y) => (x < y ? -1 : 1)).at(-1) ?? '');
}

/** Listed, of the plan's kind, and standing on the day. */
function belongs({ kind, asOf }: County, village: Village): boolean {
  const stands = village.since <= asOf && (village.until === '' || asOf <= village.until);
  return stands && village.cohort !== '' && (kind === undefined || kind === village.kind);
}

function stateOf(county: County, village: Village): AreaRollout['state'] {
  if (!belongs(county, village)) return 'none';
  if (startOf(county, village) !== '') return 'started';
  const year = county.asOf.slice(0, 4);
  if (year <= village.cohort) return year < village.cohort ? 'planned' : 'due';
  return county.villages.some(({ start }) => start !== '' && start <= county.asOf) ? 'late' : 'unreported';
}

test('a batch is those of its kind that stand on the day, and so are its totals', () => {
  hold(counties, 200, (county) => {
    const evaluation = read(county);
    const { roster } = evaluation.dataset;
    const states = county.villages.map((village) => ({ ...village, state: stateOf(county, village) }));
    for (const { code, state } of states) expect(evaluation.rollout(roster.indexOf(code)).state, code).toBe(state);
    for (const code of ['C', 'T1', 'T2']) {
      const below = states.filter(({ township }) => code === 'C' || code === township);
      const count = (...wanted: readonly string[]) => below.filter(({ state }) => wanted.includes(state)).length;
      expect(evaluation.rolloutTotals(roster.indexOf(code)), code).toMatchObject({
        started: count('started'),
        late: count('late'),
        unreported: count('unreported'),
        total: below.length - count('none'),
      });
    }
  });
});

test('a batch of another size than planned is named, and no other', () => {
  hold(counties, 200, (county) => {
    const { counting, counts, villages } = county;
    const planned = counting === 'incremental' ? counts : [counts[0], counts[1] - counts[0]];
    const differs = ['2020', '2021'].flatMap((cohort, at) => {
      const found = villages.filter((village) => village.cohort === cohort && belongs(county, village)).length;
      return found === planned[at] ? [] : [{ cohort, expected: planned[at], found }];
    });
    const named = read(county).diagnostics.filter(({ code }) => code === 'batch-size-differs');
    expect(named.map(({ params }) => params)).toEqual(differs);
  });
});

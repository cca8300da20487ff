import { applyObservation, evaluate } from '@guatu/core';
import type { Measure, Result } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, readWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

const OLD = 'OLD-';

/** The same world where every area has an old code. */
function withOldCodes(world: World): World {
  return { ...world, areas: world.areas.map((area) => ({ ...area, aliases: `${OLD}${area['code']}` })) };
}

/** The same rows where every so many are written with the old code of their area. */
function rename(rows: readonly Row[], column: string, known: ReadonlySet<string>, nth: number): readonly Row[] {
  return rows.map((row, at) => {
    const code = row[column] ?? '';
    return at % nth === 0 && known.has(code) ? { ...row, [column]: `${OLD}${code}` } : row;
  });
}

function renamed(world: World, nth: number): World {
  const known = new Set(world.areas.flatMap(({ code }) => code ?? []));
  const covered = (row: Row): Row => ({
    ...row,
    covered: (row['covered'] ?? '')
      .split(';')
      .map((code) => (known.has(code) ? `${OLD}${code}` : code))
      .join(';'),
  });
  return {
    ...world,
    observations: rename(world.observations, 'area', known, nth),
    registers: rename(world.registers, 'area', known, nth),
    events: rename(world.events, 'subject', known, nth).map((row, at) => (at % nth === 0 ? covered(row) : row)),
    links: rename(world.links, 'area', known, nth),
  };
}

/** Everything that is answered, with the sentences that say why. */
function told(world: World) {
  const evaluation = evaluateWorld(world);
  const { plan, dataset } = evaluation;
  const why = plan.targets.map(({ id }) =>
    dataset.roster.areas.map((_, row) => evaluation.target(id).explain(row).text.en),
  );
  return { results: resultsOf(evaluation), why };
}

test('reports under old codes say what they would under the own one', () => {
  hold(fc.tuple(arbitraryWorld().map(withOldCodes), fc.integer({ min: 1, max: 3 })), 150, ([world, nth]) => {
    expect(told(renamed(world, nth))).toEqual(told(world));
  });
});

test('so does a report that comes in under an old code', () => {
  hold(fc.tuple(arbitraryWorld().map(withOldCodes), fc.nat()), 100, ([world, at]) => {
    const cut = world.observations.length === 0 ? 0 : at % world.observations.length;
    const late = renamed(world, 1).observations.slice(cut, cut + 3);
    const { plan, dataset } = readWorld({ ...world, observations: world.observations.slice(0, cut) });
    const evaluation = evaluate(plan, dataset, { asOf: world.asOf });
    resultsOf(evaluation);
    for (const row of late) evaluation.update(applyObservation(dataset, row));
    const whole = evaluateWorld({ ...world, knownOn: undefined, observations: world.observations.slice(0, cut + 3) });
    expect(resultsOf(evaluation)).toEqual(resultsOf(whole));
  });
});

/** Other names of periods that end on the same day. */
const SAME_DAY: Readonly<Record<string, readonly string[]>> = {
  '2019-H2': ['2019', '2019-12'],
  '2020-H1': ['2020-Q2', '2020-06-30'],
  '2020-H2': ['2020', '2020-12-31'],
  '2021-H1': ['2021-Q2', '2021-06'],
  '2021-H2': ['2021', '2021-Q4'],
  '2022-H2': ['2022-12', '2022-12-31'],
};

const LEVELS: readonly Measure['kind'][] = [
  'stock',
  'change',
  'rate',
  'grade',
  'state',
  'checklist',
  'share',
  'remaining',
  'growth',
];

function asksFlows(measure: Measure): boolean {
  if ('predicate' in measure) return asksFlows(measure.predicate.measure);
  if (measure.kind === 'rate') return measure.over === 'pooled' || measure.over === 'mean';
  return (
    measure.kind === 'flow' || measure.kind === 'cumulative' || (measure.kind === 'growth' && measure.of === 'flow')
  );
}

/** What stands whatever the period is called. */
function unnamed(world: World): readonly Result[] {
  return resultsOf(evaluateWorld(world)).map((result) => ({ ...result, figurePeriod: null }));
}

test('a level is the same by whatever periods that end on its day it is told', () => {
  const worlds = arbitraryWorld({
    halves: true,
    measures: LEVELS,
    schedules: ['by', 'eachYear', 'eachHalf', 'standing'],
  }).map((world) => ({
    ...world,
    targets: world.targets.filter(({ measure }) => !asksFlows(measure)),
  }));
  hold(fc.tuple(worlds, fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 7 })), 200, ([world, names]) => {
    const observations = world.observations.map((row, at): Row => {
      const { period = '' } = row;
      const given = [period, ...(SAME_DAY[period] ?? [])];
      return { ...row, period: given[(names[at % names.length] ?? 0) % given.length] ?? period };
    });
    expect(unnamed({ ...world, observations })).toEqual(unnamed(world));
  });
});

test('rows that say nothing change nothing', () => {
  const blank = fc.record({
    at: fc.nat(),
    value: fc.constantFrom('', '-', '—', '/', '缺'),
    denominator: fc.constantFrom('', '7'),
    reportedOn: fc.constantFrom('', '2023-01-31'),
  });
  hold(fc.tuple(arbitraryWorld(), fc.array(blank, { minLength: 1, maxLength: 6 })), 150, ([world, blanks]) => {
    const { length } = world.observations;
    const silent =
      length === 0
        ? []
        : blanks.map(({ at, denominator, ...row }): Row => {
            const { indicator = '', area = '', period = '' } = world.observations[at % length] ?? {};
            // A denominator is often known long before its numerator.
            const ratio = indicator === 'toilets' || indicator === 'grain';
            return { indicator, area, period, ...row, ...(ratio && { denominator }) };
          });
    expect(resultsOf(evaluateWorld({ ...world, observations: [...world.observations, ...silent] }))).toEqual(
      resultsOf(evaluateWorld(world)),
    );
  });
});

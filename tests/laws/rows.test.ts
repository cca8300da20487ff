import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

/** A world, and the same with the rows of all its files in another order. */
const shuffled = arbitraryWorld().chain((world) => {
  const shuffle = (rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
  return fc.tuple(
    fc.constant(world),
    fc.record({
      areas: shuffle(world.areas),
      observations: shuffle(world.observations),
      registers: shuffle(world.registers),
      events: shuffle(world.events),
      links: shuffle(world.links),
    }),
  );
});

test('the order of rows does not matter', () => {
  hold(shuffled, 100, ([world, files]) => {
    const other: World = { ...world, ...files };
    expect(resultsOf(evaluateWorld(other))).toEqual(resultsOf(evaluateWorld(world)));
  });
});

test('a board reprinted as it was known equals the board of that day', () => {
  const world = arbitraryWorld().filter(({ knownOn }) => knownOn !== undefined);
  hold(world, 80, (given) => {
    const { knownOn = '', observations } = given;
    const ends: Readonly<Record<string, string>> = {
      H1: '06-30',
      H2: '12-31',
      Q1: '03-31',
      '06': '06-30',
      12: '12-31',
    };
    const endOf = (period: string) =>
      period.length === 10 ? period : `${period.slice(0, 4)}-${ends[period.slice(5)] ?? '12-31'}`;
    const thatDay = observations.filter((row) => (row['reportedOn'] || endOf(row['period'] ?? '')) <= knownOn);
    const then: World = { ...given, observations: thatDay, knownOn: undefined };
    expect(resultsOf(evaluateWorld(given))).toEqual(resultsOf(evaluateWorld(then)));
  });
});

test('the whole of the rows is used, missing, superseded or refused', () => {
  hold(arbitraryWorld(), 60, (world) => {
    const { rowCounts } = evaluateWorld(world).dataset;
    for (const file of ['areas', 'observations', 'registers', 'events', 'links'] as const) {
      const counts = rowCounts.get(`${file}.csv`);
      if (world[file].length === 0) continue;
      const { rows = 0, used = 0, missing = 0, superseded = 0, refused = 0 } = counts ?? {};
      expect(rows).toBe(world[file].length);
      expect(used + missing + superseded + refused).toBe(rows);
    }
  });
});

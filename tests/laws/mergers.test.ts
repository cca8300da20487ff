import type { Result } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

/** Last day of the village that is split off. */
const LAST = '2020-06-30';
/** Periods of the worlds that had ended by then. */
const EARLIER: readonly string[] = ['2019-H2', '2020-H1'];
const STATES: readonly string[] = ['road', 'hall', 'station', 'stars'];

/** A figure in two parts that add up to it; what is not added up is said by both. */
function split(row: Row, share: number): readonly [Row, Row] {
  const { indicator = '', value = '', numerator = '', denominator = '' } = row;
  if (STATES.includes(indicator)) return [row, row];
  const parts = (text: string): readonly [string, string] => {
    if (!/\d/.test(text)) return [text, text];
    const part = Math.floor(Number(text) * share);
    const tenths = Math.round(Number(text) * 10) - part * 10;
    return [String(tenths / 10), String(part)];
  };
  const [values, tops, bottoms] = [parts(value), parts(numerator), parts(denominator)];
  const take = (at: 0 | 1): Row => ({ ...row, value: values[at], numerator: tops[at], denominator: bottoms[at] });
  return [take(0), take(1)];
}

/** The same county where one village was two until some day, which together reported what it did. */
function divide(world: World, village: Row, share: number): World {
  const code = village['code'] ?? '';
  const other = { ...village, code: `${code}-M`, validTo: LAST, successor: code };
  const observations = world.observations.flatMap((row) => {
    if (row['area'] !== code || !EARLIER.includes(row['period'] ?? '')) return [row];
    const [own, merged] = split(row, share);
    return [own, { ...merged, area: other.code }];
  });
  return { ...world, areas: [...world.areas, other], observations };
}

const worlds = arbitraryWorld({ halves: true, clean: true, schedules: ['by'] })
  // A bare percentage cannot be told in two parts.
  .map((world) => ({ ...world, observations: world.observations.filter(({ unit }) => unit !== '%') }))
  .chain((world) => {
    const villages = world.areas.filter(({ level }) => level === 'village');
    return fc.record({
      world: fc
        .record({ asOf: fc.constantFrom('2020-12-31', '2021-03-15', '2021-06-30', '2022-12-31') })
        .map((later) => ({ ...world, ...later })),
      village: fc.constantFrom(...villages),
      share: fc.constantFrom(0, 0.5, 1),
    });
  });

/** What stands of every area but the one that is gone; days before the merger are asked of both. */
function standing(world: World): readonly Partial<Result>[] {
  return resultsOf(evaluateWorld(world))
    .filter(({ area }) => !area.endsWith('-M'))
    .map((result) => ({ ...result, firstAttainedOn: null }));
}

test('a village that took in another with part of its figures stands as if it had always been one', () => {
  hold(worlds, 120, ({ world, village, share }) => {
    expect(standing(divide(world, village, share))).toEqual(standing(world));
  });
});

test('what the other never said is missing from both, so that nothing is decided by one of them alone', () => {
  hold(worlds, 80, ({ world, village }) => {
    const whole = divide(world, village, 0.5);
    const silent = { ...whole, observations: whole.observations.filter(({ area = '' }) => !area.endsWith('-M')) };
    const code = village['code'] ?? '';
    const without = {
      ...world,
      observations: world.observations.filter(({ area, period = '' }) => area !== code || !EARLIER.includes(period)),
    };
    expect(standing(silent)).toEqual(standing(without));
  });
});

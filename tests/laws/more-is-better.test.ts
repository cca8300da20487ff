import type { Result, Target } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import type { WorldOptions } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row } from './world.js';

/** A row that reports more of a good thing; `undefined` where it reports nothing or has no more to give. */
function improve(row: Row, more: number): Row | undefined {
  const { indicator, value = '', numerator = '', denominator = '' } = row;
  switch (indicator) {
    case 'land':
    case 'milk':
      return /\d/.test(value) ? { ...row, value: String(Number(value) + more) } : undefined;
    case 'toilets':
    case 'grain':
      if (numerator !== '')
        return { ...row, numerator: String(Math.min(Number(denominator), Number(numerator) + more)) };
      return /\d/.test(value) ? { ...row, value: String(Math.min(100, Number(value) + more)) } : undefined;
    case 'station':
      return /\d/.test(value) ? { ...row, value: String(Math.max(1, Number(value) - 1)) } : undefined;
    case 'stars':
      return /\d/.test(value) ? { ...row, value: String(Math.min(5, Number(value) + 1)) } : undefined;
    default:
      return /\d/.test(value) ? { ...row, value: '1' } : undefined;
  }
}

/** A world and the same with one value improved, never one of before the plan: those are baselines. */
function improved(options: WorldOptions) {
  return arbitraryWorld({ halves: true, clean: true, plain: true, ...options })
    .chain((world) => {
      const rows = world.observations.flatMap((row, index) => {
        const better = row['period']?.startsWith('2019') ? undefined : improve(row, 1);
        return better ? [{ index, better }] : [];
      });
      return fc.tuple(fc.constant(world), rows.length === 0 ? fc.constant(undefined) : fc.constantFrom(...rows));
    })
    .filter(([, change]) => change !== undefined)
    .map(([world, change]) => ({
      before: world,
      after: {
        ...world,
        observations: world.observations.map((row, at) => (at === change?.index ? change.better : row)),
      },
    }));
}

type Change = (before: number, after: number) => boolean;

const RISES: Change = (before, after) => after >= before - 1e-12;
const FALLS: Change = (before, after) => after <= before + 1e-12;

function compare(
  { before, after }: ReturnType<typeof improved> extends fc.Arbitrary<infer T> ? T : never,
  holds: Change,
): void {
  const earlier = resultsOf(evaluateWorld(before));
  resultsOf(evaluateWorld(after)).forEach((result, index) => {
    const { attainment, verdict } = earlier[index] as Result;
    const where = `${result.target} at ${result.area}`;
    if (attainment !== null && result.attainment !== null) {
      expect(holds(attainment, result.attainment), `${where}: ${attainment} became ${result.attainment}`).toBe(true);
    }
    const lost = holds === RISES ? 'notAttained' : 'attained';
    const had = holds === RISES ? ['attained', 'attainedWithinTolerance'] : ['notAttained'];
    if (had.includes(verdict)) expect(result.verdict, where).not.toBe(lost);
  });
}

const UPWARD = ['atLeast', 'moreThan', 'between', 'about', 'every', 'done', 'gradeAtLeast'] as const;
const OWN = ['stock', 'flow', 'cumulative', 'rate', 'share', 'grade', 'state', 'checklist', 'change'] as const;

test('more of a good thing never lowers attainment, nor does a pass become a miss', () => {
  hold(improved({ measures: OWN, criteria: UPWARD }), 60, (change) => compare(change, RISES));
});

test('fewer weak members never raise what remains', () => {
  hold(improved({ measures: ['remaining'], criteria: ['none', 'atMost', 'lessThan'] }), 80, (change) =>
    compare(change, RISES),
  );
});

test('more of what should shrink never raises attainment', () => {
  const measures = ['stock', 'flow', 'cumulative', 'rate'] as const;
  hold(improved({ measures, criteria: ['atMost', 'lessThan', 'none'] }), 100, (change) => compare(change, FALLS));
});

test('growth rises with its figure and falls with its reference', () => {
  const fixed = (target: Target) => target.measure.kind === 'growth' && target.measure.reference !== 'previousYear';
  const worlds = improved({ measures: ['growth'], criteria: ['atLeast', 'moreThan'], schedules: ['by'] });
  hold(
    worlds.filter(({ before }) => before.targets.every(fixed)),
    60,
    (change) => compare(change, RISES),
  );
});

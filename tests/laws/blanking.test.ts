import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Result } from '@guatu/core';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { World } from './world.js';

/**
 * A world and the same with one value blanked. Each cell is reported once, so that no earlier report
 * takes the value's place, and periods do not overlap, so that no other one does.
 */
function blanked(options: Parameters<typeof arbitraryWorld>[0]) {
  return arbitraryWorld({ halves: true, clean: true, ...options })
    .filter(({ observations }) => observations.length > 0)
    .chain((world) =>
      fc.record({
        world: fc.constant(world),
        row: fc.nat({ max: world.observations.length - 1 }),
        blank: fc.constantFrom('', '-', '—', '/', '缺'),
      }),
    )
    .map(({ world, row, blank }) => {
      const observations = world.observations.map((given, index) =>
        index === row ? { ...given, value: blank, numerator: '', denominator: '' } : given,
      );
      return { before: world, after: { ...world, observations } };
    });
}

const ANSWERS: readonly string[] = ['attained', 'attainedWithinTolerance', 'notAttained'];
const isPass = (verdict: string) => verdict === 'attained' || verdict === 'attainedWithinTolerance';

/** Rows whose verdict after blanking is an answer that was not theirs before. */
function opposites(before: World, after: World): readonly string[] {
  const earlier = resultsOf(evaluateWorld(before));
  return resultsOf(evaluateWorld(after)).flatMap((result, index): readonly string[] => {
    const { verdict } = earlier[index] as Result;
    if (!ANSWERS.includes(result.verdict) || result.verdict === verdict) return [];
    // Of two passes the weaker one may be answered.
    if (verdict === 'attained' && result.verdict === 'attainedWithinTolerance') return [];
    return [`${result.target} at ${result.area}: ${verdict} became ${result.verdict}`];
  });
}

test('blanking a value leaves a verdict or makes it undecided or noData, never the opposite', () => {
  hold(blanked({ schedules: ['by', 'eachYear', 'eachHalf'], due: true, plain: true }), 300, ({ before, after }) => {
    expect(opposites(before, after)).toEqual([]);
  });
});

test('nor does it before everything is due, on any clock and path', () => {
  const options = { schedules: ['by', 'eachYear', 'eachHalf'] as const };
  hold(
    blanked(options).filter(({ before }) =>
      before.targets.every(({ minCompleteness }) => minCompleteness === undefined),
    ),
    300,
    ({ before, after }) => expect(opposites(before, after)).toEqual([]),
  );
});

test('throughout skips what is not reported, so that blanking makes no pass fail', () => {
  hold(blanked({ schedules: ['throughout'], plain: true }), 80, ({ before, after }) => {
    const earlier = resultsOf(evaluateWorld(before));
    resultsOf(evaluateWorld(after)).forEach(({ verdict, target, area }, index) => {
      if (isPass(earlier[index]?.verdict ?? '')) expect(verdict, `${target} at ${area}`).not.toBe('notAttained');
    });
  });
});

import type { Result } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

/** A pair told as its percentage alone; as it is where that cannot be written exactly. */
function bare(row: Row): Row {
  const [top, bottom] = [Number(row['numerator']), Number(row['denominator'])];
  const percent = (100 * top) / bottom;
  const exact = row['indicator'] === 'toilets' && bottom > 0 && Number.isInteger(percent);
  return exact ? { ...row, numerator: '', denominator: '', value: String(percent), unit: '%' } : row;
}

/** Those that are not an ancestor are judged by what they said themselves. */
function speaksItself({ targets }: World, { target, level }: Result): boolean {
  const { scope } = targets.find(({ id }) => id === target) ?? {};
  const from = scope?.rollUp === 'reported' ? scope.owes.level : (scope?.from ?? scope?.owes.level);
  return from === level;
}

/** Of periods that are pooled a percentage alone says nothing, which laws of its own speak of. */
const worlds = arbitraryWorld({ measures: ['rate'], halves: true, clean: true, plain: true }).map((world) => ({
  ...world,
  targets: world.targets.map((target) => ({
    ...target,
    measure: { ...target.measure, ...('over' in target.measure && { over: 'last' as const }) },
    scope: { ...target.scope, rollUp: 'ratioOfSums' as const },
  })),
}));

test('a pair told as a percentage is as much reported, judged alike in its own row, and decides nothing above it', () => {
  hold(fc.tuple(worlds, fc.integer({ min: 1, max: 3 })), 150, ([world, nth]) => {
    const told = { ...world, observations: world.observations.map((row, at) => (at % nth === 0 ? bare(row) : row)) };
    const before = resultsOf(evaluateWorld(world));
    resultsOf(evaluateWorld(told)).forEach((result, at) => {
      const { verdict, completeness, figure, target, area } = before[at] as Result;
      const where = `${target} at ${area}`;
      expect(result.completeness, where).toEqual(completeness);
      if (speaksItself(world, result)) {
        expect([result.verdict, result.attainment], where).toEqual([verdict, before[at]?.attainment]);
        if (figure !== null) expect(result.figure, where).toBeCloseTo(figure, 9);
      } else if (result.verdict !== verdict) {
        // What was missed or impossible before is seen late, never the other way round.
        expect(['undecided', 'notComputable', 'notYetDue', 'noData'], where).toContain(result.verdict);
      }
    });
  });
});

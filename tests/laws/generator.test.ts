import { parsePlan } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTarget, MEASURES, SCHEDULES } from './arbitrary-target.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, planOf, resultsOf } from './world.js';

test('every generated target is one a plan may hold', () => {
  hold(arbitraryTarget('t0'), 2000, (target) => {
    const { plan, diagnostics } = parsePlan(JSON.stringify(planOf([target])));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(plan?.targets).toHaveLength(1);
  });
});

test('worlds reach every measure, criterion, schedule, roll-up and verdict', () => {
  const worlds = fc.sample(arbitraryWorld(), { seed: 1, numRuns: 500 });
  const targets = worlds.flatMap((world) => world.targets);
  expect(new Set(targets.map(({ measure }) => measure.kind))).toEqual(new Set(MEASURES));
  expect(new Set(targets.map(({ schedule }) => schedule.kind))).toEqual(new Set(SCHEDULES));
  expect(new Set(targets.map(({ criterion }) => criterion.kind)).size).toBe(12);
  expect(new Set(targets.map(({ scope }) => scope.rollUp)).size).toBe(6);
  // Within a tolerance lies one figure in a thousand, unless the worlds ask about nothing else.
  const about = fc.sample(arbitraryWorld({ criteria: ['about'], due: true }), { seed: 1, numRuns: 500 });
  const verdicts = [...worlds, ...about].flatMap((world) =>
    resultsOf(evaluateWorld(world)).map(({ verdict }) => verdict),
  );
  expect(new Set(verdicts).size).toBe(12);
});

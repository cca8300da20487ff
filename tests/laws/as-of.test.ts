import { formatDate, parsePeriod } from '@guatu/core';
import type { Evaluation } from '@guatu/core';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

/** A world whose rows of what is to come stand last, so that leaving them out moves no other, and the same without them. */
function splitWorld(world: World): { readonly whole: World; readonly past: World } {
  const { asOf } = world;
  const begun = ({ from = '' }: Row): boolean => from <= asOf;
  const ended = ({ period = '' }: Row): boolean => formatDate(parsePeriod(period)?.end ?? 0) <= asOf;
  // Whether there is a file of events at all is not a matter of the day.
  const file = world.events.length === 0 ? [] : [{ kind: 'other', id: 'o', subject: 'C', date: '2019-01-01' }];
  const past = {
    observations: world.observations.filter(ended),
    events: [...file, ...world.events.filter(({ date = '' }) => date <= asOf)],
    registers: world.registers.filter(begun),
    links: world.links.filter(begun),
  };
  const ahead = world.observations.filter((row) => !ended(row));
  return {
    whole: { ...world, observations: [...past.observations, ...ahead], events: [...file, ...world.events] },
    past: { ...world, ...past },
  };
}

/** Every field of every row, why it is so, and where every area stands in its batch. */
function answersOf(evaluation: Evaluation) {
  const rows = [...evaluation.dataset.roster.areas.keys()];
  return {
    results: resultsOf(evaluation),
    explanations: evaluation.plan.targets.map(({ id }) => rows.map((row) => evaluation.target(id).explain(row))),
    drawn: evaluation.plan.targets.map(({ id }) => [...evaluation.target(id).drawn]),
    rollout: rows.map((row) => [evaluation.rollout(row), evaluation.rolloutTotals(row)]),
  };
}

test('what ends, happens or begins after the day changes no answer at all', () => {
  hold(arbitraryWorld().map(splitWorld), 300, ({ whole, past }) => {
    expect(answersOf(evaluateWorld(whole))).toEqual(answersOf(evaluateWorld(past)));
  });
});

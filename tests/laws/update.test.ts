import { applyObservation, evaluate } from '@guatu/core';
import type { Evaluation } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { readWorld, resultsOf } from './world.js';

/** All results and painted columns of an evaluation. */
function answersOf(evaluation: Evaluation) {
  const columns = evaluation.plan.targets.map(({ id }) => {
    const { verdicts, attainments, drawn } = evaluation.target(id);
    return { id, verdicts: [...verdicts], attainments: [...attainments], drawn: [...drawn] };
  });
  return { columns, results: resultsOf(evaluation) };
}

test('reports taken over one by one give the same as an evaluation of all of them', () => {
  const examples = fc.tuple(arbitraryWorld(), fc.nat(), fc.boolean());
  hold(examples, 500, ([world, at, lookedAt]) => {
    const cut = world.observations.length === 0 ? 0 : at % world.observations.length;
    const late = world.observations.slice(cut, cut + 4);
    const { plan, dataset } = readWorld({ ...world, observations: world.observations.slice(0, cut) });
    const options = { asOf: world.asOf, ...(world.knownOn !== undefined && { knownOn: world.knownOn }) };
    const evaluation = evaluate(plan, dataset, options);
    if (lookedAt) answersOf(evaluation);
    for (const row of late) {
      evaluation.update(applyObservation(dataset, row));
      expect(answersOf(evaluation)).toEqual(answersOf(evaluate(plan, dataset, options)));
    }
  });
});

test('a report of what nobody looked at, or one that is refused, moves nothing', () => {
  hold(arbitraryWorld({ targets: 1 }), 50, (world) => {
    const { plan, dataset } = readWorld(world);
    const evaluation = evaluate(plan, dataset, { asOf: world.asOf });
    const before = answersOf(evaluation);
    expect(evaluation.update(applyObservation(dataset, { indicator: 'nothing', area: 'C', period: '2021', value: 1 }))).toEqual([]);
    expect(answersOf(evaluation)).toEqual(before);
  });
});

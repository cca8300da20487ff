import { applyObservation, evaluate } from '@guatu/core';
import type { Evaluation } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { ofOneYear, readWorld, resultsOf } from './world.js';

function columnsOf(evaluation: Evaluation) {
  return evaluation.plan.targets.map(({ id }) => {
    const { verdicts, attainments, drawn } = evaluation.target(id);
    return { id, verdicts: [...verdicts], attainments: [...attainments], drawn: [...drawn] };
  });
}

/** All results and painted columns of an evaluation. */
function answersOf(evaluation: Evaluation) {
  return { columns: columnsOf(evaluation), results: resultsOf(evaluation) };
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

test('so does looking at whole columns alone until the last report is in, or at verdicts alone before the first', () => {
  const options = {
    measures: ['stock', 'flow', 'cumulative'],
    criteria: ['atLeast'],
    schedules: ['by'],
    due: true,
  } as const;
  const worlds = fc.oneof(arbitraryWorld(options), arbitraryWorld({ ...options, clean: true }));
  hold(fc.tuple(worlds, fc.nat(), fc.boolean()), 500, ([given, at, painted]) => {
    // Of one year alone, so that columns are answered in one pass.
    const world = ofOneYear(given);
    const cut = world.observations.length === 0 ? 0 : at % world.observations.length;
    const { plan, dataset } = readWorld({ ...world, observations: world.observations.slice(0, cut) });
    const evaluation = evaluate(plan, dataset, { asOf: world.asOf });
    if (painted) columnsOf(evaluation);
    else for (const { id } of plan.targets) void evaluation.target(id).verdicts;
    for (const row of world.observations.slice(cut, cut + 4)) {
      evaluation.update(applyObservation(dataset, row));
      expect(columnsOf(evaluation)).toEqual(columnsOf(evaluate(plan, dataset, { asOf: world.asOf })));
    }
    expect(answersOf(evaluation)).toEqual(answersOf(evaluate(plan, dataset, { asOf: world.asOf })));
  });
});

test('a report of what nobody looked at, or one that is refused, moves nothing', () => {
  hold(arbitraryWorld({ targets: 1 }), 50, (world) => {
    const { plan, dataset } = readWorld(world);
    const evaluation = evaluate(plan, dataset, { asOf: world.asOf });
    const before = answersOf(evaluation);
    expect(
      evaluation.update(applyObservation(dataset, { indicator: 'nothing', area: 'C', period: '2021', value: 1 })),
    ).toEqual([]);
    expect(answersOf(evaluation)).toEqual(before);
  });
});

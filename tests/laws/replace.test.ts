import { applyObservation, evaluate } from '@guatu/core';
import type { Evaluation } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { ofOneYear, readWorld, resultsOf } from './world.js';

const DATES = ['2020-06-30', '2020-12-31', '2021-03-31', '2022-12-31'] as const;

function answersOf(evaluation: Evaluation) {
  const columns = evaluation.plan.targets.map(({ id }) => {
    const { verdicts, attainments, drawn } = evaluation.target(id);
    return { id, verdicts: [...verdicts], attainments: [...attainments], drawn: [...drawn] };
  });
  return { columns, results: resultsOf(evaluation) };
}

test('an evaluation that writes over an earlier one answers as one of its own, and leaves all others alone', () => {
  const sums = {
    measures: ['stock', 'flow', 'cumulative'],
    criteria: ['atLeast'],
    schedules: ['by'],
    due: true,
  } as const;
  const worlds = fc.oneof(
    arbitraryWorld(),
    arbitraryWorld({ ...sums, clean: true }).map(ofOneYear),
    arbitraryWorld(sums).map(ofOneYear),
  );
  const dates = fc.array(fc.constantFrom(...DATES), { minLength: 2, maxLength: 4 });
  let shared = 0;
  hold(fc.tuple(worlds, dates, fc.boolean(), fc.boolean()), 400, ([world, days, whole, changed]) => {
    const reports = world.observations.slice(0, changed ? -2 : undefined);
    const { plan, dataset } = readWorld({ ...world, observations: reports });
    let evaluation: Evaluation | undefined;
    for (const asOf of days) {
      const fresh = evaluate(plan, dataset, { asOf });
      const before = answersOf(fresh);
      const earlier = new Set(evaluation && plan.targets.map(({ id }) => evaluation?.target(id).verdicts));
      evaluation = evaluate(plan, dataset, { asOf, replaces: evaluation });
      // Some targets are asked for, so that others find columns left over.
      if (!whole) void evaluation.target(plan.targets.at(-1)?.id ?? '').verdicts;
      expect(answersOf(evaluation)).toEqual(before);
      expect(answersOf(fresh)).toEqual(before);
      for (const { id } of plan.targets) if (earlier.has(evaluation.target(id).verdicts)) shared++;
    }
    for (const row of world.observations.slice(reports.length)) {
      evaluation?.update(applyObservation(dataset, row));
      expect(evaluation && answersOf(evaluation)).toEqual(
        answersOf(evaluate(plan, dataset, { asOf: days.at(-1) ?? '' })),
      );
    }
  });
  expect(shared).toBeGreaterThan(100);
});

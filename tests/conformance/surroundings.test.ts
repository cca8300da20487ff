import { evaluate, findResponsible, listProblems, parsePlan, rankAreas, readDataset } from '@guatu/core';
import type { Dataset, Plan, RankingOptions } from '@guatu/core';
import { expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';
import type { Case, Check, Expected } from './cases.js';
import { findDifferences } from './compare.js';

// What stands around the targets: the ranking, the problem ledger, and who is responsible.

const cases = listCases()
  .map(readCase)
  .filter(({ expectation }) =>
    expectation.checks.some((check) => check.ranking ?? check.problems ?? check.responsible),
  );

test('there are cases of each', () => {
  const checks = cases.flatMap(({ expectation }) => expectation.checks);
  expect(checks.some(({ ranking }) => ranking)).toBe(true);
  expect(checks.some(({ problems }) => problems)).toBe(true);
  expect(checks.some(({ responsible }) => responsible)).toBe(true);
});

test.each(cases.map((given) => [given.name, given] as const))('%s', (_name, given) => {
  const { plan, dataset } = read(given);
  const differences = given.expectation.checks.flatMap((check) => [
    ...compareRanking(plan, dataset, check),
    ...compareProblems(plan, dataset, check),
    ...compareResponsible(dataset, check),
  ]);
  expect(differences, `${given.expectation.rule}: ${given.expectation.arithmetic}`).toEqual([]);
});

function read(given: Case): { readonly plan: Plan; readonly dataset: Dataset } {
  const { plan } = parsePlan(given.plan);
  if (!plan) throw new Error(`${given.name}: no plan`);
  const files = Object.entries(given.files).map(([file, text]) => [file, { name: `${file}.csv`, text }]);
  return {
    plan,
    dataset: readDataset(plan, { areas: { name: 'areas.csv', text: given.areas }, ...Object.fromEntries(files) }),
  };
}

function compareRanking(plan: Plan, dataset: Dataset, { asOf, knownOn, ranking }: Check): string[] {
  if (!ranking) return [];
  const moments = [...(ranking.rounds ?? []), asOf].map((date) => ({
    asOf: date,
    ...(knownOn !== undefined && { knownOn }),
  }));
  const evaluations = moments.map((moment) => evaluate(plan, dataset, moment));
  const areas = rankAreas(evaluations, (ranking.options ?? {}) as RankingOptions).results.at(-1)?.areas ?? [];
  return ranking.areas.flatMap(({ area, ...fields }) =>
    describe(
      `${asOf} ranking of ${area}`,
      fields,
      areas.find((ranked) => ranked.area === area),
    ),
  );
}

function compareProblems(plan: Plan, dataset: Dataset, { asOf, problems }: Check): string[] {
  if (!problems) return [];
  const { items } = listProblems(dataset, problems.ledger, { asOf, plan });
  return problems.items.flatMap(({ id, ...fields }) =>
    describe(
      `${asOf} item ${id}`,
      fields,
      items.find((item) => item.id === id),
    ),
  );
}

function compareResponsible(dataset: Dataset, { asOf, responsible }: Check): string[] {
  return (responsible ?? []).flatMap(({ area, actors }) => {
    const found = new Set(findResponsible(dataset, area, asOf).map(({ actor }) => actor));
    return describe(`${asOf} responsible for ${area}`, { actors: [...actors].sort() }, { actors: [...found].sort() });
  });
}

function describe(what: string, expected: { readonly [field: string]: Expected }, actual: unknown): string[] {
  return findDifferences(expected, actual, '').map((difference) => `${what} ${difference}`);
}

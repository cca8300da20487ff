import { describe, expect, test } from 'vitest';
import { listCases, readCase } from '../conformance/cases.js';
import { describeFailure, runCase } from '../conformance/run-case.js';
import { buildCore } from './build-core.js';
import { mutants } from './mutants.js';

const all = Object.values(mutants).flat();
const known = new Set(listCases());

test('every mutant has a name of its own and names cases that exist', () => {
  expect(all.length).toBeGreaterThanOrEqual(35);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, rule, caughtBy } of all) {
    expect(rule, name).toMatch(/^§\d+\.\d+/);
    expect(caughtBy.length, name).toBeGreaterThan(0);
    expect(
      caughtBy.filter((given) => !known.has(given)),
      name,
    ).toEqual([]);
  }
});

test('without an edit, the bundle agrees with all these cases', async () => {
  const core = await buildCore('unmutated');
  for (const name of new Set(all.flatMap(({ caughtBy }) => caughtBy))) {
    const given = readCase(name);
    const differences = runCase(core, given);
    if (differences.length > 0) expect.fail(describeFailure(given, differences));
  }
});

describe.each(Object.entries(mutants))('%s', (_group, list) => {
  test.concurrent.each(list.map((mutant) => [mutant.name, mutant] as const))(
    '%s',
    async (name, { rule, edits, caughtBy }) => {
      const core = await buildCore(`${all.findIndex((mutant) => mutant.name === name)}`, edits);
      // A mutant gives wrong answers; one that throws would be noticed by anything.
      const missed = caughtBy.filter((given) => runCase(core, readCase(given)).length === 0);
      expect(missed, `cases that should notice (${rule})`).toEqual([]);
    },
  );
});

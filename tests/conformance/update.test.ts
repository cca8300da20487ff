import { applyObservation, evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Evaluation } from '@guatu/core';
import { describe, expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';
import type { Case, Check } from './cases.js';
import { findDifferences } from './compare.js';

// Every case once more, with each of its reports coming in last: an evaluation that is told of it answers what was worked
// out by hand, as one does that had all reports from the start.

/** Reports of large rosters are much alike. */
const MOST_REPORTS = 24;

const cases = listCases()
  .map(readCase)
  .filter(
    ({ files, expectation }) =>
      files['observations'] !== undefined && expectation.checks.some(({ results }) => results),
  );

describe.concurrent('each report of a case as the last one', () => {
  test.each(cases.map((given) => [given.name, given] as const))('%s', (_name, given) => {
    const [header = '', ...rows] = (given.files['observations'] ?? '')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line !== '');
    const columns = header.split(',');
    for (const [last, line] of rows.slice(0, MOST_REPORTS).entries()) {
      if (line.includes('"')) continue;
      const others = [header, ...rows.filter((_, at) => at !== last), ''].join('\n');
      const fields = line.split(',');
      const report = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']));
      for (const check of given.expectation.checks) {
        expect(
          differencesAfter(given, check, others, report),
          `after line ${last + 2} came in, as of ${check.asOf}`,
        ).toEqual([]);
      }
    }
  });
});

function differencesAfter(
  given: Case,
  check: Check,
  observations: string,
  report: Readonly<Record<string, string>>,
): readonly string[] {
  if (!check.results) return [];
  const { plan } = parsePlan(given.plan);
  if (!plan) throw new Error(`${given.name}: no plan`);
  const files = Object.entries({ ...given.files, observations }).map(([file, text]) => [
    file,
    { name: `${file}.csv`, text },
  ]);
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: given.areas }, ...Object.fromEntries(files) });
  const { asOf, knownOn } = check;
  const evaluation = evaluate(plan, dataset, { asOf, ...(knownOn !== undefined && { knownOn }) });
  lookAtAll(evaluation);
  evaluation.update(applyObservation(dataset, report));
  return check.results.flatMap(({ target, area, remarked, ...fields }) => {
    const result = evaluation.target(target).at(dataset.roster.indexOf(area));
    const found = findDifferences(fields, result, '');
    if (typeof remarked === 'boolean' && result.remarks.length > 0 !== remarked)
      found.push(`remarks: expected ${remarked ? 'some' : 'none'}`);
    return found.map((difference) => `${target} at ${area} ${difference}`);
  });
}

/** So that everything is formed before the report comes in. */
function lookAtAll(evaluation: Evaluation): void {
  for (const { id } of evaluation.plan.targets) {
    const target = evaluation.target(id);
    void target.verdicts;
    void target.attainments;
    for (const row of evaluation.dataset.roster.areas.keys()) target.at(row);
  }
}

import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '@guatu/cli';
import { expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';
import type { Check, ExpectedResult } from './cases.js';
import { findDifferences } from './compare.js';

// The command prints what the evaluator answers: every case again, through files, arguments and JSON.

const folder = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));

/** Fields of a result that are published, besides those asked for with options. */
const PUBLISHED = new Set([
  'verdict',
  'attainment',
  'rawAttainment',
  'figure',
  'numerator',
  'denominator',
  'bounds',
  'required',
  'unit',
  'expected',
  'pace',
  'light',
  'lightRule',
  'movement',
  'gap',
  'completeness',
  'periods',
  'remarks',
  'indicator',
  'level',
]);

const cases = listCases().filter((name) => readCase(name).expectation.checks.some(({ results }) => results));

test.each(cases)('guatu evaluate %s', async (name) => {
  const differences: string[] = [];
  for (const check of readCase(name).expectation.checks) {
    if (!check.results) continue;
    const answered = await evaluateCase(name, check);
    for (const { target, area, ...fields } of check.results) {
      const result = answered.find((row) => row.target === target && row.area === area);
      // An area the target does not concern has no row; the library says so as notApplicable.
      if (!result && fields['verdict'] === 'notApplicable') continue;
      const published = Object.fromEntries(Object.entries(fields).filter(([field]) => PUBLISHED.has(field)));
      for (const difference of findDifferences(published, result, ''))
        differences.push(`${target} at ${area} ${difference}`);
    }
  }
  expect(differences).toEqual([]);
});

async function evaluateCase(name: string, { asOf, knownOn }: Check): Promise<readonly ExpectedResult[]> {
  const chunks: string[] = [];
  const sink = (kept: string[]) =>
    new Writable({ decodeStrings: false, write: (chunk: string, _encoding, done) => (kept.push(chunk), done()) });
  const moment = ['--as-of', asOf, ...(knownOn === undefined ? [] : ['--known-on', knownOn])];
  const args = ['evaluate', `${folder}${name}/plan.json`, '--data', `${folder}${name}`, ...moment, '--format', 'json'];
  await run(args, { stdout: sink(chunks), stderr: sink([]), env: {} });
  return (JSON.parse(chunks.join('')) as { readonly results: readonly ExpectedResult[] }).results;
}

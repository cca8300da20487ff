import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Evaluation, Result } from '@guatu/core';
import { describe, expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';

/** Days no case asks for, too: before the plan, on its edges, and long after it. */
const DAYS = ['2019-06-30', '2020-01-01', '2021-07-02', '2022-12-31', '2030-01-01'];

/** Verdicts that a light may stand beside. */
const LIT = new Set(['notYetDue', 'attained', 'attainedWithinTolerance', 'notAttained']);

describe.concurrent('every result of every case, at any day', () => {
  test.each(listCases())('%s', (name) => {
    for (const asOf of DAYS) {
      const [first, second] = [evaluateCase(name, asOf), evaluateCase(name, asOf)];
      for (const { id } of first.plan.targets) {
        for (const row of first.dataset.roster.areas.keys()) {
          const result = first.target(id).at(row);
          expect(findBreach(result), `${id} at ${result.area} as of ${asOf}: ${JSON.stringify(result)}`).toBe('');
          expect(second.target(id).at(row)).toEqual(result);
          const { steps, text } = first.target(id).explain(row);
          expect(text.zh && text.en && steps.length > 0, `${id} at ${result.area} is explained`).toBeTruthy();
        }
      }
    }
  });
});

function evaluateCase(name: string, asOf: string): Evaluation {
  const { plan: text, areas, files } = readCase(name);
  const { plan } = parsePlan(text, { source: 'plan.json' });
  if (plan === undefined) throw new Error(`${name}: the plan was refused`);
  const given = Object.entries(files).map(([file, content]) => [file, { name: `${file}.csv`, text: content }]);
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: areas }, ...Object.fromEntries(given) });
  return evaluate(plan, dataset, { asOf });
}

/** What a result says that no result may say; empty when it says nothing of the kind. */
function findBreach(result: Result): string {
  const { verdict, attainment, light, completeness, bounds, gap } = result;
  const broken = findUnfinite(result);
  if (broken !== undefined) return broken;
  if (attainment !== null && (attainment < 0 || attainment > 1)) return 'attainment outside 0…1';
  if (light !== null && !LIT.has(verdict)) return `a light beside ${verdict}`;
  if ((verdict === 'attained' || verdict === 'attainedWithinTolerance') && light !== 'green')
    return 'passed, not green';
  if (verdict === 'notAttained' && light !== 'red') return 'failed, not red';
  if (verdict === 'attained' && gap !== null && gap !== 0) return 'passed with a gap';
  if (completeness.reported > completeness.total) return 'more reported than there are';
  if (bounds && bounds[0] > bounds[1]) return 'bounds crossed';
  return '';
}

/** The first NaN or Infinity anywhere in a result. */
function findUnfinite(value: unknown, path = 'result'): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = findUnfinite(part, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

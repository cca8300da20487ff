import { parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Diagnostic, Plan } from '@guatu/core';
import { readFixture } from './fixture.js';

const FILES = ['observations', 'registers', 'events', 'links'] as const;

/** The county as the library reads it. */
export function readCounty(): {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { plan, diagnostics } = parsePlan(readFixture('plan.json'), { source: 'plan.json' });
  if (plan === undefined) throw new Error('plan.json is no plan');
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: readFixture('areas.csv') },
    ...Object.fromEntries(FILES.map((file) => [file, { name: `${file}.csv`, text: readFixture(`${file}.csv`) }])),
  });
  return { plan, dataset, diagnostics: [...diagnostics, ...dataset.diagnostics] };
}

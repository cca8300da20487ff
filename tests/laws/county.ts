import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Evaluation, Plan } from '@guatu/core';
import { readFileSync } from 'node:fs';

const read = (name: string): { readonly name: string; readonly text: string } => ({
  name,
  text: readFileSync(new URL(`../../fixtures/yongchang/${name}`, import.meta.url), 'utf8'),
});

let county: { readonly plan: Plan; readonly dataset: Dataset } | undefined;

function readCounty(): { readonly plan: Plan; readonly dataset: Dataset } {
  const { plan } = parsePlan(read('plan.json').text);
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, {
    areas: read('areas.csv'),
    observations: read('observations.csv'),
    registers: read('registers.csv'),
    events: read('events.csv'),
    links: read('links.csv'),
  });
  return { plan, dataset };
}

/** The whole county on a day. */
export function evaluateCounty(asOf: string): Evaluation {
  const { plan, dataset } = (county ??= readCounty());
  return evaluate(plan, dataset, { asOf });
}

import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Diagnostic, Evaluation, Plan } from '@guatu/core';
import { readFileSync } from 'node:fs';

const read = (name: string): { readonly name: string; readonly text: string } => ({
  name,
  text: readFileSync(new URL(`../../fixtures/yongchang/${name}`, import.meta.url), 'utf8'),
});

/** The county's files of rows, as the readers take them. */
export const readCountyRows = () => ({
  areas: read('areas.csv'),
  observations: read('observations.csv'),
  registers: read('registers.csv'),
  events: read('events.csv'),
  links: read('links.csv'),
});

/** The county's plan as a text. */
export const readCountyPlan = () => read('plan.json');

interface County {
  readonly plan: Plan;
  readonly planDiagnostics: readonly Diagnostic[];
  readonly dataset: Dataset;
}

let county: County | undefined;

/** The whole county as its files say, read once in a file of tests. */
export function readCounty(): County {
  return (county ??= readFiles());
}

function readFiles(): County {
  const { plan, diagnostics: planDiagnostics } = parsePlan(readCountyPlan().text, { source: 'plan.json' });
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, readCountyRows());
  return { plan, planDiagnostics, dataset };
}

/** The whole county on a day. */
export function evaluateCounty(asOf: string): Evaluation {
  const { plan, dataset } = readCounty();
  return evaluate(plan, dataset, { asOf });
}

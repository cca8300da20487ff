import { readFileSync } from 'node:fs';
import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Plan } from '@guatu/core';
import { buildScene, layoutTiles } from '@guatu/map/scene';
import { describe, expect, it } from 'vitest';

/** What holds for every picture of the county's whole plan, whatever is shown and whenever. */
const read = (name: string): { readonly name: string; readonly text: string } => ({
  name,
  text: readFileSync(new URL(`../../fixtures/yongchang/${name}`, import.meta.url), 'utf8'),
});

function load(): { readonly plan: Plan; readonly dataset: Dataset } {
  const { plan } = parsePlan(read('plan.json').text, { source: 'plan.json' });
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

const { plan, dataset } = load();
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each(['2020-12-31', '2021-06-30', '2022-12-31'])('every picture as of %s', (asOf) => {
  const evaluation = evaluate(plan, dataset, { asOf });

  it.each(['village', 'township'] as const)('adds up at the %s', (level) => {
    const layout = layoutTiles(dataset.roster, { width: 776, level });
    const wrong: string[] = [];
    for (const target of plan.targets) {
      const { legend, paints, summary } = buildScene({ evaluation, layout, target: target.id, level });
      const nothings = sum(legend.nothings.filter(({ kind }) => kind !== 'notApplicable').map(({ count }) => count));
      if (sum(legend.counts.flat()) + nothings !== legend.total) wrong.push(`${target.id}: the legend does not add up`);
      const words = [summary, ...paints.map(({ label }) => label)].join(' ');
      if (/NaN|undefined|null|Infinity|\.\d{6}/.test(words)) wrong.push(`${target.id}: ${summary}`);
      const { numerator, level: ancestor } = evaluation.target(target.id).at(0);
      const members = legend.basis === 'progress' && target.measure.kind === 'share';
      const owing = legend.basis === 'attainment' && ancestor !== target.scope.owes.level && level === target.scope.owes.level;
      const arrived = sum(legend.counts.map((row) => row.at(-1) ?? 0));
      if (numerator !== null && (members || owing) && arrived !== numerator) {
        wrong.push(`${target.id}: ${arrived} areas painted as arrived, ${numerator} in the sentence: ${summary}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

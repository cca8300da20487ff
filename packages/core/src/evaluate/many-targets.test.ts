import { expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import { parsePlan } from '../plan-reader/parse-plan.js';
import { evaluate } from './evaluate.js';

const name = { zh: '任务', en: 'Task' };

/** Ten thousand targets over one indicator, all but the first parts of the first, all steps of one staircase. */
function planOf(count: number): object {
  return {
    id: 'many',
    title: name,
    start: '2020-01-01',
    end: '2022-12-31',
    domains: [{ id: 'd', name }],
    indicators: [{ id: 'milk', name, type: 'quantity', unit: '吨' }],
    targets: Array.from({ length: count }, (_, index) => ({
      id: `t${index}`,
      clause: '一',
      domain: 'd',
      name,
      measure: { kind: 'flow', indicator: 'milk' },
      criterion: { kind: 'atLeast', value: index, unit: '吨' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, rollUp: 'sum' },
      series: 'steps',
      ...(index > 0 && { parent: 't0' }),
    })),
  };
}

test('a plan with 10,000 targets has a verdict for each, in seconds', () => {
  const { plan } = parsePlan(planOf(10_000));
  if (!plan) expect.fail('the plan was refused');
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\n' },
    observations: { name: 'observations.csv', text: 'indicator,area,period,value\nmilk,C,2022,5\n' },
  });
  const evaluation = evaluate(plan, dataset, { asOf: '2022-12-31' });
  const verdicts = plan.targets.map(({ id }) => evaluation.target(id).at(0).verdict);
  // 9,999 parts of 5 each are above the total of 5; the total itself, at least 0, is attained.
  expect(verdicts[0]).toBe('attained');
  expect(new Set(verdicts.slice(1))).toEqual(new Set(['dataError']));
  expect(evaluation.diagnostics).toEqual([]);
});

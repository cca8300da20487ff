import { expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan } from '../plan/plan.js';
import { evaluate } from './evaluate.js';

const text = { zh: '任务', en: 'Task' };
const plan: Plan = {
  id: 'task-values',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: text }],
  indicators: [{ id: 'veg', name: text, type: 'quantity', unit: '万亩' }],
  targets: [
    {
      id: 'veg',
      clause: '二(二)1',
      domain: 'industry',
      name: text,
      measure: { kind: 'flow', indicator: 'veg' },
      criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
      schedule: { kind: 'eachYear', basis: 'explicit' },
      scope: {
        owes: { level: 'county' },
        from: 'township',
        rollUp: 'sum',
        values: [{ area: 'T1', period: '2021', value: 4 }],
      },
    },
  ],
};

const dataset = readDataset(plan, {
  areas: { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\nT1,甲乡,township,C,township\n' },
  observations: {
    name: 'observations.csv',
    text: 'indicator,area,period,value,unit\nveg,T1,2020,5,万亩\nveg,T1,2021,5,万亩\nveg,T1,2022,5,万亩\n',
  },
});

// Only the task table makes pass marks below the county: in the years it has no value for T1, T1 is not judged, and
// never by the county's 25.
test('a year without a value of the task table judges nobody below the county', () => {
  const { verdict, periods } = evaluate(plan, dataset, { asOf: '2022-12-31' }).target('veg').at(1);
  expect(periods).toMatchObject([
    { period: '2020', verdict: 'notJudged', required: null },
    { period: '2021', verdict: 'attained', required: 4 },
    { period: '2022', verdict: 'notJudged', required: null },
  ]);
  expect(verdict).toBe('attained');
});

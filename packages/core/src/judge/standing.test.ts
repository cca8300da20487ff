import { expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan } from '../plan/plan.js';
import { evaluate } from '../evaluate/evaluate.js';

const text = { zh: '收入', en: 'income' };

/** A county of 1000 villages, so many of which pass, and the share of them that has to. */
function judge(passing: number, requiredShare: number): string {
  const plan: Plan = {
    id: 'share',
    title: text,
    start: '2020-01-01',
    end: '2022-12-31',
    domains: [{ id: 'organization', name: text }],
    indicators: [{ id: 'income', name: text, type: 'quantity', unit: '万元' }],
    targets: [
      {
        id: 'income',
        clause: '一',
        domain: 'organization',
        name: text,
        measure: { kind: 'stock', indicator: 'income' },
        criterion: { kind: 'atLeast', value: 5, unit: '万元' },
        schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
        scope: { owes: { level: 'village' }, rollUp: 'shareOfAreas', requiredShare },
      },
    ],
  };
  const villages = Array.from({ length: 1000 }, (_, index) => `V${index}`);
  const areas = villages.map((code) => `${code},${code},village,T,villagers-committee`);
  const rows = villages.map((code, index) => `income,${code},2022,${index < passing ? 5 : 4},万元`);
  const dataset = readDataset(plan, {
    areas: {
      name: 'areas.csv',
      text: ['code,name,level,parent,kind', 'C,县,county,,county', 'T,乡,township,C,township', ...areas, ''].join('\n'),
    },
    observations: { name: 'observations.csv', text: ['indicator,area,period,value,unit', ...rows, ''].join('\n') },
  });
  return evaluate(plan, dataset, { asOf: '2022-12-31' }).target('income').at(0).verdict;
}

test('a share of areas with a decimal compares in integers', () => {
  // 16.1% of 1000 are 161; 16.1 · 1000 is 16100.000000000002 in binary.
  expect(judge(161, 16.1)).toBe('attained');
  expect(judge(160, 16.1)).toBe('notAttained');
  // 65.1% of 1000 are 651; 65.1 · 1000 is 65099.99999999999 in binary.
  expect(judge(651, 65.1)).toBe('attained');
  expect(judge(650, 65.1)).toBe('notAttained');
});

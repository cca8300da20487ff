import { evaluate, readDataset } from '@guatu/core';
import type { Criterion, Measure, Plan, Target } from '@guatu/core';
import { expect, it } from 'vitest';
import { accountTarget } from './account-target.js';

const name = { zh: '负债', en: 'Debt' };

/** One county of one village that owes 12 and another that owes 4. */
function accountOf(measure: Measure, criterion: Criterion, row: number, locale: 'zh' | 'en' = 'zh') {
  const target: Target = {
    id: 'debt',
    clause: '一',
    domain: 'd',
    name,
    measure,
    criterion,
    schedule: { kind: 'by', date: '2021-12-31', basis: 'explicit' },
    scope: { owes: { level: 'county' }, from: 'village', rollUp: 'sum' },
  };
  const plan: Plan = {
    id: 'debt',
    title: name,
    start: '2020-01-01',
    end: '2021-12-31',
    domains: [{ id: 'd', name }],
    indicators: [{ id: 'debt', name, type: 'quantity', unit: '万元' }],
    targets: [target],
  };
  const areas = [
    'code,name,level,parent,kind',
    'C,县,county,,county',
    'T,乡,township,C,township',
    'V1,甲村,village,T,villagers-committee',
    'V2,乙村,village,T,villagers-committee',
  ].join('\n');
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: `${areas}\n` },
    observations: {
      name: 'observations.csv',
      text: 'indicator,area,period,value\ndebt,V1,2021,12\ndebt,V2,2021,4\n',
    },
  });
  return accountTarget(evaluate(plan, dataset, { asOf: '2021-12-31' }), 'debt', row, locale);
}

const few = {
  measure: { kind: 'stock', indicator: 'debt' },
  criterion: { kind: 'atMost', value: 10, unit: '万元' },
} as const;
const all = { kind: 'every' } as const;

it('a member that has to stay below a number is over it or lacks nothing', () => {
  const share = { kind: 'share', predicate: few } as const;
  // 12 − 10 = 2; 4 is within 10
  expect(accountOf(share, all, 2)).toMatchObject({ required: '不超过10万元', missing: '超出2万元' });
  expect(accountOf(share, all, 3)).toMatchObject({ required: '不超过10万元', missing: '' });
});

it('what has to leave a number behind lacks what takes it there', () => {
  const weak = { kind: 'remaining', predicate: few } as const;
  // 10 − 4 = 6
  expect(accountOf(weak, { kind: 'none' }, 3)).toMatchObject({ required: '10万元', missing: '还差6万元' });
  expect(accountOf(weak, { kind: 'none' }, 2)).toMatchObject({ missing: '' });
});

it('a ceiling is told as one, and what is above it as over', () => {
  const sum = { kind: 'stock', indicator: 'debt' } as const;
  // 12 + 4 = 16; 16 − 10 = 6
  expect(accountOf(sum, few.criterion, 0)).toMatchObject({ required: '不超过10万元', missing: '超出6万元' });
  expect(accountOf(sum, few.criterion, 0, 'en')).toMatchObject({
    required: 'at most 100,000 yuan',
    missing: '60,000 yuan over',
  });
  // a range has both its ends
  expect(accountOf(sum, { kind: 'between', lower: 20, upper: 30, unit: '万元' }, 0)).toMatchObject({
    required: '20至30万元',
    missing: '还差4万元',
  });
  // what must have nothing left has that much left
  expect(accountOf(sum, { kind: 'none' }, 0)).toMatchObject({ required: '0万元', missing: '还剩16万元' });
});

import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan, Target } from '../plan/plan.js';
import { attainDomain } from './domain-attainment.js';

const areas = `code,name,level,parent,kind,rollout
C,县,county,,county,
T1,甲乡,township,C,township,
T2,乙乡,township,C,township,
V1,一村,village,T1,villagers-committee,
V2,二村,village,T1,villagers-committee,
V3,三村,village,T2,villagers-committee,
`;

const common = {
  clause: '二',
  domain: 'industry',
  name: { zh: '任务', en: 'Target' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
} as const;
const incomeOver = (value: number) =>
  ({ measure: { kind: 'stock', indicator: 'income' }, criterion: { kind: 'atLeast', value, unit: '万元' } }) as const;
const fromVillages = { owes: { level: 'county' }, from: 'village', rollUp: 'shareOfAreas' } as const;

const targets: readonly Target[] = [
  {
    ...common,
    id: 'income',
    measure: { kind: 'share', predicate: incomeOver(5) },
    criterion: { kind: 'atLeast', value: 50, unit: '%' },
    scope: fromVillages,
  },
  {
    ...common,
    id: 'toilets',
    measure: { kind: 'rate', indicator: 'toilets' },
    criterion: { kind: 'atLeast', value: 80, unit: '%' },
    scope: { owes: { level: 'county' }, from: 'village', rollUp: 'ratioOfSums' },
  },
  {
    ...common,
    id: 'hall',
    measure: { kind: 'state', indicator: 'hall' },
    criterion: { kind: 'done' },
    scope: { owes: { level: 'village' }, rollUp: 'allOf' },
  },
  {
    ...common,
    id: 'weak',
    measure: {
      kind: 'remaining',
      predicate: {
        measure: { kind: 'stock', indicator: 'income' },
        criterion: { kind: 'atMost', value: 1, unit: '万元' },
      },
    },
    criterion: { kind: 'none' },
    scope: { owes: { level: 'county' }, from: 'village', rollUp: 'countDistinct' },
  },
  {
    ...common,
    id: 'area',
    measure: { kind: 'stock', indicator: 'area' },
    criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
    scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' },
  },
];

const plan: Plan = {
  id: 'domain',
  title: { zh: '试', en: 'Trial' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [
    { id: 'industry', name: { zh: '产业', en: 'Industry' } },
    { id: 'culture', name: { zh: '文化', en: 'Culture' } },
  ],
  indicators: [
    { id: 'income', name: { zh: '收入', en: 'Income' }, type: 'quantity', unit: '万元' },
    { id: 'toilets', name: { zh: '厕所', en: 'Toilets' }, type: 'ratio', unit: '户' },
    { id: 'hall', name: { zh: '礼堂', en: 'Hall' }, type: 'state' },
    { id: 'area', name: { zh: '面积', en: 'Area' }, type: 'quantity', unit: '万亩' },
  ],
  targets,
};

function attain(area: string, observations: string, domain = 'industry'): ReturnType<typeof attainDomain> {
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: areas },
    observations: {
      name: 'observations.csv',
      text: `indicator,area,period,value,numerator,denominator,unit\n${observations}`,
    },
  });
  return attainDomain(evaluate(plan, dataset, { asOf: '2022-12-31' }), domain, dataset.roster.indexOf(area));
}

const ROWS = `income,V1,2022,4,,,万元
income,V2,2022,6,,,万元
toilets,V1,2022,,30,100,户
toilets,V2,2022,,50,100,户
hall,V1,2022,1,,,
area,T1,2022,3,,,万亩
`;

test('a village answers for what it owes and for its predicates, and for no percentage of the county', () => {
  // income 4 of 5 = 0.8; hall done = 1; above 1万元 = 1; toilets and area ask nothing of one village
  const { attainment, completeness, targets: formed } = attain('V1', ROWS);
  expect(formed.map(({ target }) => target)).toEqual(['income', 'hall', 'weak']);
  expect(attainment).toBeCloseTo(2.8 / 3, 12);
  expect(completeness).toEqual({ reported: 3, total: 3 });
});

test('what is not reported leaves the mean and shows in the completeness; it is no zero', () => {
  // V2 has no report on its hall: (6 of 5, capped 1) and (above 1万元, 1)
  expect(attain('V2', ROWS)).toMatchObject({ attainment: 1, completeness: { reported: 2, total: 3 } });
  expect(attain('V3', ROWS)).toMatchObject({ attainment: null, completeness: { reported: 0, total: 3 } });
  // a reported zero is one: (0 + 0 not done + 0 still weak) ÷ 3
  expect(attain('V3', `${ROWS}income,V3,2022,0,,,万元\nhall,V3,2022,0,,,\n`)).toMatchObject({
    attainment: 0,
    completeness: { reported: 3, total: 3 },
  });
});

test('a township is attained as it is ranked', () => {
  // income: 1 of 2 villages against 50% = 1; toilets: 80 of 200 = 40% of 80% = 0.5;
  // hall: 1 of 1 known against 100% = 1; none left at or below 1万元 = 1; the sum of the county stays out
  const { attainment, completeness, targets: formed } = attain('T1', ROWS);
  expect(formed.map((target) => [target.target, target.attainment])).toEqual([
    ['income', 1],
    ['toilets', 0.5],
    ['hall', 1],
    ['weak', 1],
  ]);
  expect(attainment).toBe(3.5 / 4);
  expect(completeness).toEqual({ reported: 4, total: 4 });
});

test('a domain that asks nothing is neither full nor empty', () => {
  expect(attain('T1', ROWS, 'culture')).toMatchObject({ attainment: null, completeness: { reported: 0, total: 0 } });
  expect(() => attain('T1', ROWS, 'nowhere')).toThrow(RangeError);
});

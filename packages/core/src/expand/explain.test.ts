import { describe, expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Criterion, Plan, Target } from '../plan/plan.js';
import { evaluate } from '../evaluate/evaluate.js';

const name = { zh: '蔬菜面积', en: 'Vegetable area' };

function target(id: string, criterion: Criterion, more: Partial<Target> = {}): Target {
  return {
    id,
    clause: '二(二)1',
    domain: 'industry',
    name,
    measure: { kind: 'stock', indicator: 'veg' },
    criterion,
    schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
    scope: { owes: { level: 'county' }, rollUp: 'reported' },
    ...more,
  };
}

const plan: Plan = {
  id: 'veg',
  title: name,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name }],
  indicators: [
    { id: 'veg', name, type: 'quantity', unit: '万亩' },
    { id: 'milk', name, type: 'quantity', unit: '吨' },
  ],
  targets: [
    target(
      'least',
      { kind: 'atLeast', value: 25, unit: '万亩' },
      {
        baseline: { value: 10, unit: '万亩' },
        readings: [
          {
            parameter: 'by',
            chosen: 'end',
            alternatives: ['mid'],
            why: { zh: '到2022年底', en: 'by the end of 2022' },
          },
        ],
      },
    ),
    target('most', { kind: 'atMost', value: 20, unit: '万亩' }),
    target('flow', { kind: 'atLeast', value: 6, unit: '吨' }, { measure: { kind: 'flow', indicator: 'milk' } }),
    target(
      'sum',
      { kind: 'atLeast', value: 25, unit: '万亩' },
      { scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' } },
    ),
  ],
};

function explain(id: string, asOf: string) {
  const dataset = readDataset(plan, {
    areas: {
      name: 'areas.csv',
      text: 'code,name,level,parent,kind\nC,县,county,,county\nT1,甲乡,township,C,township\nT2,乙乡,township,C,township\n',
    },
    observations: {
      name: 'observations.csv',
      text: [
        'indicator,area,period,value,unit,reportedOn,source',
        'veg,C,2022,22,万亩,2023-01-10,统计局',
        'veg,C,2022,24,万亩,2023-02-10,统计局',
        'veg,C,2020,18,万亩,2021-01-10,',
        'veg,T1,2022,12,万亩,2023-01-10,',
        'milk,C,2022-Q1,2,吨,2022-04-10,',
        'milk,C,2022-H1,3,吨,2022-07-10,',
        'milk,C,2022-H2,4,吨,2023-01-10,',
        '',
      ].join('\n'),
    },
  });
  return evaluate(plan, dataset, { asOf }).target(id).explain(dataset.roster.indexOf('C'));
}

describe('an explanation', () => {
  test('tells clause, reading, reports with source and day, arithmetic and verdict, in both languages', () => {
    const { steps, text } = explain('least', '2022-12-31');
    expect(steps.map(({ kind }) => kind)).toEqual([
      'clause',
      'reading',
      'observation',
      'arithmetic',
      'schedule',
      'verdict',
    ]);
    // The second report stands, the first is kept with its place: line 3 after the header and line 2.
    expect(steps[2]?.place).toBe('observations.csv:3');
    // 25 − 24 = 1.
    expect(text.zh).toBe(
      '条款二（二）1：蔬菜面积，不少于25万亩。读法：到2022年底。2022年报数24万亩（2023-02-10报，来源：统计局，取代observations.csv:2）。' +
        '24万亩，要求25万亩。期限2022-12-31，截至2022-12-31。未达到，还差1万亩。',
    );
    expect(text.en).toBe(
      'Clause 二(二)1: Vegetable area, at least 250,000 mu. Reading: by the end of 2022. ' +
        '2022: 24 × 10,000 mu (reported 2023-02-10, source 统计局, superseding observations.csv:2). ' +
        '240,000 mu; required 250,000 mu. Due 2022-12-31; as of 2022-12-31. Not attained, 10,000 mu short.',
    );
  });

  test('tells where a running figure should be, and along which line', () => {
    // 2020-12-31 is 365 of 1095 days in: 10 + 15 · 1/3 = 15; 18 − 15 = 3; 18 ÷ 25 = 72 %, 15 ÷ 25 = 60 %; 25 − 18 = 7.
    const { text } = explain('least', '2020-12-31');
    expect(text.zh).toContain(
      '18万亩，要求25万亩。序时进度按直线应为15万亩，多3万亩。绿灯：完成率72%，应有60%，快12个百分点；慢不到10个百分点亮绿灯。',
    );
    expect(text.en).toContain(
      '180,000 mu; required 250,000 mu. 150,000 mu expected by now, 30,000 mu more, along a line. Green light: attainment 72%, expected 60%, 12 points ahead; less than 10 points behind is green. ',
    );
    expect(text.en).toMatch(/Not yet due, 70,000 mu short\.$/);
  });

  test('calls an excess an excess', () => {
    // 24 − 20 = 4.
    const { text } = explain('most', '2022-12-31');
    expect(text.zh).toMatch(/未达到，超出4万亩。$/);
    expect(text.en).toMatch(/Not attained, 40,000 mu over\.$/);
  });

  test('names the reports a flow was added up from, and none that lies in a longer one', () => {
    // The first quarter lies in the first half: 3 + 4 = 7.
    const { steps } = explain('flow', '2022-12-31');
    expect(steps.filter(({ kind }) => kind === 'observation').map(({ place }) => place)).toEqual([
      'observations.csv:7',
      'observations.csv:8',
    ]);
    expect(steps.find(({ kind }) => kind === 'arithmetic')?.text.en).toBe('7 t; required 6 t');
  });

  test('tells how many members reported, where the figure is theirs', () => {
    // 12 of two townships, one silent: 12 < 25 does not decide.
    const { steps, text } = explain('sum', '2022-12-31');
    expect(steps.filter(({ kind }) => kind === 'observation').map((step) => step.text.en)).toEqual([
      '1 of 2 townships reported for 2022',
    ]);
    expect(text.zh).toContain('2022年已报1/2个乡镇。12万亩，要求25万亩。');
    expect(text.zh).toMatch(/暂不能判定。未报齐。$/);
  });
});

import type { Area, Batch, Plan, Text } from '@guatu/core';

/** Said wherever the county is shown. */
export const FICTIONAL_NOTICE: Text = {
  zh: '虚构县域 示意：边界、名称和报数均为虚构。',
  en: 'A fictional county: borders, names and figures are invented.',
};

const VILLAGES = { level: 'village', kind: 'villagers-committee' } as const;
const END = '2022-12-31';

/** A small plan for a made-up county: a share of villages, a state every village owes, a rate, a sum. */
export function makePlan(areas: readonly Area[]): Plan {
  const villages = areas.filter(({ level }) => level === 'village');
  const inBatch = (cohort: string): number => villages.filter(({ rollout }) => rollout === cohort).length;
  const batches: readonly Batch[] = [
    { cohort: '2020', count: inBatch('2020') },
    { cohort: '2021', count: inBatch('2021') },
    { cohort: '2022', count: 'rest' },
  ];
  return {
    id: 'fictional-2020-2022',
    title: { zh: '虚构县三年行动（2020—2022年）', en: 'A fictional county: three years, 2020–2022' },
    start: '2020-01-01',
    end: END,
    illustrative: FICTIONAL_NOTICE,
    domains: [
      { id: 'industry', name: { zh: '产业', en: 'Industry' }, weight: 1 },
      { id: 'culture', name: { zh: '文化', en: 'Culture' }, weight: 1 },
      { id: 'ecology', name: { zh: '生态', en: 'Ecology' }, weight: 1 },
    ],
    rollout: { clause: '一', ...VILLAGES, counting: 'incremental', batches },
    indicators: [
      { id: 'income', type: 'quantity', unit: '万元', name: { zh: '村集体收入', en: 'Collective income' } },
      { id: 'reading-room', type: 'state', name: { zh: '阅览室', en: 'Reading room' } },
      { id: 'toilets', type: 'ratio', unit: '户', name: { zh: '卫生厕所', en: 'Sanitary toilets' } },
      { id: 'orchards', type: 'quantity', unit: '亩', name: { zh: '果园面积', en: 'Orchards' } },
    ],
    targets: [
      {
        id: 'income-5',
        clause: '二(一)',
        domain: 'industry',
        name: { zh: '集体收入5万元以上的村', en: 'Villages with a collective income of 50,000 yuan or more' },
        measure: {
          kind: 'share',
          predicate: {
            measure: { kind: 'stock', indicator: 'income' },
            criterion: { kind: 'atLeast', value: 5, unit: '万元' },
          },
        },
        criterion: { kind: 'atLeast', value: 70, unit: '%' },
        schedule: { kind: 'by', date: END, basis: 'explicit' },
        scope: { owes: { level: 'county' }, from: 'village', rollUp: 'shareOfAreas' },
      },
      {
        id: 'reading-rooms',
        clause: '二(二)',
        domain: 'culture',
        name: { zh: '村村有阅览室', en: 'A reading room in every village' },
        measure: { kind: 'state', indicator: 'reading-room' },
        criterion: { kind: 'done' },
        schedule: { kind: 'by', date: END, basis: 'explicit' },
        scope: { owes: VILLAGES, rollUp: 'allOf' },
        clock: 'rollout',
      },
      {
        id: 'toilets-85',
        clause: '二(三)',
        domain: 'ecology',
        name: { zh: '卫生厕所普及率', en: 'Households with a sanitary toilet' },
        measure: { kind: 'rate', indicator: 'toilets' },
        criterion: { kind: 'atLeast', value: 85, unit: '%' },
        schedule: { kind: 'by', date: END, basis: 'explicit' },
        scope: {
          owes: { level: 'county' },
          from: 'village',
          rollUp: 'ratioOfSums',
          members: { kind: 'villagers-committee' },
        },
      },
      {
        id: 'orchards-area',
        clause: '二(四)',
        domain: 'industry',
        name: { zh: '果园面积', en: 'Area of orchards' },
        measure: { kind: 'stock', indicator: 'orchards' },
        criterion: { kind: 'atLeast', value: villages.length * 60, unit: '亩' },
        schedule: { kind: 'by', date: END, basis: 'explicit' },
        scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' },
      },
    ],
  };
}

import type { BoardSources } from '../../board/board.js';

/** A county of two townships with five villages and a residents' committee, and a plan of four targets. */
export const tinyPlan = {
  id: 'tiny',
  title: { zh: '小县三年计划', en: 'A small county’s three years' },
  start: '2020-01-01',
  end: '2022-12-31',
  illustrative: { zh: '示例数据', en: 'illustrative data' },
  domains: [
    { id: 'income', name: { zh: '增收', en: 'Income' } },
    { id: 'farming', name: { zh: '种植', en: 'Farming' } },
  ],
  rollout: {
    clause: '一',
    level: 'village',
    kind: 'villagers-committee',
    counting: 'incremental',
    batches: [
      { cohort: '2020', count: 2 },
      { cohort: '2021', count: 'rest' },
    ],
  },
  indicators: [
    { id: 'collective-income', type: 'quantity', unit: '万元', name: { zh: '集体收入', en: 'Collective income' } },
    { id: 'vegetables', type: 'quantity', unit: '亩', name: { zh: '蔬菜面积', en: 'Vegetables' } },
  ],
  targets: [
    {
      id: 'income-5',
      clause: '二1',
      domain: 'income',
      name: { zh: '收入5万元以上的村', en: 'Villages with 50,000 yuan or more' },
      measure: {
        kind: 'share',
        predicate: {
          measure: { kind: 'flow', indicator: 'collective-income' },
          criterion: { kind: 'atLeast', value: 5, unit: '万元' },
        },
      },
      criterion: { kind: 'atLeast', value: 60, unit: '%' },
      schedule: { kind: 'by', date: '2021-12-31', basis: 'explicit' },
      scope: {
        owes: { level: 'county' },
        from: 'village',
        rollUp: 'shareOfAreas',
        members: { kind: 'villagers-committee' },
      },
    },
    {
      id: 'vegetable-area',
      clause: '二2',
      domain: 'farming',
      name: { zh: '蔬菜面积', en: 'Area of vegetables' },
      measure: { kind: 'stock', indicator: 'vegetables' },
      criterion: { kind: 'atLeast', value: 1000, unit: '亩' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, from: 'village', rollUp: 'sum' },
      responsible: { zh: '县农业农村局', en: 'Bureau of agriculture' },
    },
    {
      id: 'garden-villages',
      clause: '二3',
      domain: 'farming',
      name: { zh: '每村至少100亩菜地', en: 'Each village has 100 mu of vegetables' },
      measure: { kind: 'stock', indicator: 'vegetables' },
      criterion: { kind: 'atLeast', value: 100, unit: '亩' },
      schedule: { kind: 'by', date: '2021-12-31', basis: 'explicit' },
      scope: { owes: { level: 'village', kind: 'villagers-committee' }, rollUp: 'allOf' },
    },
    {
      id: 'problems-cleared',
      clause: '三1',
      domain: 'income',
      name: { zh: '问题清零', en: 'Problems cleared' },
      measure: { kind: 'remaining', ledger: 'problem' },
      criterion: { kind: 'none' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, rollUp: 'countDistinct' },
    },
  ],
};

export const tinyAreas = `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor
10,小县,county,,county,,,,,
1001,东镇,township,10,town,,,,,
1002,西乡,township,10,township,,,,,
1001201,上沟村,village,1001,villagers-committee,2020,,,,
1001202,下沟村,village,1001,villagers-committee,2020,,,,
1001203,新庄村,village,1001,villagers-committee,2021,,,,
1001001,东街社区,village,1001,residents-committee,,,,,
1002201,白杨村,village,1002,villagers-committee,2021,,,,
1002202,红柳村,village,1002,villagers-committee,2021,,,,
`;

export const tinyObservations = `indicator,area,period,value,numerator,denominator,unit,reportedOn,source,note
collective-income,1001201,2021,6.2,,,万元,2022-01-10,示例数据,
collective-income,1001202,2021,4.2,,,万元,2022-01-10,示例数据,
collective-income,1001203,2021,5,,,万元,2022-01-10,示例数据,
collective-income,1002201,2021,0,,,万元,2022-01-10,示例数据,
vegetables,1001201,2021,120,,,亩,2022-01-10,示例数据,
vegetables,1001202,2021,80,,,亩,2022-01-10,示例数据,
vegetables,1001203,2021,100,,,亩,2022-01-10,示例数据,
vegetables,1002201,2021,0,,,亩,2022-01-10,示例数据,
`;

export const tinyEvents = `kind,id,subject,date,covered,note
start,start-1,1001201,2020-04-01,,
start,start-3,1001203,2021-05-01,,
problem-opened,problem-1,1001202,2021-06-01,,
problem-opened,problem-2,1001202,2021-07-01,,
problem-closed,problem-2,1001202,2021-08-01,,
`;

const tinyLinks = `actor,role,area,from,to
李县长,village,1001202,2021-01-01,2021-12-31
`;

export interface TinyFiles {
  readonly observations?: string;
  readonly areas?: string;
  /** Empty for no such file. */
  readonly events?: string;
}

/** The files of the small county, with some of them changed. */
export function tinySources({
  observations = tinyObservations,
  areas = tinyAreas,
  events = tinyEvents,
}: TinyFiles = {}): BoardSources {
  return {
    plan: { data: tinyPlan },
    areas: { name: 'areas.csv', text: areas },
    observations: { name: 'observations.csv', text: observations },
    ...(events !== '' && { events: { name: 'events.csv', text: events } }),
    links: { name: 'links.csv', text: tinyLinks },
  };
}

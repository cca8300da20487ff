import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { tally, walkStandings } from '../board/tally-targets.js';
import { layoutAreas } from '../geometry/layout-areas.js';
import { buildScene } from './build-scene.js';
import { summarise } from './summarise.js';

const name = (zh: string, en: string) => ({ zh, en });
const { plan } = parsePlan({
  id: 'two',
  title: name('某计划', 'A plan'),
  start: '2021-01-01',
  end: '2023-12-31',
  domains: [{ id: 'd', name: name('领域', 'Domain') }],
  rollout: { clause: '一', level: 'village', counting: 'incremental', batches: [{ cohort: '2021', count: 'rest' }] },
  indicators: [{ id: 'income', name: name('收入', 'Income'), type: 'quantity', unit: '万元' }],
  targets: [
    {
      id: 'share',
      clause: '1',
      domain: 'd',
      name: name('七成村5万元以上', '70% of villages above 5'),
      measure: {
        kind: 'share',
        predicate: {
          measure: { kind: 'flow', indicator: 'income' },
          criterion: { kind: 'atLeast', value: 5, unit: '万元' },
        },
      },
      criterion: { kind: 'atLeast', value: 70, unit: '%' },
      schedule: { kind: 'by', date: '2023-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, from: 'village', rollUp: 'shareOfAreas' },
    },
  ],
});
if (!plan) throw new Error('the plan does not read');

/** So many counties of one village each; the first village has 6万元, all others 3. */
const areas = (count: number): string =>
  [
    'code,name,level,parent,kind,rollout',
    ...Array.from(
      { length: count },
      (_, at) =>
        `C${at},县${at},county,,,\nT${at},乡${at},township,C${at},town,\nV${at},村${at},village,T${at},villagers-committee,2021`,
    ),
  ].join('\n');
const read = (count: number) => {
  const rows = Array.from({ length: count }, (_, at) => `income,V${at},2023,${at === 0 ? 6 : 3},万元,2024-01-10`);
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: areas(count) },
    observations: {
      name: 'observations.csv',
      text: ['indicator,area,period,value,unit,reportedOn', ...rows].join('\n'),
    },
    events: { name: 'events.csv', text: 'kind,subject,date\nstart,V0,2021-03-01\n' },
  });
  return evaluate(plan, dataset, { asOf: '2024-02-01' });
};

describe('a roster of two counties', () => {
  const evaluation = read(2);

  it('is spoken of county by county, by name', () => {
    expect(summarise(evaluation, 'share', 'en')).toBe(
      '70% of villages above 5, as of 1 February 2024: 县0: 1 of 1 village pass, 100%; 1 village (70%) required by the end of 2023, attained (green light). 县1: 0 of 1 village pass, 0%; 1 village (70%) required by the end of 2023, missed by 1 village (red light).',
    );
    expect(summarise(evaluation, 'share', 'zh')).toContain('县0：1村中1村达到');
    expect(summarise(evaluation, 'share', 'zh')).toContain('。县1：1村中0村达到');
    expect(summarise(evaluation, null, 'en')).toBe(
      'Rollout, as of 1 February 2024: 县0: 1 of 1 village started; ① 1 of 1. 县1: 0 of 1 village started; ① 0 of 1; 1 village late.',
    );
  });

  it('has one legend of both, and one list of targets in which a miss of one is a miss', () => {
    const { legend, summary } = buildScene({
      evaluation,
      layout: layoutAreas(evaluation.dataset.roster, null, { width: 700, level: 'village', asOf: '2024-02-01' }),
      target: 'share',
      level: 'village',
    });
    expect(legend.total).toBe(2);
    expect(summary).toMatch(/县0.*县1/u);
    expect(tally([...walkStandings(evaluation)])).toMatchObject({ attained: 0, due: 1, red: 1 });
  });

  it('is told by whoever reads it', () => {
    const about = (count: number) =>
      parseAreas({ name: 'areas.csv', text: areas(count) }).diagnostics.map(({ code, severity, message }) => [
        code,
        severity,
        message,
      ]);
    expect(about(1)).toEqual([]);
    expect(about(2)).toEqual([
      ['area-roots', 'info', 'areas.csv: 2 areas have none above them: 县0, 县1; what is found is said of each'],
    ]);
  });
});

it('of many counties three are named and the rest is counted', () => {
  const sentence = summarise(read(40), 'share', 'en');
  expect(sentence.match(/县\d+/gu)).toHaveLength(3);
  expect(sentence.endsWith('And 37 more.')).toBe(true);
});

import { evaluate, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { accountTarget } from '../board/account-target.js';
import { listRows } from '../board/list-rows.js';
import { readClasses } from '../board/read-classes.js';
import { layoutAreas } from '../geometry/layout-areas.js';
import { buildScene } from './build-scene.js';

const name = (zh: string, en: string) => ({ zh, en });
const by = { kind: 'by', date: '2023-12-31', basis: 'explicit' };
const { plan } = parsePlan({
  id: 'reported',
  title: name('某计划', 'A plan'),
  start: '2021-01-01',
  end: '2023-12-31',
  domains: [{ id: 'd', name: name('领域', 'Domain') }],
  indicators: [
    { id: 'income', name: name('收入', 'Income'), type: 'quantity', unit: '万元' },
    { id: 'toilets', name: name('厕所', 'Toilets'), type: 'ratio', unit: '户' },
  ],
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
      schedule: by,
      scope: { owes: { level: 'county' }, from: 'village', rollUp: 'shareOfAreas' },
    },
    {
      id: 'county-rate',
      clause: '2',
      domain: 'd',
      name: name('普及率85%', 'Coverage 85%'),
      measure: { kind: 'rate', indicator: 'toilets' },
      criterion: { kind: 'atLeast', value: 85, unit: '%' },
      schedule: by,
      scope: { owes: { level: 'county' }, from: 'village', rollUp: 'ratioOfSums' },
    },
    {
      id: 'village-rate',
      clause: '3',
      domain: 'd',
      name: name('各村普及率90%', 'Coverage 90% in each village'),
      measure: { kind: 'rate', indicator: 'toilets' },
      criterion: { kind: 'atLeast', value: 90, unit: '%' },
      schedule: by,
      scope: { owes: { level: 'village' }, rollUp: 'allOf' },
    },
  ],
});
if (!plan) throw new Error('the plan does not read');
const AREAS =
  'code,name,level,parent,kind\n6203,甲县,county,,\n6203001,子镇,township,6203,town\n6203001001,丑村,village,6203001,villagers-committee\n6203001002,寅村,village,6203001,villagers-committee\n';
const HEADER = 'indicator,area,period,value,numerator,denominator,unit,reportedOn\n';

const read = (rows: string, asOf: string) => {
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: AREAS },
    observations: { name: 'observations.csv', text: HEADER + rows },
  });
  return evaluate(plan, dataset, { asOf });
};
const draw = (
  rows: string,
  target: string,
  {
    asOf = '2024-02-01',
    locale = 'en',
    view = 'both',
    level = 'village',
  }: {
    asOf?: string;
    locale?: 'zh' | 'en';
    view?: 'both' | 'figure' | 'attainment';
    level?: 'village' | 'township';
  } = {},
) => {
  const evaluation = read(rows, asOf);
  return buildScene({
    evaluation,
    layout: layoutAreas(evaluation.dataset.roster, null, { width: 776, level, asOf }),
    target,
    level,
    locale,
    view,
  });
};
const labels = ({ paints }: ReturnType<typeof draw>) => paints.map(({ label }) => label);

/** A spreadsheet made numbers of the codes. */
const EXCEL =
  'income,6.20E+09,2023,6,,,万元,2024-01-10\nincome,6.20E+09,2023,4,,,万元,2024-01-10\ntoilets,6.20E+09,2023,,90,100,户,2024-01-10\ntoilets,6.20E+09,2023,,80,100,户,2024-01-10\n';

describe('where rows were refused', () => {
  it('sentence, label, legend and table say so instead of "not reported"', () => {
    const scene = draw(EXCEL, 'share');
    // two of the four rows speak of income
    expect(scene.summary).toBe(
      '70% of villages above 5, as of 1 February 2024: nothing usable; 2 rows refused; 0 of 2 villages reported; 70% required by the end of 2023.',
    );
    expect(labels(scene)).toEqual(['丑村, nothing usable; 2 rows refused', '寅村, nothing usable; 2 rows refused']);
    expect(scene.legend.nothings.map(({ label, count }) => [label, count])).toEqual([
      ['not reported or refused (2 rows refused)', 2],
    ]);
    const evaluation = read(EXCEL, '2024-02-01');
    const [row] = listRows(evaluation, {
      codes: ['6203001001'],
      target: 'share',
      locale: 'en',
      classes: readClasses({ ...scene, areas: scene.layout.areas }, 'en'),
    });
    expect([row?.verdict, row?.class]).toEqual([
      'nothing usable; 2 rows refused',
      'not reported or refused (2 rows refused)',
    ]);
    expect(accountTarget(evaluation, 'share', 0, 'zh').verdict).toBe('没有可用的报数，2行未采用');
    expect(
      scene.texts.filter(({ role, code }) => role === 'groupDetail' && code === '6203001').map(({ text }) => text),
    ).toEqual(['refused', '0/2 reported']);
    expect(draw(EXCEL, 'share', { locale: 'zh' }).summary).toContain('没有可用的报数，2行未采用；');
  });

  it('an area nobody’s refused rows speak of has not reported', () => {
    const rows = 'income,6203001001,2023,many,,,万元,2024-01-10\n';
    expect(labels(draw(rows, 'share'))).toEqual(['丑村, nothing usable; 1 row refused', '寅村, not reported']);
    expect(labels(draw('', 'share'))).toEqual(['丑村, not reported', '寅村, not reported']);
    expect(draw('', 'share').summary).toContain(': nothing reported yet; ');
  });

  it('beside what was used they are told too', () => {
    const rows = 'income,6203001001,2023,6,,,万元,2024-01-10\nincome,6203001002,2023,viel,,,万元,2024-01-10\n';
    expect(draw(rows, 'share').summary).toContain('1 of the 1 village');
    expect(draw(rows, 'share').summary).toContain('; 1 row refused; ');
  });
});

const kinds = ({ paints }: ReturnType<typeof draw>) => paints.map(({ class: kind }) => kind);

describe('percentages reported without their numbers', () => {
  const PERCENT = 'toilets,6203001001,2023,90,,,%,2024-01-10\ntoilets,6203001002,2023,88,,,%,2024-01-10\n';

  it.each(['2024-02-01', '2023-12-31', '2024-01-10'])('are drawn and counted as reports on %s', (asOf) => {
    const scene = draw(PERCENT, 'county-rate', { view: 'figure', asOf });
    expect(scene.values).toEqual([90, 88]);
    expect(kinds(scene).every((kind) => typeof kind === 'number')).toBe(true);
    expect(scene.legend.nothings).toEqual([]);
    expect(scene.legend.total).toBe(2);
    expect(scene.summary).toContain('cannot be computed from the reports; all 2 villages reported');
    expect(labels(scene)).toEqual(['丑村, reported 90%', '寅村, reported 88%']);
  });

  it('are held against the mark where the villages owe it', () => {
    const scene = draw(PERCENT, 'village-rate', { view: 'attainment' });
    // 90 of 90 is attained, 88 ÷ 90 = 97.7…%
    expect(scene.values?.map((value) => Math.round((value ?? 0) * 1000) / 1000)).toEqual([1, 0.978]);
    expect(scene.summary).toContain('1 of 2 villages pass');
  });

  it('make no figure above, which is not the same as no report', () => {
    const scene = draw(PERCENT, 'county-rate', { level: 'township' });
    expect(kinds(scene)).toEqual(['notComputable']);
    expect(labels(scene)).toEqual(['子镇, reported, cannot be computed']);
    expect(scene.texts.map(({ text }) => text)).not.toContain('none');
  });
});

import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { readShapes } from '../geometry/boundaries/read-shapes.js';
import { layoutAreas } from '../geometry/layout-areas.js';
import { dayOfAreas } from '../geometry/members.js';
import { listRows } from '../board/list-rows.js';
import { buildScene } from './build-scene.js';

/** Three villages of a township, merged into a fourth at the end of 2021; 2 of 3 had started, and the new one reports 9万元. */
const AREAS = `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor
K,合县,county,,county,,,,,
M,并镇,township,K,town,,,,,
M1,东庄,village,M,villagers-committee,2021,,,2021-12-31,M9
M2,西庄,village,M,villagers-committee,2021,,,2021-12-31,M9
M3,南庄,village,M,villagers-committee,2021,,,2021-12-31,M9
M9,三合,village,M,villagers-committee,2021,,2022-01-01,,
`;
const PLAN = {
  id: 'merged',
  title: { zh: '合并', en: 'Merged' },
  start: '2021-01-01',
  end: '2023-12-31',
  domains: [{ id: 'd', name: { zh: '领域', en: 'Domain' } }],
  rollout: { clause: '一', level: 'village', counting: 'incremental', batches: [{ cohort: '2021', count: 'rest' }] },
  indicators: [{ id: 'income', name: { zh: '集体收入', en: 'Income' }, type: 'quantity', unit: '万元' }],
  targets: [
    {
      id: 'share',
      clause: '1',
      domain: 'd',
      name: { zh: '七成村5万元以上', en: '70% of villages above 5' },
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
};
const HEADER = 'indicator,area,period,value,numerator,denominator,unit,reportedOn\n';
const EVENTS = 'kind,id,subject,date\nstart,,M1,2021-03-01\nstart,,M2,2021-04-01\n';

const { plan } = parsePlan(PLAN);
if (!plan) throw new Error('the plan does not read');
const dataset = readDataset(plan, {
  areas: { name: 'areas.csv', text: AREAS },
  observations: { name: 'observations.csv', text: `${HEADER}income,M9,2023,9,,,万元,2024-01-10\n` },
  events: { name: 'events.csv', text: EVENTS },
});
const { roster } = dataset;

const square = (code: string, x: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 38],
        [x + 0.1, 38],
        [x + 0.1, 38.1],
        [x, 38.1],
        [x, 38],
      ],
    ],
  },
});
const collect = (...features: readonly object[]) => ({
  type: 'FeatureCollection',
  coordinateSystem: 'WGS84',
  features,
});
const onlyNew = readShapes(collect(square('M9', 102)), roster);
const allShapes = readShapes(
  collect(square('M9', 102), square('M1', 102.02), square('M2', 102.2), square('M3', 102.3)),
  roster,
).shapes;

const draw = (asOf: string, shapes = onlyNew.shapes, target: string | null = 'share', layoutDate = asOf) => {
  const evaluation = evaluate(plan, dataset, { asOf });
  const layout = layoutAreas(roster, shapes, { width: 400, level: 'village', asOf: layoutDate });
  return buildScene({ evaluation, layout, target, level: 'village', locale: 'en' });
};
const codes = ({ layout }: ReturnType<typeof draw>): readonly string[] => layout.areas.map(({ code }) => code);

describe('villages that were merged away', () => {
  it('are drawn and counted up to their last day, and not after', () => {
    for (const shapes of [null, allShapes]) {
      const before = draw('2021-12-31', shapes ?? undefined);
      expect(codes(before)).toEqual(['M1', 'M2', 'M3']);
      expect(before.legend.total).toBe(3);
      const after = draw('2022-01-01', shapes ?? undefined);
      expect(codes(after)).toEqual(['M9']);
      expect(after.legend.total).toBe(1);
    }
  });

  it('leave legend, sentence, table and batches', () => {
    const scene = draw('2024-02-01');
    expect([scene.legend.nothings, scene.legend.total, scene.legend.cohorts.map(({ total }) => total)]).toEqual([
      [],
      1,
      [1],
    ]);
    expect(scene.summary).toContain('1 of 1 village');
    const rows = listRows(evaluate(plan, dataset, { asOf: '2024-02-01' }), {
      codes: codes(scene),
      target: 'share',
      locale: 'en',
    });
    expect(rows.map(({ name }) => name)).toEqual(['三合']);
    // one of the three had not started, so the village they became has not
    expect(draw('2021-12-31', undefined, null).summary).toContain('2 of 3 villages started');
    expect(draw('2024-02-01', undefined, null).summary).toContain('0 of 1 village started; ① 0 of 1;');
  });

  it('are not counted where a layout of another date has them all the same', () => {
    const { legend, paints } = draw('2024-02-01', allShapes, 'share', '2021-12-31');
    expect(legend.total).toBe(0);
    expect(legend.nothings).toEqual([]);
    expect(paints.map(({ class: kind }) => kind)).toEqual(['notApplicable', 'notApplicable', 'notApplicable']);
  });

  it('are not missed by a file of shapes that has those of today', () => {
    const about = (asOf: string) =>
      readShapes(collect(square('M9', 102)), roster, { asOf })
        .diagnostics.map(({ code }) => code)
        .filter((code) => /few|without/.test(code));
    expect(about('2024-02-01')).toEqual([]);
    // of the three there were, none has a shape
    expect(about('2021-06-30')).toEqual([
      'boundary-too-few',
      'area-without-boundary',
      'area-without-boundary',
      'area-without-boundary',
    ]);
    expect(onlyNew.missing('2021-06-30').codes).toEqual(['M1', 'M2', 'M3']);
    expect(draw('2024-02-01').layout.projection.kind).toBe('mercator');
    expect(draw('2021-06-30').layout.projection.kind).toBe('tiles');
  });

  it('stand beside what they became, each date with its own areas', () => {
    const [before, after] = ['2021-12-31', '2024-02-01'].map((asOf) => ({
      evaluation: evaluate(plan, dataset, { asOf }),
      layout: layoutAreas(roster, allShapes, { width: 400, level: 'village', asOf }),
    }));
    if (!before || !after) throw new Error('two dates');
    const { legend } = buildScene({
      ...after,
      target: 'share',
      level: 'village',
      compare: { ...before, as: 'beside' },
    });
    const sum = (counts: readonly (readonly number[])[]): number => counts.flat().reduce((a, b) => a + b, 0);
    expect(sum(legend.counts)).toBe(1);
    expect(sum(legend.beside?.counts ?? []) + (legend.beside?.nothings ?? []).reduce((a, b) => a + b, 0)).toBe(3);
  });

  it('make a new layout only when one of them comes or goes', () => {
    expect(['2021-01-01', '2021-12-31'].map((asOf) => dayOfAreas(roster, asOf))).toEqual(['0000-01-01', '0000-01-01']);
    expect(['2022-01-01', '2024-02-01'].map((asOf) => dayOfAreas(roster, asOf))).toEqual(['2022-01-01', '2022-01-01']);
    const still = parseAreas({ name: 'areas.csv', text: 'code,name,level,parent\nC,县,county,\n' }).roster;
    expect(dayOfAreas(still, '2024-02-01')).toBe(dayOfAreas(still, '1990-01-01'));
  });
});

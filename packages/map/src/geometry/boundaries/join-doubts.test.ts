import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { layoutAreas } from '../layout-areas.js';
import { readShapes } from './read-shapes.js';
import type { ShapeOptions } from './read-shapes.js';

const { roster } = parseAreas({
  name: 'areas.csv',
  text: [
    'code,name,level,parent,kind',
    '620009000000,乙县,county,,',
    '620009100000,申镇,township,620009000000,town',
    '620009100001,酉村,village,620009100000,villagers-committee',
    '620009100002,戌村,village,620009100000,villagers-committee',
  ].join('\n'),
});

/** A square about a kilometre wide. */
const square = (x: number, y: number): unknown => [
  [
    [x, y],
    [x + 0.01, y],
    [x + 0.01, y + 0.01],
    [x, y + 0.01],
    [x, y],
  ],
];
const feature = (properties: object, x: number, y = 38, id?: unknown): object => ({
  type: 'Feature',
  properties,
  ...(id !== undefined && { id }),
  geometry: { type: 'Polygon', coordinates: square(x, y) },
});
const read = (features: readonly object[], options: ShapeOptions = {}) =>
  readShapes({ type: 'FeatureCollection', crs: 'CGCS2000', features }, roster, options);
const told = ({ diagnostics }: ReturnType<typeof read>, code: string) =>
  diagnostics.filter((finding) => finding.code === code).map(({ path, params }) => ({ path, ...params }));
const [YOU, XU] = [
  feature({ code: '620009100001', name: '酉村' }, 102),
  feature({ code: '620009100002', name: '戌村' }, 102.01),
];

describe('a code the roster does not have', () => {
  it('is left over, though a village is called the same', () => {
    const result = read([YOU, XU, feature({ code: '620999100007', name: '酉村' }, 102.2, 38.1)]);
    expect(told(result, 'boundary-unmatched')).toEqual([
      { path: 'boundaries features[2]', area: '酉村 620999100007', code: '620999100007' },
    ]);
    expect(result.shapes.places.get('620009100001')?.polygons).toHaveLength(1);
    expect(result.join).toMatchObject({ byCode: 2, byName: 0, leftOver: [{ code: '620999100007', name: '酉村' }] });
  });

  it('is a running number where no id of the file is known: then names count', () => {
    expect(read([feature({ name: '酉村' }, 102, 38, 0), feature({ name: '戌村' }, 102.01, 38, 1)]).join).toMatchObject({
      byCode: 0,
      byName: 2,
      leftOver: [],
    });
    expect(read([feature({ id: 7, name: '酉村' }, 102), feature({ id: 8, name: '戌村' }, 102.01)]).join).toMatchObject({
      byName: 2,
    });
    const mixed = read([
      feature({ name: '酉村' }, 102, 38, 620009100001),
      feature({ name: '戌村' }, 102.01, 38, 620999100002),
    ]);
    expect(mixed.join).toMatchObject({ byCode: 1, byName: 0, leftOver: [{ code: '620999100002' }] });
  });
});

describe('several shapes of one area', () => {
  it('that lie 50 km apart are told, and where', () => {
    // 0.5° of longitude at 38°: 0.5 × 111.2 km × cos 38° = 43.8 km, less the kilometre each is wide
    const result = read([YOU, XU, feature({ code: '620009100001', name: '酉村' }, 102.5)]);
    expect(told(result, 'boundary-several-shapes')).toEqual([
      { path: 'boundaries features[0]', area: '酉村', count: 2 },
    ]);
    expect(told(result, 'boundary-parts-apart')).toEqual([
      { path: 'boundaries features[2]', area: '酉村', distance: 43 },
    ]);
  });

  it('behind a neighbour are an area with an exclave', () => {
    const result = read([YOU, XU, feature({ code: '620009100001', name: '酉村' }, 102.03)]);
    expect(told(result, 'boundary-several-shapes')).toHaveLength(1);
    expect(told(result, 'boundary-parts-apart')).toEqual([]);
  });
});

describe('a level that contradicts', () => {
  it('joins no village by its name', () => {
    const result = read([YOU, feature({ name: '戌', level: 'township' }, 102.01)]);
    expect(told(result, 'boundary-level-unmatched')).toEqual([
      { path: 'boundaries features[1]', area: '戌', got: 'township', candidates: '申镇戌村 620009100002' },
    ]);
    expect(result.shapes.places.has('620009100002')).toBe(false);
  });

  it('is told beside a code, which counts; one that fits is not', () => {
    const result = read([
      feature({ code: '620009100001', level: '乡镇' }, 102),
      feature({ code: '620009100002', level: 'village' }, 102.01),
    ]);
    expect(told(result, 'boundary-level-differs')).toEqual([
      { path: 'boundaries features[0]', code: '620009100001', area: '酉村', expected: 'village', got: 'township' },
    ]);
    expect(result.join.byCode).toBe(2);
  });

  it('tells a township from a village of its name', () => {
    const same = parseAreas({
      name: 'areas.csv',
      text: 'code,name,level,parent,kind\nC,县,county,,\nT,亥镇,township,C,town\nV,亥,village,T,villagers-committee\n',
    }).roster;
    const input = { type: 'FeatureCollection', crs: 'WGS84', features: [feature({ name: '亥', level: 'town' }, 102)] };
    expect([...readShapes(input, same).shapes.places.keys()]).toEqual(['T']);
  });
});

describe('shapes of townships, or of the county, alone', () => {
  const town = feature({ code: '620009100000' }, 102);
  const county = feature({ code: '620009' }, 102);

  it('are said, with the level that is drawn by them', () => {
    for (const features of [[town], [town, county]]) {
      const result = read(features);
      expect(told(result, 'boundary-townships-only')).toEqual([
        { path: 'boundaries', townships: 1, of: 1, count: 0, total: 2 },
      ]);
      expect(result.shapes.level).toBe('township');
      expect(layoutAreas(roster, result.shapes, { width: 400, level: 'township' }).projection.kind).toBe('mercator');
    }
  });

  it('of the county are too few, with the villages that have none', () => {
    const result = read([county]);
    expect(told(result, 'boundary-too-few')).toEqual([{ path: 'boundaries', count: 0, total: 2 }]);
    expect(result.join.withoutShape).toEqual(['620009100001', '620009100002']);
    expect(result.shapes.level).toBeUndefined();
  });

  it('beside half of the villages change nothing', () => {
    const result = read([town, YOU]);
    expect(result.shapes.level).toBeUndefined();
    expect(told(result, 'boundary-townships-only')).toEqual([]);
    expect(told(result, 'area-without-boundary')).toHaveLength(1);
  });

  it('in a county without villages are all there is to have', () => {
    const towns = parseAreas({
      name: 'areas.csv',
      text: 'code,name,level,parent,kind\nC,县,county,,\nT,亥镇,township,C,town\n',
    }).roster;
    expect(
      readShapes({ type: 'FeatureCollection', crs: 'WGS84', features: [feature({ code: 'T' }, 102)] }, towns)
        .diagnostics,
    ).toEqual([]);
  });
});

describe('code and name under other properties', () => {
  const features = [
    ['620009100001', '酉村'],
    ['620009100002', '戌村'],
  ].map(([VILLCODE, VILLNAME], at) => feature({ VILLCODE, VILLNAME, AREA: 3.5 }, 102 + at / 100, 38, at));

  it('are told once, with what there is and what was looked for', () => {
    const result = read(
      Array.from({ length: 400 }, (_, at) => feature({ VILLCODE: '1', VILLNAME: '2' }, 102 + at / 100)),
    );
    expect(told(result, 'boundary-properties')).toEqual([
      {
        path: 'boundaries',
        count: 400,
        expected:
          'code, adcode, areaCode, area_code, 代码, XZQDM, ZLDWDM, id, name, NAME, fullname, 名称, XZQMC, ZLDWMC',
        got: 'VILLCODE, VILLNAME',
      },
    ]);
    expect(result.diagnostics.map(({ code }) => code).sort()).toEqual([
      'boundary-join',
      'boundary-none-usable',
      'boundary-properties',
    ]);
    expect(result.join.leftOver).toHaveLength(400);
  });

  it('also where they have running numbers', () => {
    expect(told(read(features), 'boundary-properties')).toMatchObject([{ got: 'VILLCODE, VILLNAME, AREA' }]);
  });

  it('can be named', () => {
    expect(read(features, { codeProperty: 'VILLCODE' }).join).toMatchObject({ byCode: 2, leftOver: [] });
    expect(read(features, { nameProperty: 'VILLNAME' }).join).toMatchObject({ byName: 2, leftOver: [] });
    const named = read(features, { codeProperty: 'VILLCODE', nameProperty: 'VILLNAME' });
    expect(named.diagnostics).toEqual([]);
  });

  it('that are named and not there are told, though the other fits', () => {
    const result = read(features, { codeProperty: 'VILCODE', nameProperty: 'VILLNAME' });
    expect(result.join.byName).toBe(2);
    expect(told(result, 'boundary-properties')).toEqual([
      { path: 'boundaries', count: 2, expected: 'VILCODE, VILLNAME', got: 'VILLCODE, VILLNAME, AREA' },
    ]);
  });

  it('of one shape among others is told with its place', () => {
    expect(told(read([YOU, feature({ other: 1 }, 102.01)]), 'boundary-without-code')).toEqual([
      { path: 'boundaries features[1]' },
    ]);
  });
});

it.each(['620009100001', '6200091000010000000', '620009100001000'])(
  '%s in a shape is the village only in 12 or 19 digits',
  (code) => {
    expect(read([feature({ code }, 102)]).join.byCode).toBe(code.length === 15 ? 0 : 1);
  },
);

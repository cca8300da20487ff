import { parseAreas } from '@guatu/core';
import type { Roster } from '@guatu/core';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../../fictional/fictional-county.js';
import { projectLatitude, projectLongitude } from '../mercator.js';
import { describeBoundaryFinding } from './boundary-findings.js';
import { parseShapes } from './parse-shapes.js';
import { readShapes } from './read-shapes.js';

const header = 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor';
const rosterOf = (...rows: readonly string[]): Roster =>
  parseAreas({ name: 'areas.csv', text: [header, ...rows].join('\n') }).roster;

/** Two townships with a 永丰村 each, as there are in Yongchang. */
const roster = rosterOf(
  '620321000000,永昌县,county,,county,,,,,',
  '620321101000,东寨镇,township,620321000000,town,,,,,',
  '620321201000,南坝乡,township,620321000000,township,,,,,',
  '620321101201,头坝村,village,620321101000,villagers-committee,2020,上头坝村,,,',
  '620321101202,永丰村,village,620321101000,villagers-committee,2020,,,,',
  '620321201201,祁庄村,village,620321201000,villagers-committee,2020,,,,',
  '620321201202,永丰村,village,620321201000,villagers-committee,2020,,,,',
);

const square = (x: number, y: number, size = 1): readonly (readonly (readonly number[])[])[] => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const feature = (properties: object, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collect = (...features: readonly object[]): { readonly type: string; readonly features: readonly object[] } => ({
  type: 'FeatureCollection',
  features,
});
const codes = (diagnostics: readonly { readonly code: string }[]): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe('joins', () => {
  it.each([
    ['the full code', { code: '620321101201' }],
    ['a number', { code: 620321101201 }],
    ['the 19 digits of a land survey', { ZLDWDM: '6203211012010000000' }],
    ['an id', { id: '620321101201' }],
  ])('by %s', (_, properties) => {
    const { shapes, join } = readShapes(collect(feature(properties, square(0, 0))), roster);
    expect([...shapes.places.keys()]).toEqual(['620321101201', '620321101000']);
    expect([join.byCode, join.byName]).toEqual([1, 0]);
  });

  it.each([
    ['头坝村', '东寨镇'],
    ['头坝村委会', '东寨镇'],
    ['头坝村村民委员会', '东寨镇人民政府'],
    ['头坝村民委员会', '620321101000'],
    ['头坝', '620321101'],
    ['上头坝村村委会', '东寨'],
    [' 头 坝 村 ', ''],
  ])('by the name %s in %s', (name, township) => {
    const { shapes, join } = readShapes(collect(feature({ name, township }, square(0, 0))), roster);
    expect(shapes.places.has('620321101201')).toBe(true);
    expect([join.byCode, join.byName]).toEqual([0, 1]);
  });

  it('tells two villages of one name apart by their township, and neither without it', () => {
    const { shapes, join, diagnostics } = readShapes(
      collect(
        feature({ name: '永丰村', township: '南坝乡' }, square(0, 0)),
        feature({ name: '永丰村委会' }, square(1, 0)),
        feature({ name: '永丰村', township: '没有的乡' }, square(2, 0)),
      ),
      roster,
      { source: 'b.geojson' },
    );
    expect(shapes.places.has('620321201202')).toBe(true);
    expect(shapes.places.has('620321101202')).toBe(false);
    expect(join.ambiguous).toEqual([
      { path: 'b.geojson features[1]', code: '', name: '永丰村委会', candidates: ['620321101202', '620321201202'] },
    ]);
    expect(join.leftOver.map(({ path }) => path)).toEqual(['b.geojson features[2]']);
    expect(join.withoutShape).toEqual(['620321101201', '620321101202', '620321201201']);
    const ambiguous = diagnostics.find(({ code }) => code === 'boundary-ambiguous');
    expect(ambiguous && describeBoundaryFinding(ambiguous, 'zh')).toContain(
      '东寨镇永丰村 620321101202、南坝乡永丰村 620321201202',
    );
    expect(codes(diagnostics)).toContain('boundary-join');
  });

  it('says when code and name disagree, and keeps to the code', () => {
    const { shapes, diagnostics } = readShapes(
      collect(feature({ code: '620321101201', name: '祁庄村' }, square(0, 0))),
      roster,
    );
    expect(shapes.places.has('620321101201')).toBe(true);
    expect(codes(diagnostics)).toContain('boundary-name-differs');
  });
});

describe('TopoJSON', () => {
  const county = fictionalCounty({ villages: 112, seed: 3 });
  const { roster: places } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
  const written = topology({ villages: county.boundaries as unknown as GeoJSON.FeatureCollection });

  it('gives the same ground as the GeoJSON it was made from', () => {
    const [one, other] = [
      readShapes(county.boundaries, places),
      readShapes(JSON.parse(JSON.stringify(written)), places),
    ];
    expect(other.diagnostics).toEqual([]);
    expect([...other.shapes.places.keys()].sort()).toEqual([...one.shapes.places.keys()].sort());
    for (const [code, { polygons, inner }] of one.shapes.places) {
      const same = other.shapes.places.get(code);
      expect(same?.polygons.map((rings) => rings.map((ring) => ring.length))).toEqual(
        polygons.map((rings) => rings.map((ring) => ring.length)),
      );
      expect(same?.inner[0]).toBeCloseTo(inner[0], 9);
    }
  });

  it.each([
    [
      'arcs that are not there',
      {
        type: 'Topology',
        arcs: [],
        objects: { a: { type: 'Polygon', arcs: [[7]], properties: { code: '620321101201' } } },
      },
      'boundary-topojson',
    ],
    ['no objects', { type: 'Topology', arcs: [], objects: {} }, 'boundary-empty-collection'],
    [
      'arcs of another kind',
      { type: 'Topology', arcs: 'none', objects: { a: { type: 'Polygon', arcs: [[0]] } } },
      'boundary-topojson',
    ],
  ])('with %s is refused', (_, input, code) => {
    const { shapes, diagnostics } = readShapes(input, roster);
    expect(shapes.places.size).toBe(0);
    expect(codes(diagnostics)).toEqual([code]);
  });

  it('that unfolds into more than the limit is refused before it unfolds', () => {
    const arc = Array.from({ length: 1000 }, (_, at) => [at, 0]);
    const geometries = Array.from({ length: 2000 }, () => ({ type: 'Polygon', arcs: [[0]] }));
    const { diagnostics } = readShapes(
      { type: 'Topology', arcs: [arc], objects: { a: { type: 'GeometryCollection', geometries } } },
      roster,
      { limits: { features: 1e6, positions: 1_999_999 } },
    );
    expect(codes(diagnostics)).toEqual(['boundary-too-many-positions']);
  });
});

describe('coordinate systems', () => {
  const point = (lon: number, lat: number): object => collect(feature({ code: '620321101201' }, [lon, lat], 'Point'));
  /** Tian'anmen in three systems: the example in gcoord's own documentation. */
  const wgs84 = [116.403988, 39.914266] as const;
  const bd09 = [116.41661560068297, 39.92196580126834] as const;

  it('converts BD-09, and stays within a metre of the published example', () => {
    const inner = readShapes(point(...bd09), roster, { crs: 'BD09' }).shapes.places.get('620321101201')?.inner ?? [
      0, 0,
    ];
    // a hundred-thousandth of a degree is about a metre
    expect(Math.abs((inner[0] - projectLongitude(wgs84[0])) * 360)).toBeLessThan(1e-5);
    expect(Math.abs(inner[1] - projectLatitude(wgs84[1])) * 360).toBeLessThan(1e-5);
  });

  it('moves GCJ-02 by the few hundred metres it is off, polygons too, and CGCS2000 not at all', () => {
    const shift = (crs: string): number => {
      const read = (asked: string) =>
        readShapes(collect(feature({ code: '620321101201' }, square(101.9, 38.2, 0.1))), roster, {
          crs: asked,
        }).shapes.places.get('620321101201')?.polygons[0]?.[0]?.[0] ?? 0;
      return Math.abs(read(crs) - read('WGS84')) * 360;
    };
    expect(shift('CGCS2000')).toBe(0);
    expect(shift('GCJ02')).toBeGreaterThan(0.0005);
    expect(shift('GCJ02')).toBeLessThan(0.01);
  });

  it.each([
    [{ coordinateSystem: 'GCJ-02' }, []],
    [{ crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } }, []],
    [{ crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }, []],
    [{ crs: { type: 'name', properties: { name: 'EPSG:2362' } } }, ['boundary-crs-unknown']],
    [{}, ['boundary-crs-undeclared']],
  ])('as a file declares them: %j', (declared, expected) => {
    const { diagnostics } = readShapes({ ...point(101.9, 38.2), ...declared }, roster);
    expect(codes(diagnostics).filter((code) => code.startsWith('boundary-crs'))).toEqual(expected);
  });

  it('as the map declares them, over the file; what nobody knows is told', () => {
    const file = { ...point(101.9, 38.2), coordinateSystem: 'WGS84' };
    expect(codes(readShapes(file, roster, { crs: 'BD09' }).diagnostics)).toContain('boundary-crs-differs');
    expect(codes(readShapes(file, roster, { crs: 'Mars' }).diagnostics)).not.toContain('boundary-crs-unknown');
    expect(codes(readShapes(file, roster, { crs: 'Beijing54' }).diagnostics)).toContain('boundary-crs-unknown');
  });

  it('are not asked for where nothing is shifted', () => {
    expect(codes(readShapes(point(2.3, 48.8), roster).diagnostics)).not.toContain('boundary-crs-undeclared');
  });
});

describe('places that cannot be meant', () => {
  it('a shape on the other side of the world is left out and told, with its distance', () => {
    const near = ['620321101201', '620321101202', '620321201201'].map((code, at) =>
      feature({ code }, square(101.9 + at * 0.1, 38.2, 0.1)),
    );
    const { shapes, diagnostics } = readShapes(
      collect(...near, feature({ code: '620321201202', name: '永丰村' }, square(-101.9, 38.2, 0.1))),
      roster,
      { crs: 'WGS84' },
    );
    expect(shapes.places.has('620321201202')).toBe(false);
    const far = diagnostics.find(({ code }) => code === 'boundary-far-away');
    expect(far?.path).toBe('boundaries features[3]');
    // from 102.05° E to 101.8° W, the nearer edge, it is 156.05° the shorter way: 156.05 × 111.2 km × cos 38.25° = 13,627 km
    expect(Number(far?.params?.['distance'])).toBeGreaterThan(13_600);
    expect(Number(far?.params?.['distance'])).toBeLessThan(13_660);
    expect(codes(diagnostics)).toContain('area-without-boundary');
  });

  it('a county of the far west with latitude first is told, though both numbers could be either', () => {
    // Kashgar lies at 76° E, 39.5° N
    const { diagnostics } = readShapes(collect(feature({ code: '620321101201' }, square(39.5, 76, 0.1))), roster, {
      source: 'b.json',
    });
    expect(diagnostics.filter(({ code }) => code === 'boundary-swapped').map(({ path }) => path)).toEqual(['b.json']);
    expect(
      codes(readShapes(collect(feature({ code: '620321101201' }, square(76, 39.5, 0.1))), roster).diagnostics),
    ).not.toContain('boundary-swapped');
  });

  it('a large shape beside small ones stays, though its middle is far from theirs', () => {
    const near = ['620321101201', '620321101202', '620321201201'].map((code, at) =>
      feature({ code }, square(101.7 + at * 0.1, 38.2, 0.1)),
    );
    const { shapes, diagnostics } = readShapes(
      collect(...near, feature({ code: '620321201202' }, square(102, 36, 6))),
      roster,
      { crs: 'WGS84' },
    );
    expect(codes(diagnostics)).not.toContain('boundary-far-away');
    expect(shapes.places.has('620321201202')).toBe(true);
  });

  it('an island a hundred kilometres off stays', () => {
    const near = ['620321101201', '620321101202', '620321201201'].map((code, at) =>
      feature({ code }, square(101.9 + at * 0.1, 38.2, 0.1)),
    );
    const { diagnostics } = readShapes(
      collect(...near, feature({ code: '620321201202' }, square(103.2, 38.2, 0.1))),
      roster,
      { crs: 'WGS84' },
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('borders', () => {
  const townOf = (coordinates: readonly unknown[]) =>
    readShapes(collect(...coordinates.map((ring, at) => feature({ code: `62032110120${at + 1}` }, ring))), roster);

  it('that do not share their corners are united by geometry, and told', () => {
    // the right one has a corner in the middle of the left one's side
    const { shapes, diagnostics } = townOf([
      square(0, 0),
      [
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [1, 0.4],
          [1, 0],
        ],
      ],
    ]);
    expect(shapes.places.get('620321101000')?.polygons).toHaveLength(1);
    expect(shapes.places.get('620321101000')?.polygons[0]).toHaveLength(1);
    expect(codes(diagnostics)).toContain('boundary-borders-differ');
  });

  it('around two parts stay two, and around a hole stay a hole', () => {
    expect(townOf([square(0, 0), square(1.5, 0)]).shapes.places.get('620321101000')?.polygons).toHaveLength(2);
    const ring = [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 1],
        [1, 1],
      ],
    ];
    const { shapes, diagnostics } = townOf([ring]);
    expect(shapes.places.get('620321101000')?.polygons[0]).toHaveLength(2);
    expect(codes(diagnostics)).not.toContain('boundary-borders-differ');
  });

  it('that cross themselves are told on a second look, with how often', () => {
    const { diagnostics, check } = townOf([
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
      square(2, 0),
    ]);
    expect(codes(diagnostics)).not.toContain('boundary-crosses-itself');
    expect(check().map(({ code, path, params }) => [code, path, params?.['count']])).toEqual([
      ['boundary-crosses-itself', 'boundaries features[0]', 1],
    ]);
  });

  it('with more corners than can be compared are told', () => {
    const corners = Array.from({ length: 10_001 }, (_, at) => [
      Math.cos((at / 10_000) * 2 * Math.PI),
      Math.sin((at / 10_000) * 2 * Math.PI),
    ]);
    const { check } = townOf([[corners]]);
    expect(codes(check())).toEqual(['boundary-not-checked']);
  });
});

describe('files', () => {
  it('are refused beyond their limits, and nothing of them is drawn', () => {
    const whole = collect(
      feature({ code: '620321101201' }, square(0, 0)),
      feature({ code: '620321101202' }, square(1, 0)),
    );
    const read = (limits: { readonly features: number; readonly positions: number }) =>
      readShapes(whole, roster, { limits });
    expect(read({ features: 2, positions: 10 }).shapes.places.size).toBe(3);
    expect(codes(read({ features: 1, positions: 10 }).diagnostics)).toEqual(['boundary-too-many-features']);
    expect(codes(read({ features: 2, positions: 9 }).diagnostics)).toEqual(['boundary-too-many-positions']);
    expect(read({ features: 2, positions: 9 }).shapes.places.size).toBe(0);
  });

  it('cut short are told as such; a byte-order mark is none of anybody’s business', () => {
    const text = JSON.stringify(collect(feature({ code: '620321101201' }, square(0, 0))));
    expect(codes(parseShapes(text.slice(0, -20), roster, { source: 'b.json' }).diagnostics)).toEqual(['boundary-json']);
    expect(parseShapes(`\uFEFF${text}`, roster).shapes.places.has('620321101201')).toBe(true);
  });

  it('of points alone are read as places', () => {
    const { shapes, diagnostics } = readShapes(
      collect(feature({ code: '620321101201' }, [1, 2], 'Point'), feature({ code: '620321101202' }, [3, 2], 'Point')),
      roster,
    );
    expect(shapes.places.get('620321101201')).toMatchObject({
      polygons: [],
      inner: [projectLongitude(1), projectLatitude(2)],
    });
    // half-way between its two villages
    expect(shapes.places.get('620321101000')?.inner[0]).toBeCloseTo(projectLongitude(2), 12);
    expect(diagnostics.find(({ code }) => code === 'boundary-points')?.params).toEqual({ count: 2 });
  });

  it('with heights lose them, and say so once', () => {
    const { diagnostics } = readShapes(
      collect(
        feature({ code: '620321101201' }, [
          [
            [0, 0, 9],
            [1, 0, 9],
            [1, 1, 9],
            [0, 0, 9],
          ],
        ]),
      ),
      roster,
    );
    expect(diagnostics.find(({ code }) => code === 'boundary-height-dropped')?.params).toEqual({ count: 4 });
  });

  it('with a thousand faults of one kind name twenty', () => {
    const { diagnostics } = readShapes(
      collect(...Array.from({ length: 1000 }, (_, at) => feature({ name: `无名${at}村` }, square(at * 0.01, 0, 0.01)))),
      roster,
    );
    expect(diagnostics.filter(({ code }) => code === 'boundary-unmatched')).toHaveLength(20);
    expect(diagnostics.find(({ code }) => code === 'more-findings')?.params).toEqual({
      code: 'boundary-unmatched',
      count: 980,
    });
  });

  it('of collections inside collections end somewhere', () => {
    let geometry: object = { type: 'Point', coordinates: [0, 0] };
    for (let depth = 0; depth < 5000; depth++) geometry = { type: 'GeometryCollection', geometries: [geometry] };
    expect(
      codes(
        readShapes(collect({ type: 'Feature', properties: { code: '620321101201' }, geometry }), roster).diagnostics,
      ),
    ).toEqual(['boundary-not-polygon', 'boundary-none-usable']);
  });
});

describe('points of the roster', () => {
  const placed = (...places: readonly (readonly [code: string, place: string])[]): Roster => {
    const rows = roster.areas.map(({ code, name, level, parent, kind }) => {
      const [, place = ','] = places.find(([own]) => own === code) ?? [];
      return [code, name, level, parent, kind, place].join();
    });
    return parseAreas({
      name: 'areas.csv',
      text: ['code,name,level,parent,kind,longitude,latitude', ...rows].join('\n'),
    }).roster;
  };
  const some = placed(['620321101201', '101.9,38.2'], ['620321101202', '102.1,38.2'], ['620321201000', '102.0,38.0']);

  it('stand alone: villages, and townships by their own point or the middle of their villages', () => {
    const { shapes, diagnostics } = readShapes(undefined, some, { crs: 'WGS84' });
    expect(shapes.places.get('620321101201')).toMatchObject({
      polygons: [],
      inner: [projectLongitude(101.9), projectLatitude(38.2)],
    });
    expect(shapes.places.get('620321101000')?.inner[0]).toBeCloseTo(projectLongitude(102), 12);
    expect(shapes.places.get('620321201000')?.inner[1]).toBe(projectLatitude(38));
    expect(codes(diagnostics)).toEqual(expect.arrayContaining(['boundary-points', 'area-without-boundary']));
    expect(codes(readShapes(undefined, some).diagnostics)).toContain('boundary-crs-undeclared');
  });

  it('fill the gaps of a file, and give way to its ground', () => {
    const { shapes } = readShapes(collect(feature({ code: '620321101201' }, square(101.8, 38.1, 0.2))), some, {
      crs: 'WGS84',
    });
    expect(shapes.places.get('620321101201')?.polygons).toHaveLength(1);
    expect(shapes.places.get('620321101202')?.polygons).toHaveLength(0);
    expect(shapes.places.get('620321101000')?.polygons).toHaveLength(1);
  });

  it('that lie elsewhere are left out, and told with the roster’s name', () => {
    const wrong = placed(
      ['620321101201', '101.9,38.2'],
      ['620321101202', '102.1,38.2'],
      ['620321201201', '102.0,38.3'],
      ['620321201202', '-102.0,38.2'],
    );
    const { shapes, diagnostics } = readShapes(undefined, wrong, { crs: 'WGS84' });
    expect(shapes.places.has('620321201202')).toBe(false);
    expect(diagnostics.find(({ code }) => code === 'boundary-far-away')?.path).toBe('areas.csv 620321201202');
  });

  it('at a pole are on no map', () => {
    const { shapes, diagnostics } = readShapes(undefined, placed(['620321101201', '0,90']), { crs: 'WGS84' });
    expect(shapes.places.size).toBe(0);
    expect(codes(diagnostics)).toEqual(['boundary-out-of-range']);
  });

  it('nothing at all is no finding', () => {
    expect(readShapes(undefined, roster)).toMatchObject({ diagnostics: [], join: { withoutShape: [] } });
  });
});

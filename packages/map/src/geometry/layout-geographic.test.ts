import { parseAreas } from '@guatu/core';
import type { Roster } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/fictional-county.js';
import type { SceneRings } from '../scene/scene.js';
import { layoutGeographic } from './layout-geographic.js';
import { isInsidePolygon, measureRing } from './ring.js';

const header = 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor';
const rosterOf = (...rows: readonly string[]): Roster =>
  parseAreas({ name: 'areas.csv', text: [header, ...rows].join('\n') }).roster;

/** A county of two townships with two villages each; 永丰村 is in both. */
const roster = rosterOf(
  '1,甲县,county,,county,,,,,',
  '11,东镇,township,1,town,,,,,',
  '12,西镇,township,1,town,,,,,',
  '111,头坝村,village,11,villagers-committee,2020,,,,',
  '112,永丰村,village,11,villagers-committee,2020,,,,',
  '121,祁庄村,village,12,villagers-committee,2020,,,,',
  '122,永丰村,village,12,villagers-committee,2020,,,,',
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
const collect = (...features: readonly object[]): object => ({ type: 'FeatureCollection', features });
const codes = (diagnostics: readonly { readonly code: string }[]): readonly string[] =>
  diagnostics.map(({ code }) => code);
const areaOf = (polygons: readonly SceneRings[]): number =>
  polygons.flat().reduce((sum, ring) => sum + Math.abs(measureRing(ring)), 0) / 2;

const whole = collect(
  feature({ code: '111' }, square(0, 0)),
  feature({ code: '112' }, square(1, 0)),
  feature({ code: '121' }, square(0, 1)),
  feature({ code: '122' }, square(1, 1)),
);

describe('layoutGeographic', () => {
  it('fits polygons into the box, north up, on web mercator', () => {
    const { layout, diagnostics } = layoutGeographic(whole, roster, { width: 216, height: 300, level: 'village' });
    expect(diagnostics).toEqual([]);
    expect(layout.areas.map(({ code }) => code)).toEqual(['111', '112', '121', '122']);
    const [southWest, , northWest] = layout.areas;
    expect(southWest?.bounds[0]).toBeCloseTo(8, 6);
    expect(layout.areas[1]?.bounds[2]).toBeCloseTo(208, 6);
    expect(northWest?.bounds[1]).toBeLessThan(southWest?.bounds[1] ?? 0);
    const { projection } = layout;
    if (projection.kind !== 'mercator') throw new Error('not on the globe');
    // x = (worldX − west) × scale, with longitude 0 in the middle of the world
    expect((0.5 - projection.west) * projection.scale).toBeCloseTo(8, 6);
  });

  it('dissolves townships from their villages', () => {
    const { layout } = layoutGeographic(whole, roster, { width: 216, level: 'village' });
    const [east] = layout.outlines;
    expect(east?.group).toBe('11');
    expect(east?.polygons).toHaveLength(1);
    // two squares side by side: four corners, and the two where the shared edge ended
    expect(east?.polygons[0]?.[0]).toHaveLength(2 * 7);
  });

  it('draws townships alone from what lies below them, or from their own shapes', () => {
    const drawn = layoutGeographic(whole, roster, { width: 216, level: 'township' }).layout;
    expect(drawn.areas.map(({ code }) => code)).toEqual(['11', '12']);
    const own = layoutGeographic(
      collect(feature({ code: '11' }, square(0, 0, 2)), feature({ code: '12' }, square(2, 0, 2))),
      roster,
      { width: 216, level: 'township' },
    );
    expect(own.layout.areas).toHaveLength(2);
    expect(own.diagnostics).toEqual([]);
  });

  it('draws the villages of one township alone, filling the box', () => {
    const { layout, diagnostics } = layoutGeographic(whole, roster, { width: 216, level: 'village', within: '12' });
    expect(layout.areas.map(({ code }) => code)).toEqual(['121', '122']);
    expect(layout.outlines.map(({ group }) => group)).toEqual(['12']);
    expect(layout.areas[0]?.bounds[0]).toBeCloseTo(8, 6);
    expect(layout.areas[1]?.bounds[2]).toBeCloseTo(208, 6);
    expect(diagnostics).toEqual([]);
    expect(layoutGeographic(whole, roster, { width: 216, level: 'township', within: '12' }).layout.areas).toHaveLength(
      2,
    );
  });

  it('labels an area of two parts once, in the larger one', () => {
    const { layout } = layoutGeographic(
      collect(feature({ code: '111' }, [square(0, 0, 0.2), square(3, 0, 1)], 'MultiPolygon')),
      roster,
      { width: 216, level: 'village' },
    );
    const [area] = layout.areas;
    expect(area?.polygons).toHaveLength(2);
    expect(isInsidePolygon(area?.polygons[1] ?? [], ...(area?.inner ?? [0, 0]))).toBe(true);
  });

  it('puts the point of a crescent inside it', () => {
    const crescent = [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 9],
        [9, 9],
        [9, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const [area] = layoutGeographic(collect(feature({ code: '111' }, crescent)), roster, {
      width: 216,
      level: 'village',
    }).layout.areas;
    expect(isInsidePolygon(area?.polygons[0] ?? [], ...(area?.inner ?? [0, 0]))).toBe(true);
  });

  it('joins by name within the parent, and not at all where a name fits twice', () => {
    const { join, diagnostics } = layoutGeographic(
      collect(
        feature({ name: '永丰村', township: '西镇' }, square(0, 0)),
        feature({ name: '永丰村' }, square(1, 0)),
        feature({ name: '头坝村' }, square(2, 0)),
        feature({ name: '没有的村' }, square(3, 0)),
      ),
      roster,
      { width: 216, level: 'village' },
    );
    expect([join.byCode, join.byName, join.ambiguous.length, join.leftOver.length]).toEqual([0, 2, 1, 1]);
    expect(codes(diagnostics)).toEqual([
      'boundary-ambiguous',
      'boundary-unmatched',
      'area-without-boundary',
      'area-without-boundary',
      'boundary-join',
    ]);
    expect(diagnostics[0]?.path).toBe('boundaries features[1]');
  });

  it.each([
    ['no geometry', { type: 'Feature', properties: { code: '111' }, geometry: null }, 'boundary-empty'],
    ['an empty polygon', feature({ code: '111' }, []), 'boundary-empty'],
    [
      'a line',
      feature(
        { code: '111' },
        [
          [1, 2],
          [2, 3],
        ],
        'LineString',
      ),
      'boundary-not-polygon',
    ],
    [
      'latitude first',
      feature({ code: '111' }, [
        [
          [38.2, 101.9],
          [38.3, 101.9],
          [38.3, 102],
          [38.2, 101.9],
        ],
      ]),
      'boundary-swapped',
    ],
    [
      'an edge across',
      feature({ code: '111' }, [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
      'boundary-crosses-itself',
    ],
    [
      'text for a number',
      feature({ code: '111' }, [
        [
          ['a', 1],
          [2, 2],
          [3, 3],
          ['a', 1],
        ],
      ]),
      'boundary-bad-position',
    ],
    [
      'projected metres',
      feature({ code: '111' }, [
        [
          [500000, 4000000],
          [500001, 4000000],
          [500001, 4000001],
          [500000, 4000000],
        ],
      ]),
      'boundary-out-of-range',
    ],
    [
      'two corners',
      feature({ code: '111' }, [
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      'boundary-degenerate-ring',
    ],
    [
      'an open ring',
      feature({ code: '111' }, [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
      'boundary-open-ring',
    ],
    ['no code and no name', feature({}, square(0, 0)), 'boundary-without-code'],
  ])('reports %s and draws the rest', (_, bad, code) => {
    const { layout, diagnostics } = layoutGeographic(collect(bad, feature({ code: '112' }, square(5, 5))), roster, {
      width: 216,
      level: 'village',
    });
    expect(codes(diagnostics)).toContain(code);
    expect(diagnostics.find((diagnostic) => diagnostic.code === code)?.path).toBe('boundaries features[0]');
    expect(layout.areas.map((area) => area.code)).toContain('112');
  });

  it('drops third coordinates', () => {
    const { layout, diagnostics } = layoutGeographic(
      collect(
        feature({ code: '111' }, [
          [
            [0, 0, 9],
            [1, 0, 9],
            [1, 1, 9],
            [0, 0, 9],
          ],
        ]),
      ),
      roster,
      { width: 216, level: 'village' },
    );
    expect(layout.areas[0]?.polygons[0]?.[0]).toHaveLength(8);
    expect(codes(diagnostics)).not.toContain('boundary-bad-position');
  });

  it.each([null, 'a page', 42, [], {}, { type: 'FeatureCollection' }, { type: 'FeatureCollection', features: [] }])(
    'answers %j with a finding and no areas',
    (input) => {
      const { layout, diagnostics } = layoutGeographic(input, roster, { width: 216, level: 'village' });
      expect(layout.areas).toEqual([]);
      expect(diagnostics[0]?.severity).toBe('error');
    },
  );
});

describe('the fictional county on a map', () => {
  const county = fictionalCounty({ villages: 112, seed: 3 });
  const { roster: places } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
  const { layout, diagnostics } = layoutGeographic(county.boundaries, places, { width: 776, level: 'village' });

  it('fits without a finding', () => {
    expect(diagnostics).toEqual([]);
    expect(layout.areas).toHaveLength(112);
  });

  it('has one township of two parts, and one with a hole where the enclave is', () => {
    const parts = layout.outlines.map(({ polygons }) => polygons.length);
    const holes = layout.outlines.map(({ polygons }) => polygons.reduce((sum, rings) => sum + rings.length - 1, 0));
    expect(parts.filter((count) => count === 2)).toHaveLength(1);
    expect(parts.filter((count) => count === 1)).toHaveLength(parts.length - 1);
    expect(holes.filter((count) => count === 1)).toHaveLength(1);
  });

  it('loses no ground: townships are exactly as large as their villages', () => {
    for (const { group, polygons } of layout.outlines) {
      const villages = layout.areas
        .filter((area) => area.group === group)
        .reduce((sum, area) => sum + areaOf(area.polygons), 0);
      const ground =
        polygons.reduce(
          (sum, [outer = [], ...holes]) =>
            sum + Math.abs(measureRing(outer)) - holes.reduce((all, hole) => all + Math.abs(measureRing(hole)), 0),
          0,
        ) / 2;
      expect(ground / villages).toBeCloseTo(1, 6);
    }
  });

  it('labels every area inside itself', () => {
    for (const { inner, polygons } of layout.areas)
      expect(polygons.some((polygon) => isInsidePolygon(polygon, ...inner))).toBe(true);
  });
});

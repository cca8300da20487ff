import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { findInnerPoint } from '../inner-point.js';
import { layoutAreas } from '../layout-areas.js';
import { isInsidePolygon } from '../ring.js';
import { hasExtent } from './has-extent.js';
import { readShapes } from './read-shapes.js';

const { roster } = parseAreas({
  name: 'areas.csv',
  text: 'code,name,level,parent,kind\nC,县,county,,\nT,乡,township,C,town\nV1,东村,village,T,villagers-committee\nV2,西村,village,T,villagers-committee\n',
});

type Ring = readonly (readonly [number, number])[];
const SQUARE: Ring = [
  [10, 10],
  [10.01, 10],
  [10.01, 10.01],
  [10, 10.01],
  [10, 10],
];
const collect = (...rings: readonly (readonly Ring[])[]): object => ({
  type: 'FeatureCollection',
  crs: 'WGS84',
  features: rings.map((coordinates, at) => ({
    type: 'Feature',
    properties: { code: `V${at + 1}` },
    geometry: { type: 'Polygon', coordinates },
  })),
});

describe('a shape that encloses nothing', () => {
  it.each<readonly [string, readonly Ring[], number]>([
    [
      'one corner of three again and again',
      [
        [
          [10.02, 10],
          [10.025, 10.005],
          [10.02, 10],
          [10.02, 10],
        ],
      ],
      2,
    ],
    [
      'out along a line and back',
      [
        [
          [10.02, 10],
          [10.03, 10.01],
          [10.04, 10],
          [10.03, 10.01],
          [10.02, 10],
        ],
      ],
      3,
    ],
    [
      'three corners on one latitude',
      [
        [
          [10.02, 10],
          [10.025, 10],
          [10.03, 10],
          [10.02, 10],
        ],
      ],
      3,
    ],
    [
      'three corners on one slanting line',
      [
        [
          [10.02, 10],
          [10.025, 10.0025],
          [10.03, 10.005],
          [10.02, 10],
        ],
      ],
      3,
    ],
    [
      'one place four times',
      [
        [
          [10.02, 10],
          [10.02, 10],
          [10.02, 10],
          [10.02, 10],
        ],
      ],
      1,
    ],
    [
      'a line as wide as rounding',
      [
        [
          [10.02, 10],
          [10.03, 10.01],
          [10.04, 10.02],
          [10.03, 10.010000000000002],
          [10.02, 10],
        ],
      ],
      4,
    ],
    [
      'a tree of lines',
      [
        [
          [10.02, 10],
          [10.03, 10],
          [10.03, 10.01],
          [10.03, 10],
          [10.03, 9.99],
          [10.03, 10],
          [10.02, 10],
        ],
      ],
      4,
    ],
    [
      'a hole that is the outline',
      [
        [
          [10.02, 10],
          [10.03, 10],
          [10.03, 10.01],
          [10.02, 10.01],
          [10.02, 10],
        ],
        [
          [10.02, 10],
          [10.02, 10.01],
          [10.03, 10.01],
          [10.03, 10],
          [10.02, 10],
        ],
      ],
      4,
    ],
    [
      'two holes that fill the outline',
      [
        [
          [10.02, 10],
          [10.04, 10],
          [10.04, 10.01],
          [10.02, 10.01],
          [10.02, 10],
        ],
        [
          [10.02, 10],
          [10.03, 10],
          [10.03, 10.01],
          [10.02, 10.01],
          [10.02, 10],
        ],
        [
          [10.03, 10],
          [10.04, 10],
          [10.04, 10.01],
          [10.03, 10.01],
          [10.03, 10],
        ],
      ],
      4,
    ],
  ])('%s is told, and the other is drawn', (_, rings, corners) => {
    const { shapes, diagnostics } = readShapes(collect([SQUARE], rings), roster);
    expect(
      diagnostics.filter(({ code }) => code === 'boundary-degenerate-ring').map(({ path, params }) => [path, params]),
    ).toEqual([['boundaries features[1]', { area: 'V2', got: corners }]]);
    expect([...shapes.places.keys()]).toEqual(['V1', 'T']);
    const { areas } = layoutAreas(roster, shapes, { width: 400, level: 'village' });
    expect(areas.map(({ code, inner }) => [code, inner.every(Number.isFinite)])).toEqual([['V1', true]]);
  });

  it('a figure of eight encloses two grounds, though its signed area is 0', () => {
    const { shapes, diagnostics } = readShapes(
      collect(
        [SQUARE],
        [
          [
            [10.02, 10],
            [10.03, 10.01],
            [10.03, 10],
            [10.02, 10.01],
            [10.02, 10],
          ],
        ],
      ),
      roster,
    );
    expect(diagnostics).toEqual([]);
    expect(shapes.places.has('V2')).toBe(true);
  });

  it('one part of several is left out, the others stay', () => {
    const input = {
      type: 'Feature',
      properties: { code: 'V1' },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [10, 10],
              [10.01, 10],
              [10, 10],
              [10, 10],
            ],
          ],
          [SQUARE],
        ],
      },
    };
    const { shapes, diagnostics } = readShapes({ type: 'FeatureCollection', crs: 'WGS84', features: [input] }, roster);
    expect(shapes.places.get('V1')?.polygons).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toContain('boundary-degenerate-ring');
  });
});

it('a ring that comes back to one corner two thousand times is drawn as it is, and soon', () => {
  const at = (turn: number): readonly [number, number] => [10 + 0.01 * Math.cos(turn), 10 + 0.01 * Math.sin(turn)];
  const star: Ring = [
    [10, 10],
    ...Array.from({ length: 2000 }, (_, arm) => [at(arm * 0.003), at(arm * 0.003 + 0.001), [10, 10]] as const).flat(),
  ];
  const began = performance.now();
  const { shapes, diagnostics } = readShapes(collect([star], [SQUARE]), roster);
  expect(performance.now() - began).toBeLessThan(8000);
  expect(shapes.places.get('T')?.polygons).toHaveLength(2);
  expect(diagnostics.map(({ code }) => code)).toContain('boundary-borders-differ');
});

describe('combs', () => {
  /** Teeth to the right of a spine; each takes a share of the step from one to the next. */
  const comb = (
    { teeth, size, width, shift }: Readonly<Record<'teeth' | 'size' | 'width' | 'shift', number>>,
    turn: (x: number, y: number) => Ring[number],
  ): Ring => {
    const step = size / teeth;
    const tips = Array.from({ length: teeth }, (_, at) => (at + shift) * step).flatMap((y): Ring => [
      [0, y],
      [size, y],
      [size, y + width * step],
      [0, y + width * step],
    ]);
    const ring: Ring = [[-size / 10, 0], ...tips, [-size / 10, size], [-size / 10, 0]];
    return ring.map(([x, y]) => turn(x, y));
  };
  const tell = (one: Ring, other: Ring) => {
    const { shapes, diagnostics } = readShapes(collect([one], [other]), roster);
    const found = diagnostics.find(({ code }) => code === 'boundary-borders-differ');
    return { parts: shapes.places.get('T')?.polygons.length, params: found?.params };
  };

  // 400 teeth of one cross each of the other four times: 640,000 places, which took minutes
  it('that cross each other more often than can be united are drawn as they are, and told', () => {
    const size = { teeth: 400, size: 0.1, width: 0.4 };
    const lying = comb({ ...size, shift: 0 }, (x, y) => [10 + x, 10 + y]);
    const standing = comb({ ...size, shift: 0.13 }, (x, y) => [10 + y, 10 + x]);
    expect(tell(lying, standing)).toEqual({ parts: 2, params: { count: 1, united: 0 } });
  });

  // 32,000 edges of each whose boxes reach over those of the other, and none is near another
  it('whose teeth stand between those of the other are not compared for ever', () => {
    const size = { teeth: 8000, size: 16, width: 0.2 };
    const left = comb({ ...size, shift: 0.1 }, (x, y) => [10 + x, 10 + y]);
    const right = comb({ ...size, shift: 0.6 }, (x, y) => [26.5 - x, 10 + y]);
    expect(tell(left, right)).toEqual({ parts: 2, params: { count: 1, united: 0 } });
  });
});

describe('where a label belongs', () => {
  it('is inside a river a hundred thousand times as long as wide, at once', () => {
    const there = Array.from(
      { length: 20_001 },
      (_, at) => [0.3 + at * 5e-6, 0.4 + 0.01 * Math.sin(at / 500)] as const,
    );
    const back = [...there].reverse().map(([x, y]) => [x, y + 1e-6] as const);
    const ring = [...there, ...back, there[0] ?? [0, 0]].flat();
    const began = performance.now();
    const [x, y] = findInnerPoint([[ring]]);
    expect(performance.now() - began).toBeLessThan(8000);
    expect(isInsidePolygon([ring], x, y)).toBe(true);
  });

  it.each([1, 1e-3, 1e-6, 1e-9, 1e-12])('is inside a horseshoe of size %d', (size) => {
    const ring = [0, 0, 3, 0, 3, 3, 2.9, 3, 2.9, 0.1, 0.1, 0.1, 0.1, 3, 0, 3, 0, 0].map((value) => 0.7 + value * size);
    expect(isInsidePolygon([ring], ...findInnerPoint([[ring]]))).toBe(true);
  });

  it('of what encloses nothing is one of its own places', () => {
    for (const ring of [
      [0.5, 0.5, 0.6, 0.6, 0.5, 0.5],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.2, 0.5, 0.4, 0.5, 0.3, 0.5, 0.2, 0.5],
    ]) {
      const [x, y] = findInnerPoint([[ring]]);
      expect(x).toBeGreaterThanOrEqual(0.2);
      expect(x).toBeLessThanOrEqual(0.6);
      expect(y).toBeGreaterThanOrEqual(0.5);
      expect(y).toBeLessThanOrEqual(0.6);
    }
  });
});

it('extent is measured from the ring itself: far from 0 a small ring would drown in rounding', () => {
  const ring = [102, 38, 102.000_001, 38, 102.000_001, 38.000_001, 102, 38.000_001, 102, 38];
  expect(hasExtent(ring)).toBe(true);
});

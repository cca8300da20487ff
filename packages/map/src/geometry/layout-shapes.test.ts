import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/fictional-county.js';
import type { SceneRings, SceneShape } from '../scene/scene.js';
import type { AreaPlace } from './area-shapes.js';
import { readShapes } from './boundaries/read-shapes.js';
import { layoutAreas } from './layout-areas.js';
import { layoutShapes } from './layout-shapes.js';
import { projectLatitude } from './mercator.js';
import { isInsidePolygon, measureRing } from './ring.js';

const county = fictionalCounty({ villages: 112, seed: 3 });
const { roster } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
const { shapes } = readShapes(county.boundaries, roster);

/** Every village as the middle of its border alone. */
const points = {
  type: 'FeatureCollection',
  features: county.boundaries.features.map(({ properties, geometry }) => {
    const ring = geometry.coordinates[0] ?? [];
    const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [mean(0), mean(1)] } };
  }),
};
const dots = readShapes(points, roster).shapes;

const { roster: twoVillages } = parseAreas({
  name: 'areas.csv',
  text: 'code,name,level,parent,kind\n620321000000,永昌县,county,,county\n620321100000,城关镇,township,620321000000,town\n620321100200,东村,village,620321100000,villagers-committee\n620321100201,西村,village,620321100000,villagers-committee\n',
});

const sizeOf = ({ bounds: [x0, y0, x1, y1] }: SceneShape): number => Math.max(x1 - x0, y1 - y0);
const groundOf = (polygons: readonly SceneRings[]): number =>
  polygons.flat().reduce((sum, ring) => sum + Math.abs(measureRing(ring)), 0) / 2;

describe('points', () => {
  it.each([
    [776, 15],
    [366, 8],
  ])('at %i are dots of a readable size that do not touch', (width, least) => {
    const { areas, height } = layoutShapes(dots, roster, { width, level: 'village' });
    expect(areas).toHaveLength(112);
    for (const area of areas) {
      expect(area.sign).toBe('point');
      expect(sizeOf(area)).toBeGreaterThanOrEqual(least);
      const [x0, y0, x1, y1] = area.bounds;
      expect(x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height).toBe(true);
    }
    for (const [index, one] of areas.entries()) {
      for (const other of areas.slice(index + 1)) {
        expect(
          Math.hypot(one.inner[0] - other.inner[0], one.inner[1] - other.inner[1]),
          `${one.name} ${other.name}`,
        ).toBeGreaterThan(sizeOf(one));
      }
    }
  });

  it('stay about where they are: no dot goes farther than three of its own widths', () => {
    const { areas, projection } = layoutShapes(dots, roster, { width: 776, level: 'village' });
    if (projection.kind !== 'mercator') throw new Error('not on the globe');
    for (const area of areas) {
      const [x = 0, y = 0] = dots.places.get(area.code)?.inner ?? [];
      const [atX, atY] = [(x - projection.west) * projection.scale, (y - projection.north) * projection.scale];
      expect(Math.hypot(atX - area.inner[0], atY - area.inner[1])).toBeLessThan(3 * sizeOf(area));
    }
  });

  it('of one area alone, or of all on one spot, still give a picture', () => {
    const [first] = points.features;
    const one = layoutShapes(readShapes({ type: 'FeatureCollection', features: [first] }, roster).shapes, roster, {
      width: 300,
      level: 'village',
    });
    expect(one.areas).toHaveLength(1);
    expect(one.height).toBeLessThan(500);
    const heap = points.features.map((feature) => ({ ...feature, geometry: first?.geometry }));
    const crowded = layoutShapes(readShapes({ type: 'FeatureCollection', features: heap }, roster).shapes, roster, {
      width: 600,
      height: 400,
      level: 'village',
    });
    expect(new Set(crowded.areas.map(({ inner }) => inner.join())).size).toBe(112);
  });

  it('beside polygons fill the gaps of a file', () => {
    const features = county.boundaries.features.map((feature, index) => (index < 5 ? points.features[index] : feature));
    const { areas } = layoutShapes(readShapes({ type: 'FeatureCollection', features }, roster).shapes, roster, {
      width: 776,
      level: 'village',
    });
    expect(areas).toHaveLength(112);
    expect(areas.filter(({ sign }) => sign === 'point')).toHaveLength(5);
  });
});

describe('very small areas', () => {
  const shrink = (codes: readonly string[]) => ({
    ...county.boundaries,
    features: county.boundaries.features.map((feature) => {
      if (!codes.includes(feature.properties.code)) return feature;
      const [x = 0, y = 0] = feature.geometry.coordinates[0]?.[0] ?? [];
      return {
        ...feature,
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [x, y],
              [x + 1e-4, y],
              [x, y + 1e-4],
              [x, y],
            ],
          ],
        },
      };
    }),
  });

  it('are drawn as dots over their neighbours, at least six pixels wide, and stay where they are', () => {
    const code = county.boundaries.features[40]?.properties.code ?? '';
    const { areas } = layoutShapes(readShapes(shrink([code]), roster).shapes, roster, { width: 776, level: 'village' });
    const last = areas.at(-1);
    expect(last).toMatchObject({ code, sign: 'small' });
    expect(last ? sizeOf(last) : 0).toBeGreaterThanOrEqual(6);
    expect(isInsidePolygon(last?.polygons[0] ?? [], ...(last?.inner ?? [0, 0]))).toBe(true);
    expect(areas.filter(({ sign }) => sign !== undefined)).toHaveLength(1);
  });

  it('are not made of a map that is dense everywhere', () => {
    const { areas } = layoutShapes(shapes, roster, { width: 60, level: 'village' });
    expect(areas.filter(({ sign }) => sign === 'small')).toHaveLength(0);
    expect(sizeOf(areas[0] as SceneShape)).toBeLessThan(6);
  });
});

describe('bounds', () => {
  it.each(['WGS84', 'GCJ02'])('go around all corners of an area, in %s', (crs) => {
    const converted = readShapes(county.boundaries, roster, { crs }).shapes;
    for (const level of ['village', 'township'] as const) {
      const { areas } = layoutShapes(converted, roster, { width: 776, level });
      for (const { polygons, bounds } of areas) {
        const corners = polygons.flat(2);
        const [xs, ys] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)];
        const around = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
        for (const [side, value] of around.entries()) expect(bounds[side]).toBeCloseTo(value, 9);
      }
    }
  });

  it('go around both parts, and leave out a point beside the ground', () => {
    const square = (x: number) => [
      [
        [x, 38],
        [x + 0.01, 38],
        [x + 0.01, 38.01],
        [x, 38.01],
        [x, 38],
      ],
    ];
    const feature = (geometry: object) => ({ type: 'Feature', properties: { code: '620321100200' }, geometry });
    const features = [
      feature({ type: 'Polygon', coordinates: square(101) }),
      feature({ type: 'Polygon', coordinates: square(101.1) }),
      feature({ type: 'Point', coordinates: [101.5, 38.5] }),
    ];
    const place = readShapes({ type: 'FeatureCollection', features }, twoVillages).shapes.places.get('620321100200');
    expect(place?.bounds.map((value, side) => (side % 2 === 0 ? (value - 0.5) * 360 : value))).toEqual([
      expect.closeTo(101, 9),
      projectLatitude(38.01),
      expect.closeTo(101.11, 9),
      projectLatitude(38),
    ]);
  });
});

describe('parts, holes and levels', () => {
  it('an enclave lies in the hole of the township around it, and every village on its own ground', () => {
    const villages = layoutShapes(shapes, roster, { width: 776, level: 'village' });
    const townships = layoutShapes(shapes, roster, { width: 776, level: 'township' });
    const holed = townships.areas.filter(({ polygons }) => polygons.some((rings) => rings.length > 1));
    const parted = townships.areas.filter(({ polygons }) => polygons.length > 1);
    expect([holed.length, parted.length]).toEqual([1, 1]);
    const [around, own] = [holed[0], parted[0]];
    // the enclave's village: of the township in two parts, in the middle of the other one
    const enclave = villages.areas.find(
      ({ code, group, inner }) => group === own?.code && isInRing(around?.polygons[0]?.[1] ?? [], inner) && code !== '',
    );
    expect(enclave).toBeDefined();
    expect(around?.polygons.some((polygon) => isInsidePolygon(polygon, ...(enclave?.inner ?? [0, 0])))).toBe(false);
    expect(own?.polygons.some((polygon) => isInsidePolygon(polygon, ...(enclave?.inner ?? [0, 0])))).toBe(true);
    // labelled once, in the larger part
    const largest = [...(own?.polygons ?? [])].sort((a, b) => groundOf([b]) - groundOf([a]))[0];
    expect(isInsidePolygon(largest ?? [], ...(own?.inner ?? [0, 0]))).toBe(true);
  });
});

describe('layoutAreas', () => {
  const half = (share: number) => ({
    places: new Map([...shapes.places].filter((_, index) => index < 112 * share)) as ReadonlyMap<string, AreaPlace>,
  });

  it('draws shapes where at least half of the areas have one, else tiles; tiles where they are asked for', () => {
    const kind = (...[given, options = {}]: [Parameters<typeof layoutAreas>[1], object?]) =>
      layoutAreas(roster, given, { width: 776, level: 'village', ...options }).projection.kind;
    expect(kind(shapes)).toBe('mercator');
    expect(kind(half(0.6))).toBe('mercator');
    expect(kind(half(0.4))).toBe('tiles');
    expect(kind(null)).toBe('tiles');
    expect(kind(shapes, { shapes: 'tiles' })).toBe('tiles');
  });
});

function isInRing(ring: readonly number[], [x, y]: readonly [number, number]): boolean {
  return isInsidePolygon([ring], x, y);
}

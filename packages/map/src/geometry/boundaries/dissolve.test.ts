import { parseAreas } from '@guatu/core';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Polygon } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../../fictional/fictional-county.js';
import type { SceneRings } from '../../scene/scene.js';
import { measureRing } from '../ring.js';
import { dissolve } from './dissolve.js';
import { unite } from './unite.js';

const groundOf = (polygons: readonly SceneRings[]): number =>
  polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(measureRing(outer)) - holes.reduce((all, hole) => all + Math.abs(measureRing(hole)), 0),
    0,
  ) / 2;

/** Rings of each part, fewest first. */
const countRings = (polygons: readonly SceneRings[]): readonly number[] =>
  polygons.map((rings) => rings.length).sort((a, b) => a - b);

describe('townships dissolved three ways', () => {
  const county = fictionalCounty({ villages: 300, seed: 5 });
  const { roster } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
  const written = topology({ villages: county.boundaries as unknown as GeoJSON.FeatureCollection });
  const geometries = (written.objects['villages'] as GeometryCollection<{ parent: string }>).geometries as Polygon<{
    parent: string;
  }>[];
  const townships = roster.areas.filter(({ level }) => level === 'township');

  it.each(townships.map(({ code, name }) => [name, code]))(
    '%s: shared borders, topojson and turf agree on parts, holes and ground',
    (_, code) => {
      const villages = county.boundaries.features.filter(({ properties }) => properties.parent === code);
      const polygons = villages.map(({ geometry }) => geometry.coordinates.map((ring) => ring.flat()));
      const own = dissolve(polygons, 1e-9);
      const merged = merge(
        written,
        geometries.filter(({ properties }) => properties?.parent === code),
      ).coordinates.map((rings) => rings.map((ring) => ring.flat()));
      const united = unite(polygons, 1e-12) ?? [];
      for (const other of [merged, united]) {
        expect(countRings(other)).toEqual(countRings(own));
        expect(groundOf(other) / groundOf(own)).toBeCloseTo(1, 6);
      }
    },
  );
});

describe('dissolve', () => {
  it('leaves two squares that touch in a corner two', () => {
    const square = (x: number, y: number): SceneRings => [[x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y]];
    expect(dissolve([square(0, 0), square(1, 1)], 1e-9)).toHaveLength(2);
    const [both] = dissolve([square(0, 0), square(1, 0)], 1e-9);
    // four corners, the two ends of the shared edge, and the first corner again
    expect(both?.[0]).toHaveLength(2 * 7);
  });
});

import { fictionalCounty } from '@guatu/map/fictional';
import type { BoardSources } from '@guatu/map';
import { fictionalSources } from './county.js';

const { boundaries } = fictionalCounty({ villages: 112, seed: 7 });
const { features } = boundaries;

type Village = (typeof features)[number];

/** The made-up county of the other stories with another file of shapes. */
export function shapedBy(data: unknown, name = 'boundaries.json'): BoardSources {
  return { ...fictionalSources(112), boundaries: { name, data } };
}

/** Its polygons as TopoJSON, one arc each. */
export const TOPOLOGY = {
  type: 'Topology',
  arcs: features.map(({ geometry }) => geometry.coordinates[0]),
  objects: {
    villages: {
      type: 'GeometryCollection',
      geometries: features.map(({ properties }, arc) => ({ type: 'Polygon', properties, arcs: [[arc]] })),
    },
  },
};

function middleOf({ geometry }: Village): readonly [number, number] {
  const [ring = []] = geometry.coordinates;
  const mean = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, ring.length);
  return [mean(0), mean(1)];
}

/** Its villages as points. */
export const POINTS = {
  type: 'FeatureCollection',
  features: features.map((village) => ({ ...village, geometry: { type: 'Point', coordinates: middleOf(village) } })),
};

const change = (index: number, geometry: unknown, properties: object = {}): object => ({
  ...features[index],
  properties: { ...features[index]?.properties, ...properties },
  geometry,
});

/** One village shrunk to a hundredth of its size. */
export const ONE_SMALL = {
  ...boundaries,
  features: features.map((village, index) => {
    if (index !== 50) return village;
    const [x, y] = middleOf(village);
    const ring = village.geometry.coordinates[0]?.map(([lon, lat]) => [x + (lon - x) / 100, y + (lat - y) / 100]);
    return change(index, { type: 'Polygon', coordinates: [ring] });
  }),
};

/** A few of everything that goes wrong with a file, among shapes that are right. */
export const BROKEN = {
  ...boundaries,
  features: features.map((village, index) => {
    const ring = village.geometry.coordinates[0] ?? [];
    if (index === 3)
      return change(index, { type: 'Polygon', coordinates: [[ring[0], ring[12], ring[6], ring[18], ring[0]]] });
    if (index === 20) return change(index, null);
    if (index === 33)
      return change(index, { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon - 150, lat])] });
    if (index === 47) return { ...village, id: undefined, properties: { name: '外县村' } };
    if (index === 60)
      return change(index, { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lat * 1000, lon * 1000])] });
    return village;
  }),
};

import { union } from '@turf/union';
import type { SceneRings } from '../../scene/scene.js';
import { measureRing } from '../ring.js';

/**
 * The union of polygons by their geometry, whatever corners their borders have; slow, so asked only where `dissolve`
 * is not enough. Slivers far below what is drawn are dropped.
 *
 * @param sliver twice the area below which a ring is none, in the square of the coordinates' unit
 * @returns nothing when the polygons are too broken to be united
 */
export function unite(polygons: readonly SceneRings[], sliver: number): readonly SceneRings[] | undefined {
  try {
    const features = polygons.map((rings) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: { type: 'Polygon' as const, coordinates: rings.map(toPairs) },
    }));
    const united = union({ type: 'FeatureCollection', features })?.geometry;
    if (!united) return undefined;
    const parts = united.type === 'Polygon' ? [united.coordinates] : united.coordinates;
    const flat = parts.map((rings) =>
      rings.map((ring) => ring.flat()).filter((ring) => Math.abs(measureRing(ring)) > sliver),
    );
    return flat.filter((rings) => rings.length > 0);
  } catch {
    return undefined;
  }
}

function toPairs(ring: readonly number[]): number[][] {
  return Array.from({ length: ring.length / 2 }, (_, at) => [ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0]);
}

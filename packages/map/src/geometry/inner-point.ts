import polylabel from 'polylabel';
import type { SceneRings } from '../scene/scene.js';
import { isInsidePolygon, measureRing } from './ring.js';

/**
 * A point inside the largest polygon, where a label belongs. The centroid where it lies well inside, as it mostly does;
 * else the pole of inaccessibility, the point farthest from the border.
 *
 * @returns 0, 0 for no polygon at all
 */
export function findInnerPoint(polygons: readonly SceneRings[]): readonly [x: number, y: number] {
  const largest = polygons.reduce<SceneRings | undefined>((best, polygon) => (sizeOf(polygon) > sizeOf(best) ? polygon : best), undefined);
  const outer = largest?.[0];
  if (!largest || !outer) return [0, 0];
  const [x, y] = findCentroid(outer);
  const reach = Math.sqrt(sizeOf(largest) / 2) * 0.25;
  const around = [[0, 0], [reach, 0], [-reach, 0], [0, reach], [0, -reach]] as const;
  if (around.every(([dx, dy]) => isInsidePolygon(largest, x + dx, y + dy))) return [x, y];
  const rings = largest.map((ring) => Array.from({ length: ring.length / 2 }, (_, i): [number, number] => [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0]));
  const [poleX, poleY] = polylabel(rings, Math.max(reach / 4, Number.EPSILON));
  return [poleX, poleY];
}

function sizeOf(polygon: SceneRings | undefined): number {
  return polygon?.[0] ? Math.abs(measureRing(polygon[0])) : -1;
}

/** Centre of gravity of a ring; the mean of its corners where it has no area. */
function findCentroid(ring: readonly number[]): readonly [number, number] {
  // from the first corner, so that large coordinates of small areas lose no digits
  const [originX, originY] = [ring[0] ?? 0, ring[1] ?? 0];
  let [sum, sumX, sumY, x0, y0] = [0, 0, 0, 0, 0];
  for (let index = 2; index + 1 < ring.length; index += 2) {
    const x1 = (ring[index] ?? 0) - originX;
    const y1 = (ring[index + 1] ?? 0) - originY;
    const cross = x0 * y1 - x1 * y0;
    sum += cross;
    sumX += (x0 + x1) * cross;
    sumY += (y0 + y1) * cross;
    x0 = x1;
    y0 = y1;
  }
  return sum === 0 ? [originX, originY] : [originX + sumX / (3 * sum), originY + sumY / (3 * sum)];
}

import polylabel from 'polylabel';
import type { SceneRings } from '../scene/scene.js';
import { boundPolygons } from './mercator.js';
import { isInsidePolygon, measureRing } from './ring.js';
import { findStretch } from './scan-ring.js';

/**
 * A point inside the largest polygon, where a label belongs. The centroid where it lies well inside, as it mostly does;
 * else about the pole of inaccessibility, the point farthest from the border. Bounded: a shape without extent, or a
 * hair's breadth wide, takes no longer than another with as many corners.
 *
 * @returns 0, 0 for no polygon at all; a corner of one that encloses nothing
 */
export function findInnerPoint(polygons: readonly SceneRings[]): readonly [x: number, y: number] {
  const largest = polygons.reduce<SceneRings | undefined>(
    (best, polygon) => (sizeOf(polygon) > sizeOf(best) ? polygon : best),
    undefined,
  );
  const outer = largest?.[0];
  if (!largest || !outer) return [0, 0];
  const [x, y] = findCentroid(outer);
  const reach = Math.sqrt(sizeOf(largest) / 2) * 0.25;
  const around = [
    [0, 0],
    [reach, 0],
    [-reach, 0],
    [0, reach],
    [0, -reach],
  ] as const;
  if (reach > 0 && around.every(([dx, dy]) => isInsidePolygon(largest, x + dx, y + dy))) return [x, y];
  const pole = findPole(largest, reach / 4);
  if (isInsidePolygon(largest, ...pole)) return pole;
  // thinner than the search is fine: along some line through it there is ground
  const stretch = findStretch(largest);
  return [stretch.x, stretch.y];
}

/** Corners compared with cells at most: some hundredths of a second. */
const MOST_COMPARED = 10_000_000;

/** The finest step of the search, as a share of the shape's box, and from how many times as long as wide a box is stretched to a square. */
const [FINEST, LONGEST] = [1 / 256, 4] as const;

/**
 * The point farthest from the border, in a box stretched to 1. The search cuts cells in four until they are as small as
 * the precision asked for, whatever the shape: as a share of the box it bounds their number, three for every square of
 * that size; in other units, or in a box a million times as long as wide, nothing would.
 */
function findPole(polygon: SceneRings, precision: number): readonly [x: number, y: number] {
  const [x0, y0, x1, y1] = boundPolygons([polygon]);
  const [width, height] = [x1 - x0, y1 - y0];
  if (!(width > 0 && height > 0)) return [x0, y0];
  const long = Math.max(width, height) > LONGEST * Math.min(width, height);
  const [across, down] = long ? [width, height] : [Math.max(width, height), Math.max(width, height)];
  const corners = polygon.reduce((sum, ring) => sum + ring.length / 2, 0);
  const affordable = Math.sqrt((3 * corners) / MOST_COMPARED);
  const rings = polygon.map((ring) =>
    Array.from({ length: ring.length / 2 }, (_, at): [number, number] => [
      ((ring[2 * at] ?? 0) - x0) / across,
      ((ring[2 * at + 1] ?? 0) - y0) / down,
    ]),
  );
  const [x, y] = polylabel(rings, Math.min(0.5, Math.max(FINEST, affordable, precision / Math.max(width, height))));
  return [x0 + x * across, y0 + y * down];
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

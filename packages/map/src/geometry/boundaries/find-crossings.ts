import { kinks } from '@turf/kinks';
import type { BoundaryFindings } from './boundary-findings.js';
import type { Boundary } from './read-feature.js';

/** Pairs of edges compared at most, over a whole file: about two seconds. Cost grows with the square of a shape's corners. */
const MOST_PAIRS = 100_000_000;

/**
 * Tells which shapes cross themselves; they are drawn as they are. Shapes are checked from the first on until the
 * budget is spent, and what could not be checked is told.
 */
export function findCrossings(boundaries: readonly Boundary[], found: BoundaryFindings): void {
  let pairs = 0;
  let unchecked = 0;
  for (const { path, name, code, polygons } of boundaries) {
    const cost = polygons.reduce((sum, rings) => sum + rings.reduce((all, ring) => all + ring.length / 2, 0) ** 2, 0);
    if (pairs + cost > MOST_PAIRS) {
      unchecked += 1;
      continue;
    }
    pairs += cost;
    const count = polygons.reduce((sum, rings) => sum + countCrossings(rings), 0);
    if (count > 0) found.add('boundary-crosses-itself', path, { area: name || code || path, count });
  }
  if (unchecked > 0) found.add('boundary-not-checked', '', { count: unchecked });
}

/** Places where rings of one polygon cross or touch. */
function countCrossings(rings: Boundary['polygons'][number]): number {
  const coordinates = rings.map(listCorners);
  return new Set(kinks({ type: 'Polygon', coordinates }).features.map(({ geometry }) => geometry.coordinates.join()))
    .size;
}

/** Corners as pairs; a corner that is written twice would seem to touch itself. */
function listCorners(ring: readonly number[]): number[][] {
  const corners: number[][] = [];
  for (let index = 0; index + 1 < ring.length; index += 2) {
    const [lon, lat] = [ring[index] ?? 0, ring[index + 1] ?? 0];
    const before = corners.at(-1);
    if (before?.[0] !== lon || before[1] !== lat) corners.push([lon, lat]);
  }
  return corners;
}

import type { SceneRings } from '../scene/scene.js';

/** Heights looked at, at most: of a shape with thousands of corners a few dozen tell enough. */
const MOST_HEIGHTS = 33;

/**
 * The longest stretch of a polygon along a line through it, of a few lines at heights between its corners. Even-odd, so
 * that holes, and what is run along out and back, are none.
 *
 * @returns its middle and its length; a length of 0 for a polygon that encloses nothing
 */
export function findStretch(polygon: SceneRings): { readonly x: number; readonly y: number; readonly length: number } {
  let best = { x: polygon[0]?.[0] ?? 0, y: polygon[0]?.[1] ?? 0, length: 0 };
  for (const y of listHeights(polygon[0] ?? [])) {
    const crossings = crossAt(polygon, y);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from = 0, to = 0] = [crossings[at], crossings[at + 1]];
      if (to - from > best.length) best = { x: (from + to) / 2, y, length: to - from };
    }
  }
  return best;
}

/** Heights half-way between corners that follow each other in height, the middle ones of all first. */
function listHeights(ring: readonly number[]): readonly number[] {
  const levels = Float64Array.from({ length: ring.length / 2 }, (_, at) => ring[2 * at + 1] ?? 0).sort();
  const between: number[] = [];
  for (let at = 1; at < levels.length; at++) {
    const [below = 0, above = 0] = [levels[at - 1], levels[at]];
    const middle = below + (above - below) / 2;
    if (middle > below && middle < above) between.push(middle);
  }
  const step = Math.max(1, between.length / MOST_HEIGHTS);
  return Array.from(
    { length: Math.min(MOST_HEIGHTS, between.length) },
    (_, at) => between[Math.floor((at + 0.5) * step)] ?? between[0] ?? 0,
  );
}

/** Where the edges of a polygon cross a height, from left to right. */
function crossAt(polygon: SceneRings, y: number): readonly number[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0, y0, x1, y1] = [ring[at] ?? 0, ring[at + 1] ?? 0, ring[at + 2] ?? 0, ring[at + 3] ?? 0];
      if (y0 > y !== y1 > y) crossings.push(((x1 - x0) * (y - y0)) / (y1 - y0) + x0);
    }
  }
  return crossings.sort((a, b) => a - b);
}

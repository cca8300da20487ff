import type { SceneRings } from '../scene/scene.js';

/** Twice the signed area of a closed flat ring: positive when it runs clockwise on a screen, y downwards. */
export function measureRing(ring: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index + 3 < ring.length; index += 2) {
    sum += (ring[index] ?? 0) * (ring[index + 3] ?? 0) - (ring[index + 2] ?? 0) * (ring[index + 1] ?? 0);
  }
  return sum;
}

/**
 * Whether a point lies inside a closed flat ring; by crossings of a ray. Asked for thousands of points before code is
 * warm: it reads one number a corner, and the others only where an edge crosses the point's height.
 */
export function containsPoint(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  let below = (ring[1] ?? 0) > y;
  for (let index = 2; index + 1 < ring.length; index += 2) {
    const next = (ring[index + 1] ?? 0) > y;
    if (next !== below && isLeftOf(ring, index, x, y)) inside = !inside;
    below = next;
  }
  return inside;
}

/** Whether a point lies left of the edge that ends at a corner and crosses the point's height. */
function isLeftOf(ring: readonly number[], index: number, x: number, y: number): boolean {
  const [x0, y0, x1, y1] = [ring[index - 2] ?? 0, ring[index - 1] ?? 0, ring[index] ?? 0, ring[index + 1] ?? 0];
  return x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0;
}

/** Whether a point lies inside a polygon and in none of its holes. */
export function isInsidePolygon([outer = [], ...holes]: SceneRings, x: number, y: number): boolean {
  return containsPoint(outer, x, y) && !holes.some((hole) => containsPoint(hole, x, y));
}

/** The same ring the other way round. */
export function reverseRing(ring: readonly number[]): readonly number[] {
  const reversed: number[] = [];
  for (let index = ring.length - 2; index >= 0; index -= 2) reversed.push(ring[index] ?? 0, ring[index + 1] ?? 0);
  return reversed;
}

import type { SceneRings } from '../../scene/scene.js';
import type { Comparisons } from './rings-meet.js';

/** Edges of polygons by their left end: both ends, the upper and lower bound, and whose they are. */
interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly low: number;
  readonly high: number;
  readonly polygon: number;
}

/**
 * How often edges of different polygons cross, or end inside one another; corners that both have are none. Geometry cuts
 * both edges in each of these places, and there may be as many as the square of the corners.
 *
 * @param most no more are counted
 * @param comparisons spent on the way; `most` is the answer once they are used up
 */
export function countCrossings(polygons: readonly SceneRings[], most: number, comparisons: Comparisons): number {
  const edges = listEdges(polygons);
  let count = 0;
  for (const [index, one] of edges.entries()) {
    for (let next = index + 1; next < edges.length; next++) {
      const other = edges[next] as Edge;
      if (--comparisons.left < 0) return most;
      if (other.x0 > one.x1) break;
      if (other.polygon === one.polygon || other.low > one.high || other.high < one.low) continue;
      if (cut(one, other) && ++count >= most) return most;
    }
  }
  return count;
}

function listEdges(polygons: readonly SceneRings[]): readonly Edge[] {
  const edges = polygons.flatMap((rings, polygon) => rings.flatMap((ring) => edgesOf(ring, polygon)));
  return edges.sort((a, b) => a.x0 - b.x0);
}

function edgesOf(ring: readonly number[], polygon: number): readonly Edge[] {
  return Array.from({ length: Math.max(0, ring.length / 2 - 1) }, (_, index): Edge => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ring.slice(2 * index, 2 * index + 4);
    const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
    return ax <= bx
      ? { x0: ax, y0: ay, x1: bx, y1: by, low, high, polygon }
      : { x0: bx, y0: by, x1: ax, y1: ay, low, high, polygon };
  });
}

/** Whether two edges whose boxes overlap have a place in common that is no end of both. */
function cut(one: Edge, other: Edge): boolean {
  const [a, b] = [sideOf(one, other.x0, other.y0), sideOf(one, other.x1, other.y1)];
  const [c, d] = [sideOf(other, one.x0, one.y0), sideOf(other, one.x1, one.y1)];
  if (a * b < 0 && c * d < 0) return true;
  return (
    (a === 0 && isInside(one, other.x0, other.y0)) ||
    (b === 0 && isInside(one, other.x1, other.y1)) ||
    (c === 0 && isInside(other, one.x0, one.y0)) ||
    (d === 0 && isInside(other, one.x1, one.y1))
  );
}

function sideOf({ x0, y0, x1, y1 }: Edge, x: number, y: number): number {
  return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
}

/** Whether a place on the line of an edge lies between its ends. */
function isInside({ x0, y0, x1, y1, low, high }: Edge, x: number, y: number): boolean {
  return x1 > x0 ? x > x0 && x < x1 : y > low && y < high && y !== y0 && y !== y1;
}

import type { SceneRings } from '../../scene/scene.js';

type Ring = readonly number[];
type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Edges that may still be compared with each other, over a whole file. */
export interface Comparisons {
  left: number;
}

/**
 * Whether any two rings come closer to each other than a distance, or cross. What borders leave over where they do not fit
 * runs beside itself; the parts of a township that lies in several, and its holes, keep apart.
 *
 * @param comparisons spent on the way; once they are used up rings are taken to meet
 */
export function ringsMeet(polygons: readonly SceneRings[], distance: number, comparisons: Comparisons): boolean {
  const rings = polygons.flat().map((ring) => ({ ring, box: boundRing(ring, distance) }));
  return rings.some(({ ring, box }, index) =>
    rings.slice(index + 1).some((other) => {
      comparisons.left -= 1;
      return comparisons.left < 0 || (isNear(box, other.box) && meet(ring, other, distance, comparisons));
    }),
  );
}

function meet(
  one: Ring,
  { ring: other, box }: { readonly ring: Ring; readonly box: Box },
  distance: number,
  comparisons: Comparisons,
): boolean {
  for (let i = 0; i + 3 < one.length; i += 2) {
    if (!isNear(boundEdge(one, i), box)) continue;
    comparisons.left -= other.length / 2;
    if (comparisons.left < 0) return true;
    for (let j = 0; j + 3 < other.length; j += 2) if (edgesMeet(one, i, other, j, distance)) return true;
  }
  return false;
}

function edgesMeet(one: Ring, i: number, other: Ring, j: number, distance: number): boolean {
  const [ax, ay, bx, by] = [one[i] ?? 0, one[i + 1] ?? 0, one[i + 2] ?? 0, one[i + 3] ?? 0];
  const [cx, cy, dx, dy] = [other[j] ?? 0, other[j + 1] ?? 0, other[j + 2] ?? 0, other[j + 3] ?? 0];
  if (Math.max(ax, bx) + distance < Math.min(cx, dx) || Math.max(cx, dx) + distance < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) + distance < Math.min(cy, dy) || Math.max(cy, dy) + distance < Math.min(ay, by)) return false;
  const near = (px: number, py: number, x0: number, y0: number, x1: number, y1: number): boolean => {
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - x0) * (x1 - x0) + (py - y0) * (y1 - y0)) / length));
    return (px - x0 - along * (x1 - x0)) ** 2 + (py - y0 - along * (y1 - y0)) ** 2 <= distance ** 2;
  };
  if (
    near(ax, ay, cx, cy, dx, dy) ||
    near(bx, by, cx, cy, dx, dy) ||
    near(cx, cy, ax, ay, bx, by) ||
    near(dx, dy, ax, ay, bx, by)
  )
    return true;
  const side = (px: number, py: number, x0: number, y0: number, x1: number, y1: number): number =>
    (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0);
  return (
    side(ax, ay, cx, cy, dx, dy) * side(bx, by, cx, cy, dx, dy) < 0 &&
    side(cx, cy, ax, ay, bx, by) * side(dx, dy, ax, ay, bx, by) < 0
  );
}

function boundEdge(ring: Ring, at: number): Box {
  const [x0, y0, x1, y1] = [ring[at] ?? 0, ring[at + 1] ?? 0, ring[at + 2] ?? 0, ring[at + 3] ?? 0];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** A ring's box, larger by a margin. */
function boundRing(ring: Ring, margin: number): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  return [x0 - margin, y0 - margin, x1 + margin, y1 + margin];
}

function isNear(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

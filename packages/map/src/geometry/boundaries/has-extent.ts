import type { SceneRings } from '../../scene/scene.js';
import { boundPolygons } from '../mercator.js';
import { findStretch } from '../scan-ring.js';

/** Ground narrower than this share of its length is a line: less than a millimetre on a hundred kilometres. */
const LINE = 1e-9;
/** Ground smaller across than this, in degrees, is a point: a millimetre. */
const POINT = 1e-8;

/** How many different corners a flat ring has. */
export function countCorners(ring: readonly number[]): number {
  return new Set(Array.from({ length: ring.length / 2 }, (_, at) => `${ring[2 * at]} ${ring[2 * at + 1]}`)).size;
}

/** Whether a closed flat ring of degrees encloses any ground: a line out and back does not, a figure of eight does. */
export function hasExtent(ring: readonly number[]): boolean {
  const [x0, y0, x1, y1] = boundPolygons([[ring]]);
  const long = Math.max(x1 - x0, y1 - y0);
  if (!(long > POINT)) return false;
  // what runs both ways round, as a figure of eight does, may add up to nothing: then it is looked at line by line
  return measureGround(ring) > LINE * long ** 2 || findStretch([ring]).length > LINE * long;
}

/** Whether holes leave anything of the ground around them: one that is the outline itself does not, nor do several that fill it. */
export function leavesGround([outer = [], ...holes]: SceneRings): boolean {
  if (holes.length === 0) return true;
  const [x0, y0, x1, y1] = boundPolygons([[outer]]);
  const ground = measureGround(outer);
  const limit = LINE * Math.max(x1 - x0, y1 - y0) ** 2;
  const inside = holes.filter((hole) => {
    const [left, bottom, right, top] = boundPolygons([[hole]]);
    return left >= x0 - POINT && bottom >= y0 - POINT && right <= x1 + POINT && top <= y1 + POINT;
  });
  const sizes = inside.map(measureGround);
  const left = [...sizes, sizes.reduce((sum, size) => sum + size, 0)].map((size) => Math.abs(ground - size));
  return left.every((rest) => rest > limit);
}

/** Area of a ring in square degrees, from its first corner: far from 0 a small one would drown in rounding. */
function measureGround(ring: readonly number[]): number {
  const [originX, originY] = [ring[0] ?? 0, ring[1] ?? 0];
  let twice = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    twice +=
      ((ring[at] ?? 0) - originX) * ((ring[at + 3] ?? 0) - originY) -
      ((ring[at + 2] ?? 0) - originX) * ((ring[at + 1] ?? 0) - originY);
  }
  return Math.abs(twice) / 2;
}

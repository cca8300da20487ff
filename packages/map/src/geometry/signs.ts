import type { SceneRings, SceneShape } from '../scene/scene.js';

/** Smallest drawn size of an area in scene units, and as a share of the usual size: a dense map is not full of dots. */
const [LEAST_SIZE, LEAST_SHARE] = [6, 0.5] as const;

/** Diameter of the dot that takes the place of a smaller area, in least sizes. */
const ENLARGED = 1.25;

/** Corners of a circle. */
const CORNERS = 24;

/**
 * Areas that would be too small to be found among the others as dots of a size that can; they come last, so that they
 * are drawn over their neighbours. What is usual is the middle one of all sizes.
 */
export function enlargeSmall(shapes: readonly SceneShape[]): readonly SceneShape[] {
  const sizes = Float64Array.from(shapes, measureSize).sort();
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const least = Math.min(LEAST_SIZE, usual * LEAST_SHARE);
  const small = shapes.filter((shape) => measureSize(shape) < least);
  if (small.length === 0) return shapes;
  const diameter = least * ENLARGED;
  return [
    ...shapes.filter((shape) => measureSize(shape) >= least),
    ...small.map((shape): SceneShape => ({ ...shape, sign: 'small', ...traceDot(shape.inner, diameter / 2) })),
  ];
}

/** A circle as the polygon and the bounds of a shape. */
export function traceDot(
  [x, y]: readonly [number, number],
  radius: number,
): { readonly polygons: readonly SceneRings[]; readonly bounds: SceneShape['bounds'] } {
  const ring: number[] = [];
  for (let corner = 0; corner < CORNERS; corner++) {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    ring.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  ring.push(ring[0] ?? 0, ring[1] ?? 0);
  return { polygons: [[ring]], bounds: [x - radius, y - radius, x + radius, y + radius] };
}

function measureSize({ bounds: [x0, y0, x1, y1] }: SceneShape): number {
  return Math.max(x1 - x0, y1 - y0);
}

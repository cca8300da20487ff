import type { SceneRings, SceneShape } from '../scene/scene.js';
import { findInnerPoint } from './inner-point.js';
import { isInsidePolygon, measureRing } from './ring.js';

/**
 * Shapes in an order in which none hides another that lies within it: an enclave comes after what encloses it. Ground
 * that is wholly inside another is cut out of that, so that it is not under its neighbour's fill, pattern or pointer,
 * whatever draws them. All other shapes stay where they are.
 */
export function layNested(shapes: readonly SceneShape[]): readonly SceneShape[] {
  const nested = findNested(shapes);
  if (nested.length === 0) return shapes;
  const cut = new Map<number, readonly SceneRings[]>();
  for (const { outer, inner } of nested) {
    const [around, within] = [shapes[outer], shapes[inner]];
    if (around && within) cut.set(outer, within.polygons.reduce(cutOut, cut.get(outer) ?? around.polygons));
  }
  const last = new Set(nested.map(({ inner }) => inner));
  const order = [...shapes.keys()].filter((index) => !last.has(index));
  return [...order, ...last].flatMap((index) => {
    const [shape, polygons] = [shapes[index], cut.get(index)];
    if (!shape) return [];
    return polygons && polygons !== shape.polygons ? [withGround(shape, polygons)] : [shape];
  });
}

interface Nested {
  readonly outer: number;
  readonly inner: number;
}

/** Which shapes lie within which, the largest inner ones first: by their boxes, from left to right, then by a point. */
function findNested(shapes: readonly SceneShape[]): readonly Nested[] {
  const box = (index: number): SceneShape['bounds'] => shapes[index]?.bounds ?? [0, 0, 0, 0];
  const fromLeft = [...shapes.keys()].sort((a, b) => box(a)[0] - box(b)[0] || box(b)[2] - box(a)[2]);
  const found: Nested[] = [];
  let open: number[] = [];
  for (const index of fromLeft) {
    const [x0, y0, x1, y1] = box(index);
    open = open.filter((other) => box(other)[2] >= x0);
    for (const other of open) {
      const [, top, right, bottom] = box(other);
      if (right < x1 || top > y0 || bottom < y1) continue;
      // of two with the same box the one with less ground lies within
      const [outer, inner] =
        measureGround(shapes[other]) >= measureGround(shapes[index]) ? [other, index] : [index, other];
      if (coversInner(shapes[outer], shapes[inner])) found.push({ outer, inner });
    }
    open.push(index);
  }
  return found.sort((a, b) => measureGround(shapes[b.inner]) - measureGround(shapes[a.inner]));
}

function coversInner(outer: SceneShape | undefined, inner: SceneShape | undefined): boolean {
  if (!outer || !inner) return false;
  const [x, y] = inner.inner;
  return outer.polygons.some((polygon) => isInsidePolygon(polygon, x, y));
}

function measureGround(shape: SceneShape | undefined): number {
  return (shape?.polygons ?? []).reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(measureRing(outer)) - holes.reduce((some, hole) => some + Math.abs(measureRing(hole)), 0),
    0,
  );
}

/** Ground without a polygon that lies wholly inside one of its own; the ground as it is where none holds all of it. */
function cutOut(ground: readonly SceneRings[], [ring]: SceneRings): readonly SceneRings[] {
  const at = ring === undefined ? -1 : ground.findIndex((polygon) => holdsRing(polygon, ring));
  return at < 0 || ring === undefined
    ? ground
    : ground.map((polygon, index) => (index === at ? [...polygon, ring] : polygon));
}

function holdsRing(polygon: SceneRings, ring: readonly number[]): boolean {
  for (let index = 0; index + 1 < ring.length; index += 2)
    if (!isInsidePolygon(polygon, ring[index] ?? 0, ring[index + 1] ?? 0)) return false;
  return ring.length > 0;
}

/** Its name must not stand on what was cut out. */
function withGround({ code, name, group, bounds }: SceneShape, polygons: readonly SceneRings[]): SceneShape {
  let inner: SceneShape['inner'] | undefined;
  return {
    code,
    name,
    group,
    bounds,
    polygons,
    get inner() {
      return (inner ??= findInnerPoint(polygons));
    },
  };
}

import type { SceneRings } from '../../scene/scene.js';

const known = new WeakMap<readonly SceneRings[], Path2D>();

/** Rings as the path of a canvas; traced once, for as long as somebody has the rings. */
export function pathOf(polygons: readonly SceneRings[]): Path2D {
  let path = known.get(polygons);
  if (!path) known.set(polygons, (path = tracePolygons(polygons)));
  return path;
}

function tracePolygons(polygons: readonly SceneRings[]): Path2D {
  const path = new Path2D();
  for (const rings of polygons) {
    for (const ring of rings) {
      path.moveTo(ring[0] ?? 0, ring[1] ?? 0);
      // the last point repeats the first
      for (let at = 2; at + 3 < ring.length; at += 2) path.lineTo(ring[at] ?? 0, ring[at + 1] ?? 0);
      path.closePath();
    }
  }
  return path;
}

/** Strokes a path; nothing for a line without width. */
export function strokePath(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { color, width, dashed = false }: { readonly color: string; readonly width: number; readonly dashed?: boolean },
): void {
  if (width === 0) return;
  context.strokeStyle = color;
  context.lineWidth = width;
  if (dashed) context.setLineDash([3 * width, 2.5 * width]);
  context.stroke(path);
  if (dashed) context.setLineDash([]);
}

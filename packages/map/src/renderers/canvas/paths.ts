import type { SceneRings } from '../../scene/scene.js';

/** Makes rings the path of a canvas. */
export function tracePolygons(context: CanvasRenderingContext2D, polygons: readonly SceneRings[]): void {
  context.beginPath();
  for (const rings of polygons) {
    for (const ring of rings) {
      context.moveTo(ring[0] ?? 0, ring[1] ?? 0);
      // the last point repeats the first
      for (let at = 2; at + 3 < ring.length; at += 2) context.lineTo(ring[at] ?? 0, ring[at + 1] ?? 0);
      context.closePath();
    }
  }
}

/** Strokes the path of a canvas; nothing for a line without width. */
export function strokeLine(
  context: CanvasRenderingContext2D,
  { color, width, dashed = false }: { readonly color: string; readonly width: number; readonly dashed?: boolean },
): void {
  if (width === 0) return;
  context.strokeStyle = color;
  context.lineWidth = width;
  if (dashed) context.setLineDash([3 * width, 2.5 * width]);
  context.stroke();
  if (dashed) context.setLineDash([]);
}

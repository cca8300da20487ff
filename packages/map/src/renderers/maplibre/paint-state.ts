import type { AreaPaint } from '../../scene/scene.js';

/** An area's colours as maplibre keeps them per feature; the style's expressions read these names. */
export interface PaintState {
  readonly fill: string;
  readonly stroke: string;
}

/** Drawn by nothing. */
export const clear = 'rgba(0,0,0,0)';

/**
 * Whether an outline is unlike most others, dashed or of another width, and so drawn apart. Every value that is feature
 * state costs every area its time, vertex by vertex, at each recolouring: only colours are.
 */
export function hasSpecialOutline({ dashed, strokeWidth }: AreaPaint, usualWidth: number): boolean {
  return dashed || strokeWidth !== usualWidth;
}

/** The state that draws a paint. Colours are final: a dimmed area has its faint ones already. */
export function toPaintState(paint: AreaPaint, usualWidth: number): PaintState {
  return { fill: paint.fill, stroke: hasSpecialOutline(paint, usualWidth) ? clear : paint.stroke };
}

/** Whether two paints have the same state. */
export function looksSame(a: AreaPaint, b: AreaPaint, usualWidth: number): boolean {
  if (a === b) return true;
  const [before, after] = [toPaintState(a, usualWidth), toPaintState(b, usualWidth)];
  return before.fill === after.fill && before.stroke === after.stroke;
}

/** The width most solid outlines have; 1 where there are none. */
export function findUsualWidth(paints: readonly AreaPaint[]): number {
  const counts = new Map<number, number>();
  for (const { dashed, strokeWidth } of paints) {
    if (!dashed) counts.set(strokeWidth, (counts.get(strokeWidth) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? 1;
}

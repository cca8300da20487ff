import type { AreaPaint } from '../../scene/scene.js';
import { type Placement, toWorldSize } from './project.js';

/** An area's colours as maplibre keeps them per feature; the style's expressions read these names. */
export interface PaintState {
  readonly fill: string;
  readonly stroke: string;
  /** Width of the outline at zoom 0; zero in the layer that the outline is not drawn by. */
  readonly solid: number;
  readonly dashed: number;
}

/** The state that draws a paint. Colours are final: a dimmed area has its faint ones already. */
export function toPaintState({ fill, stroke, strokeWidth, dashed }: AreaPaint, placement: Placement): PaintState {
  const width = toWorldSize(strokeWidth, placement);
  return { fill, stroke, solid: dashed ? 0 : width, dashed: dashed ? width : 0 };
}

/** Whether two paints have the same state; patterns are drawn apart, and words are not drawn. */
export function looksSame(a: AreaPaint, b: AreaPaint): boolean {
  return (
    a === b ||
    (a.fill === b.fill && a.stroke === b.stroke && a.strokeWidth === b.strokeWidth && a.dashed === b.dashed)
  );
}

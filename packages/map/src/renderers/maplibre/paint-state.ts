import type { AreaPaint, PatternName } from '../../scene/scene.js';
import { type Placement, toWorldSize } from './project.js';

/** How much of its own colour an area outside the filter keeps. */
export const dimmedOpacity = 0.25;

/** An area's colours as maplibre keeps them per feature; the style's expressions read these names. */
export interface PaintState {
  readonly fill: string;
  readonly stroke: string;
  /** Width of the outline at zoom 0; zero in the layer that the outline is not drawn by. */
  readonly solid: number;
  readonly dashed: number;
  readonly pattern: PatternName | '';
  readonly ink: string;
}

/** The state that draws a paint. */
export function toPaintState(paint: AreaPaint, placement: Placement): PaintState {
  const width = toWorldSize(paint.strokeWidth, placement);
  const opacity = paint.dimmed ? dimmedOpacity : 1;
  return {
    fill: fade(paint.fill, opacity),
    stroke: fade(paint.stroke, opacity),
    solid: paint.dashed ? 0 : width,
    dashed: paint.dashed ? width : 0,
    pattern: paint.pattern ?? '',
    ink: fade(paint.patternColor, opacity),
  };
}

/** Whether two paints look the same; what they say to a reader is not drawn. */
export function looksSame(a: AreaPaint, b: AreaPaint): boolean {
  return (
    a === b ||
    (a.fill === b.fill &&
      a.pattern === b.pattern &&
      a.patternColor === b.patternColor &&
      a.stroke === b.stroke &&
      a.strokeWidth === b.strokeWidth &&
      a.dashed === b.dashed &&
      a.dimmed === b.dimmed)
  );
}

/** A `#rrggbb` colour with an opacity; any other colour as it is. */
export function fade(color: string, opacity: number): string {
  if (opacity >= 1 || !/^#[\da-f]{6}$/i.test(color)) return color;
  return `${color}${Math.round(opacity * 255).toString(16).padStart(2, '0')}`;
}

import type { GlyphShape } from '../scene/scene.js';

const circle = Array.from({ length: 33 }, (_, i) => [
  Math.cos((i * Math.PI) / 16) / 2,
  Math.sin((i * Math.PI) / 16) / 2,
]);

/** Each sign as a closed ring in a box of one by one around (0,0), the same for every renderer. */
export const GLYPH_RINGS: Readonly<Record<GlyphShape, readonly number[]>> = {
  triangle: [0, -0.5, 0.5, 0.5, -0.5, 0.5, 0, -0.5],
  diamond: [0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0, 0, -0.5],
  circle: circle.flat(),
  check: [-0.5, 0.02, -0.34, -0.14, -0.14, 0.06, 0.34, -0.42, 0.5, -0.26, -0.14, 0.38, -0.5, 0.02],
};

/** A sign's ring in scene units: flat x0,y0,x1,y1,… closed. */
export function traceGlyph(glyph: {
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): readonly number[] {
  return GLYPH_RINGS[glyph.shape].map((value, index) => (index % 2 === 0 ? glyph.x : glyph.y) + value * glyph.size);
}

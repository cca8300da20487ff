import type { SceneGlyph, SceneRings } from '../../scene/scene.js';

const circle = Array.from({ length: 33 }, (_, i) => [Math.cos((i * Math.PI) / 16) / 2, Math.sin((i * Math.PI) / 16) / 2]);

/** Outlines in a box of one by one around (0,0), closed. */
const outlines: Readonly<Record<SceneGlyph['shape'], readonly number[]>> = {
  triangle: [0, -0.5, 0.5, 0.5, -0.5, 0.5, 0, -0.5],
  diamond: [0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0, 0, -0.5],
  circle: circle.flat(),
  check: [-0.5, 0.02, -0.34, -0.14, -0.14, 0.06, 0.34, -0.42, 0.5, -0.26, -0.14, 0.38, -0.5, 0.02],
};

/** The ring a glyph is drawn with, in scene units. */
export function toGlyphRings({ shape, x, y, size }: SceneGlyph): SceneRings {
  return [outlines[shape].map((value, i) => (i % 2 === 0 ? x : y) + value * size)];
}

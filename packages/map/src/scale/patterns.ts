import type { PatternName } from '../scene/scene.js';
import { readHex } from './contrast.js';
import type { Hex } from './contrast.js';

/** One tile of a pattern that repeats in both directions. Lengths in scene units. */
export interface PatternTile {
  /** Width and height of the tile. */
  readonly size: number;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  readonly strokes: readonly PatternStroke[];
}

interface PatternStroke {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

const stroke = (x0: number, y0: number, x1: number, y1: number, width: number): PatternStroke => ({
  x0,
  y0,
  x1,
  y1,
  width,
});

/**
 * The drawing of each pattern, the same for every renderer. Strokes run past the tile's edges, so that the repeats
 * join without a notch; what lies outside is cut off.
 */
export const PATTERNS: Readonly<Record<PatternName, PatternTile>> = {
  dots: {
    size: 6,
    dots: [
      { x: 1.5, y: 1.5, radius: 0.8 },
      { x: 4.5, y: 4.5, radius: 0.8 },
    ],
    strokes: [],
  },
  hatch: { size: 6, dots: [], strokes: [stroke(-1, 1, 1, -1, 1), stroke(-1, 7, 7, -1, 1), stroke(5, 7, 7, 5, 1)] },
  falling: { size: 6, dots: [], strokes: [stroke(-1, 5, 1, 7, 1), stroke(-1, -1, 7, 7, 1), stroke(5, -1, 7, 1, 1)] },
  cross: {
    size: 8,
    dots: [],
    strokes: [
      stroke(-1, 1, 1, -1, 1),
      stroke(-1, 9, 9, -1, 1),
      stroke(7, 9, 9, 7, 1),
      stroke(-1, -1, 9, 9, 1),
      stroke(7, -1, 9, 1, 1),
      stroke(-1, 7, 1, 9, 1),
    ],
  },
  lines: { size: 6, dots: [], strokes: [stroke(-1, 3, 7, 3, 1)] },
};

/** A square picture of `size × size` pixels, four bytes each: red, green, blue, alpha. */
export interface PatternPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * One tile as pixels on a transparent ground, edges smoothed: for renderers that want pictures.
 *
 * @param color of dots and strokes
 * @param scale pixels for each scene unit, above 0: the device pixel ratio
 *
 * @example map.addImage('dots', patternPixels('dots', '#5b6678', 2), { pixelRatio: 2 });
 */
export function patternPixels(name: PatternName, color: Hex, scale: number): PatternPixels {
  const tile = PATTERNS[name];
  const side = Math.max(1, Math.round(tile.size * scale));
  const unit = tile.size / side;
  const [red, green, blue] = readHex(color);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const alpha = coverAt(tile, (column + 0.5) * unit, (row + 0.5) * unit, unit);
      data.set([red, green, blue, Math.round(alpha * 255)], (row * side + column) * 4);
    }
  }
  return { width: side, height: side, data };
}

/** How much of a pixel of width `unit` at x, y is covered, 0…1: the edge is a ramp one pixel wide. */
function coverAt(tile: PatternTile, x: number, y: number, unit: number): number {
  const inside = [
    ...tile.dots.map((dot) => dot.radius - Math.hypot(x - dot.x, y - dot.y)),
    ...tile.strokes.map((line) => line.width / 2 - measureDistance(line, x, y)),
  ];
  const deepest = inside.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Math.min(1, Math.max(0, deepest / unit + 0.5));
}

function measureDistance({ x0, y0, x1, y1 }: PatternStroke, x: number, y: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

import { traceGlyph } from '../../scale/glyph-shapes.js';
import type { Scene, SceneText } from '../../scene/scene.js';
import { BASELINE, familiesOf, HALO_WIDTH } from '../text-style.js';
import type { OutlineLayer } from './outline-layer.js';
import { pathOf, strokePath } from './paths.js';
import type { PatternTiles } from './pattern-tile.js';
import type { Placing } from './placing.js';

/** What one picture keeps from one painting to the next. */
export interface Kept {
  readonly patterns: PatternTiles;
  readonly outlines: OutlineLayer;
}

type Bounds = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Paints a scene as the svg has it, element for element in the same order: areas one after the other, each filled and
 * lined. (One path for all areas of a colour looks cheaper and is many times slower: browsers copy a path as it grows.)
 */
export function paintScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  placing: Placing,
  { patterns, outlines }: Kept,
): void {
  const { scale, left, top, width, height } = placing;
  const { layout, paints, glyphs, texts, background } = scene;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, left, top);
  context.fillStyle = background;
  context.fillRect(0, 0, layout.width, layout.height);
  const seen: Bounds = [-left / scale, -top / scale, (width - left) / scale, (height - top) / scale];
  context.lineJoin = 'round';
  for (const [index, { polygons, bounds }] of layout.areas.entries()) {
    const paint = paints[index];
    if (!paint || !isSeen(bounds, seen, paint.strokeWidth)) continue;
    const path = pathOf(polygons);
    context.fillStyle = patterns.fillOf(paint, context, scale);
    context.fill(path, 'evenodd');
    strokePath(context, path, { color: paint.stroke, width: paint.strokeWidth, dashed: paint.dashed });
  }
  outlines.layOver(context, scene, placing);
  for (const glyph of glyphs) {
    const path = pathOf([[traceGlyph(glyph)]]);
    context.fillStyle = glyph.fill;
    context.fill(path);
    strokePath(context, path, { color: glyph.stroke, width: 1 });
  }
  const families = familiesOf(scene);
  for (const text of texts) writeText(context, text, families);
}

function isSeen([x0, y0, x1, y1]: Bounds, seen: Bounds, line: number): boolean {
  return x1 + line >= seen[0] && y1 + line >= seen[1] && x0 - line <= seen[2] && y0 - line <= seen[3];
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

function writeText(
  context: CanvasRenderingContext2D,
  { text, x, y, size, weight, color, anchor, halo }: SceneText,
  families: string,
): void {
  context.font = `${weight} ${size}px ${families}`;
  context.textAlign = ALIGN[anchor];
  context.textBaseline = 'alphabetic';
  const baseline = y + BASELINE * size;
  if (halo !== null) {
    context.strokeStyle = halo;
    context.lineWidth = HALO_WIDTH;
    context.strokeText(text, x, baseline);
  }
  context.fillStyle = color;
  context.fillText(text, x, baseline);
}

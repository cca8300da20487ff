import { PATTERNS, type PatternTile } from '../../scale/patterns.js';
import type { AreaPaint, PatternName } from '../../scene/scene.js';
import { fitCamera, scaleAtZoom, type Box, type Placement } from './project.js';

/**
 * Where a pattern lies and how large it is drawn. maplibre lays patterns out from the corner of the world and keeps
 * them at one size from each whole zoom to the next; an svg lays them out from its own corner, at the scene's scale.
 */
export interface PatternPlace {
  readonly name: PatternName;
  /** `#rrggbb`. */
  readonly color: string;
  /** How far the scene's corner lies into a period, in scene units. */
  readonly phase: readonly [x: number, y: number];
  /** Device pixels in a scene unit when the scene fits: what edges are smoothed for. */
  readonly sharpness: number;
  /** What maplibre calls the pixel ratio: texels for each CSS pixel at a whole zoom. */
  readonly pixelRatio: number;
  /** Names the picture in the style: the same pattern elsewhere is another picture. */
  readonly image: string;
}

/**
 * Texels in a device pixel. Coverage is worked out for whole device pixels around every texel, so that wherever a pixel
 * falls between texels it finds its own coverage, and not one that was blurred or sharpened on the way.
 */
const texelsPerPixel = 4;

/** What a pattern in a colour is known by; a picture cannot be coloured afterwards, so each colour has its own. */
export function toPatternKey({ pattern, patternColor }: Pick<AreaPaint, 'pattern' | 'patternColor'>): string {
  return pattern === null ? '' : `${pattern} ${patternColor}`;
}

/** Places a pattern so that in the picture fitted to a box it lies and measures as in the svg. */
export function placePattern(
  { name, color }: { readonly name: PatternName; readonly color: string },
  { placement, box, pixelRatio }: { readonly placement: Placement; readonly box: Box; readonly pixelRatio: number },
): PatternPlace {
  const { size } = PATTERNS[name];
  const { zoom } = fitCamera(placement, box);
  const phase = [wrap(placement.west * placement.scale, size), wrap(placement.north * placement.scale, size)] as const;
  // quarters: a box that is dragged larger need not draw its patterns anew at every step
  const sharpness = Math.max(0.5, Math.round(scaleAtZoom(placement, zoom) * pixelRatio * 4) / 4);
  const texels = sharpness * texelsPerPixel * scaleAtZoom(placement, Math.floor(zoom)) ** -1;
  const numbers = [...phase, sharpness, texels].map((value) => value.toFixed(3));
  return { name, color, phase, sharpness, pixelRatio: texels, image: [name, color, ...numbers].join(' ') };
}

/** One period of a pattern, moved by its phase: RGBA, row by row, edges smoothed. */
export function drawPattern({ name, color, phase, sharpness }: PatternPlace): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
} {
  const tile = PATTERNS[name];
  const side = Math.round(tile.size * sharpness * texelsPerPixel);
  const unit = tile.size / side;
  const paint = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const data = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    const y = wrap((row + 0.5) * unit - phase[1], tile.size);
    for (let column = 0; column < side; column += 1) {
      const x = wrap((column + 0.5) * unit - phase[0], tile.size);
      const cover = Math.min(1, Math.max(0, measureDepth(tile, x, y) * sharpness + 0.5));
      data.set([...paint, Math.round(cover * 255)], (row * side + column) * 4);
    }
  }
  return { width: side, height: side, data };
}

function wrap(value: number, period: number): number {
  const rest = ((value % period) + period) % period;
  return period - rest < 1e-6 ? 0 : rest;
}

/** How deep a point is inside the pattern, in scene units; outside it is negative. */
function measureDepth({ size, dots, strokes }: PatternTile, x: number, y: number): number {
  let deepest = Number.NEGATIVE_INFINITY;
  for (const dx of [-size, 0, size]) {
    for (const dy of [-size, 0, size]) {
      const at = { x: x + dx, y: y + dy };
      for (const dot of dots) deepest = Math.max(deepest, dot.radius - Math.hypot(at.x - dot.x, at.y - dot.y));
      for (const line of strokes) deepest = Math.max(deepest, line.width / 2 - measureDistance(line, at));
    }
  }
  return deepest;
}

function measureDistance(
  { x0, y0, x1, y1 }: PatternTile['strokes'][number],
  { x, y }: { readonly x: number; readonly y: number },
): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

import { PATTERNS, type PatternTile } from '../../scale/patterns.js';
import type { PatternName } from '../../scene/scene.js';
import type { Placement } from './project.js';

/** One period of a pattern as distances to its edge, which maplibre draws crisp at any scale and in any colour. */
export interface PatternField {
  readonly width: number;
  readonly height: number;
  /** RGBA; only alpha says something: 192 at the edge, 32 more for every texel inwards. */
  readonly data: Uint8Array;
}

/** Texels of the field in one scene unit: enough for dots and hairlines of a pixel. */
const resolution = 4;
/** maplibre's convention for distance fields: the edge at 192 of 256, eight texels to the full range. */
const edge = 192;
const step = 256 / 8;

/**
 * Where a pattern lies and how large it is drawn. maplibre lays patterns out from the corner of the world and keeps
 * them at one size from each whole zoom to the next; an svg lays them out from its own corner, at the scene's scale.
 */
export interface PatternPlace {
  readonly name: PatternName;
  /** How far the scene's corner lies into a period, in scene units. */
  readonly phase: readonly [x: number, y: number];
  /** What maplibre calls the pixel ratio: texels for each CSS pixel at a whole zoom. */
  readonly pixelRatio: number;
  /** Names the picture in the style: the same pattern elsewhere is another picture. */
  readonly image: string;
}

/** Places a pattern so that at the zoom of a fit it lies and measures as in the svg picture. */
export function placePattern(name: PatternName, placement: Placement, fitZoom: number): PatternPlace {
  const { size } = PATTERNS[name];
  const phase = [wrap(placement.west * placement.scale, size), wrap(placement.north * placement.scale, size)] as const;
  const pixelRatio = resolution * 2 ** (placement.zoom - Math.floor(fitZoom));
  return { name, phase, pixelRatio, image: `${name} ${phase.map((value) => value.toFixed(3)).join(' ')} ${pixelRatio.toFixed(4)}` };
}

/** Draws one period of a pattern, moved by its phase, as a signed distance field. */
export function drawPatternField({ name, phase }: Pick<PatternPlace, 'name' | 'phase'>): PatternField {
  const tile = PATTERNS[name];
  const side = tile.size * resolution;
  const data = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    const y = wrap((row + 0.5) / resolution - phase[1], tile.size);
    for (let column = 0; column < side; column += 1) {
      const x = wrap((column + 0.5) / resolution - phase[0], tile.size);
      const value = edge + measureDepth(tile, x, y) * resolution * step;
      data.set([255, 255, 255, Math.round(Math.min(255, Math.max(0, value)))], (row * side + column) * 4);
    }
  }
  return { width: side, height: side, data };
}

function wrap(value: number, period: number): number {
  return ((value % period) + period) % period;
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

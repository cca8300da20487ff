import { pickReadable } from '../scale/contrast.js';
import type { LightSign, Surface, Theme } from '../scale/themes.js';
import type { AreaFacts } from './area-facts.js';
import type { AreaPaint, LegendBasis, SceneGlyph, SceneLayout } from './scene.js';

export interface GlyphOptions {
  readonly layout: SceneLayout;
  readonly facts: readonly AreaFacts[];
  readonly paints: readonly AreaPaint[];
  readonly surfaces: readonly Surface[];
  readonly level: 'township' | 'village';
  readonly basis: LegendBasis;
  readonly theme: Theme;
  /** 1 for standard type, more for larger. */
  readonly scale: number;
}

/** Smallest sign whose shape can be told apart. */
const LEAST_SIZE = 7;

/** The light of every area that has one, as a shape in the tile's lower corner, or beside a polygon's inner point. */
export function placeGlyphs(options: GlyphOptions): readonly SceneGlyph[] {
  const { layout, facts, paints, surfaces, basis, theme } = options;
  if (basis === 'rollout' || basis === 'started' || basis === 'change') return [];
  const glyphs: SceneGlyph[] = [];
  for (const [index, area] of facts.entries()) {
    const shape = layout.areas[index];
    const surface = surfaces[index];
    if (!shape || !surface || paints[index]?.dimmed) continue;
    const place = placeGlyph(shape, options, basis === 'lights');
    const light = place && area.light;
    if (!place || !light) continue;
    const sign: LightSign = theme.lights[light];
    glyphs.push({
      code: shape.code,
      shape: sign.shape,
      ...place,
      fill: sign.fill,
      stroke: pickReadable(surface.fill, sign.edges),
    });
  }
  return glyphs;
}

function placeGlyph(
  { bounds, room: free, inner }: SceneLayout['areas'][number],
  { layout, level, scale }: GlyphOptions,
  large: boolean,
): Pick<SceneGlyph, 'x' | 'y' | 'size'> | undefined {
  const [x0, y0, x1, y1] = free ?? bounds;
  const room = Math.min(x1 - x0, y1 - y0);
  if (layout.projection.kind !== 'tiles') {
    const size = Math.min((large ? 14 : 10) * scale, room * 0.5);
    return size < LEAST_SIZE ? undefined : { x: inner[0], y: large ? inner[1] : inner[1] + 14 * scale, size };
  }
  if (room < 24) return room * 0.6 < LEAST_SIZE ? undefined : { x: inner[0], y: inner[1], size: room * 0.6 };
  const size = (large ? 14 : 10) * scale;
  if (level === 'township') {
    const corner = 14 * scale;
    return { x: x1 - 12 * scale - corner / 2, y: y0 + 20 * scale, size: corner };
  }
  if (large) return { x: (x0 + x1) / 2, y: y1 - 4 - size / 2, size };
  return { x: x0 + 5 + size / 2, y: y1 - 4 * scale - size / 2, size };
}

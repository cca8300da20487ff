import type { Dress, Wardrobe } from '../../../archive/dress-tile.js';
import type { AreaPaint, Scene, SceneTiles } from '../../../scene/scene.js';
import { inkOfScene } from '../../scene-ink.js';
import { toLineWidth } from '../features.js';
import { hasSpecialOutline, toPaintState } from '../paint-state.js';
import { toPatternKey } from '../pattern-image.js';
import type { Placement } from '../project.js';

interface Context {
  readonly placement: Placement;
  readonly usualWidth: number;
  /** So many areas that their edges are hairlines. */
  readonly hairlines: boolean;
}

/** How the features of a scene's tiles are painted, by layer and code. */
export function chooseDresses(scene: Scene, tiles: SceneTiles, context: Context): Wardrobe {
  const dresses = new Dresses(context);
  const areas = new Map<string, Dress>();
  scene.layout.areas.forEach(({ code }, index) => {
    const paint = scene.paints[index];
    if (paint) areas.set(code, dresses.of(paint));
  });
  const dressed = new Map<string, (code: string) => Dress | null>([
    [tiles.areas.layer, (code) => areas.get(code) ?? null],
  ]);
  if (tiles.groups) dressed.set(tiles.groups.layer, dressGroups(scene, dresses, context));
  if (tiles.areas.points) {
    const named = new Set(scene.texts.filter(({ role }) => role === 'name').map(({ code }) => code));
    dressed.set(tiles.areas.points.layer, (code) => (areas.has(code) && !named.has(code) ? PLAIN : null));
  }
  return { dressed, plain: new Set() };
}

const PLAIN: Dress = {};

/** Groups have a line around them, and, while their areas are too small to be seen, the look of most of them. */
function dressGroups(
  scene: Scene,
  dresses: Dresses,
  { placement, hairlines }: Context,
): (code: string) => Dress | null {
  const { outline, outlineWidth } = inkOfScene(scene);
  const { width, most } = toLineWidth(outlineWidth, placement);
  // among very many areas a line that grew with the zoom would be as wide as they are
  const line: Dress = { groupColor: outline, groupWidth: width, groupMost: hairlines ? outlineWidth : most };
  const shown = new Map<string, Dress>(scene.layout.outlines.map(({ group }) => [group, line]));
  const lined = new Map<Dress, Dress>();
  scene.overview?.layout.areas.forEach(({ code }, index) => {
    const paint = scene.overview?.paints[index];
    if (!paint) return;
    const dress = dresses.of(paint);
    const both = lined.get(dress) ?? { ...dress, ...line };
    lined.set(dress, both);
    shown.set(code, both);
  });
  return (code) => shown.get(code) ?? null;
}

/** Dresses by look: areas that look the same share one. */
class Dresses {
  readonly #context: Context;
  readonly #known = new Map<string, Dress>();

  constructor(context: Context) {
    this.#context = context;
  }

  of(paint: AreaPaint): Dress {
    const { fill, stroke, strokeWidth, dashed, pattern, patternColor } = paint;
    const look = [fill, stroke, strokeWidth, dashed, pattern, patternColor].join();
    const known = this.#known.get(look) ?? this.#make(paint);
    this.#known.set(look, known);
    return known;
  }

  #make(paint: AreaPaint): Dress {
    const { placement, usualWidth } = this.#context;
    const { width, most } = toLineWidth(paint.strokeWidth, placement);
    const { pattern, patternColor } = paint;
    return {
      ...toPaintState(paint, usualWidth),
      ...toLineWidth(usualWidth, placement),
      ...(pattern !== null && { pattern: toPatternKey({ pattern, patternColor }) }),
      ...(hasSpecialOutline(paint, usualWidth) && {
        edgeColor: paint.stroke,
        dashed: paint.dashed ? 1 : 0,
        edgeWidth: width,
        edgeMost: most,
      }),
    };
  }
}

import type { Scene } from '../../scene/scene.js';
import type { FeatureIds } from './feature-ids.js';
import { type Feature, type FeatureCollection, toMultiPolygon } from './features.js';
import type { MaplibreMap } from './maplibre-types.js';
import { drawPattern, type PatternPlace, placePattern, toPatternKey } from './pattern-image.js';
import type { Box, Placement } from './project.js';
import { setSourceData, updateSourceData } from './source-data.js';
import { setPatternLayers, sources } from './style.js';

/** What the scene is shown on. */
export interface Display {
  readonly box: Box;
  readonly pixelRatio: number;
}

interface Context {
  readonly placement: Placement;
  readonly ids: FeatureIds;
  readonly display: Display;
}

/**
 * Patterned areas: a source of their own, and a layer for each pattern in each colour.
 *
 * maplibre can paint neither the choice of a pattern nor its colour by feature state. So the areas that have a pattern
 * are drawn a second time, over their fills, from a source that only ever holds those; where nothing is patterned,
 * patterns cost nothing. They follow a recolouring by the few frames that the worker takes.
 */
export class PatternContent {
  readonly #places = new Map<string, PatternPlace>();
  /** Pattern by area code, as the source has it. */
  #shown = new Map<string, string>();

  /** What the source is to hold for a scene. */
  collect(scene: Scene, context: Context): FeatureCollection {
    this.#shown = findPatterned(scene);
    return { type: 'FeatureCollection', features: this.#build(scene, context, () => true) };
  }

  /** The layers a scene needs, by pattern and colour, each with the picture it is filled with. */
  findImages({ paints, legend }: Scene, { placement, display }: Context): Map<string, string> {
    const images = new Map<string, string>();
    const swatches = [...legend.classes, ...legend.nothings].map(({ paint }) => paint);
    for (const { pattern, patternColor } of [...paints, ...swatches]) {
      if (pattern === null) continue;
      const key = toPatternKey({ pattern, patternColor });
      if (images.has(key)) continue;
      const place = placePattern({ name: pattern, color: patternColor }, { placement, ...display });
      this.#places.set(place.image, place);
      images.set(key, place.image);
    }
    return images;
  }

  /** Draws a pattern's picture when a layer first asks for it. */
  addImage(map: MaplibreMap, image: string): void {
    const place = this.#places.get(image);
    if (!place || map.hasImage(image)) return;
    map.addImage(image, drawPattern(place), { pixelRatio: place.pixelRatio });
  }

  /** Makes a map show the patterns of a scene. */
  update(map: MaplibreMap, scene: Scene, context: Context & { readonly layoutChanged: boolean }): void {
    setPatternLayers(map, this.findImages(scene, context));
    if (context.layoutChanged) {
      setSourceData(map, sources.patterns, this.collect(scene, context));
      return;
    }
    const before = this.#shown;
    this.#shown = findPatterned(scene);
    const add = this.#build(scene, context, (code) => !before.has(code));
    const remove = [...before.keys()].filter((code) => !this.#shown.has(code)).map((code) => context.ids.of(code));
    const update = [...this.#shown]
      .filter(([code, pattern]) => before.has(code) && before.get(code) !== pattern)
      .map(([code, value]) => ({ id: context.ids.of(code), addOrUpdateProperties: [{ key: 'pattern', value }] }));
    if (add.length + remove.length + update.length > 0) updateSourceData(map, sources.patterns, { add, remove, update });
  }

  #build({ layout }: Scene, { placement, ids }: Context, wanted: (code: string) => boolean): Feature[] {
    return layout.areas.flatMap(({ code, polygons }): Feature[] => {
      const pattern = this.#shown.get(code);
      if (pattern === undefined || !wanted(code)) return [];
      return [{ type: 'Feature', id: ids.of(code), properties: { pattern }, geometry: toMultiPolygon(polygons, placement) }];
    });
  }
}

function findPatterned({ layout, paints }: Scene): Map<string, string> {
  const patterned = new Map<string, string>();
  layout.areas.forEach(({ code }, i) => {
    const paint = paints[i];
    if (paint && paint.pattern !== null) patterned.set(code, toPatternKey(paint));
  });
  return patterned;
}

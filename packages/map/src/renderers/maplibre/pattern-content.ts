import type { Scene } from '../../scene/scene.js';
import { AreaOverlay, type OverlayContext } from './area-overlay.js';
import type { FeatureCollection } from './features.js';
import type { MaplibreMap } from './maplibre-types.js';
import { drawPattern, type PatternPlace, placePattern, toPatternKey } from './pattern-image.js';
import type { Box } from './project.js';
import { setPatternLayers, sources } from './style.js';

/** What the scene is shown on. */
export interface Display {
  readonly box: Box;
  readonly pixelRatio: number;
}

type Context = OverlayContext & { readonly display: Display };

/**
 * Patterned areas, drawn a second time over their fills: a layer for each pattern in each colour, because maplibre can
 * paint neither by feature state. Where nothing is patterned, patterns cost nothing.
 */
export class PatternContent {
  readonly #overlay = new AreaOverlay(sources.patterns, 'areas', (paint) =>
    paint.pattern === null ? null : { pattern: toPatternKey(paint) },
  );
  readonly #places = new Map<string, PatternPlace>();

  /** What the source is to hold for a scene. */
  collect(scene: Scene, context: Context): FeatureCollection {
    return this.#overlay.collect(scene, context);
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
  update(map: MaplibreMap, scene: Scene, context: Context & { readonly reset: boolean }): void {
    setPatternLayers(map, this.findImages(scene, context), scene.layout.source?.areas);
    // areas that come as tiles bring their patterns with them
    if (!scene.layout.source) this.#overlay.update(map, scene, context);
  }
}

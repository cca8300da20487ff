import type { AreaPaint, Scene } from '../../scene/scene.js';
import type { FeatureIds } from './feature-ids.js';
import { type Feature, type FeatureCollection, toLineString, toMultiPolygon } from './features.js';
import type { MaplibreMap } from './maplibre-types.js';
import type { Placement } from './project.js';
import { setSourceData, updateSourceData } from './source-data.js';

type Properties = Readonly<Record<string, string | number>>;

export interface OverlayContext {
  readonly placement: Placement;
  readonly ids: FeatureIds;
}

/**
 * Some of the areas, drawn once more over the others from a source of their own: what is special about them is a matter
 * of properties, which maplibre cannot change by feature state, or only at a price that every area would pay.
 *
 * What changes from scene to scene is sent as a difference. It is seen when the worker is done, a few frames after the
 * colours.
 */
export class AreaOverlay {
  readonly #source: string;
  readonly #geometry: 'areas' | 'lines';
  readonly #describe: (paint: AreaPaint, context: OverlayContext) => Properties | null;
  /** Properties by area code, as the source has them. */
  #shown = new Map<string, Properties>();

  /** @param describe the properties of an area that is to be drawn, `null` for the others */
  constructor(
    source: string,
    geometry: 'areas' | 'lines',
    describe: (paint: AreaPaint, context: OverlayContext) => Properties | null,
  ) {
    this.#source = source;
    this.#geometry = geometry;
    this.#describe = describe;
  }

  /** What the source is to hold for a scene. */
  collect(scene: Scene, context: OverlayContext): FeatureCollection {
    this.#shown = this.#select(scene, context);
    return { type: 'FeatureCollection', features: this.#build(scene, context, () => true) };
  }

  /** Makes a map show the areas of a scene that are special. */
  update(map: MaplibreMap, scene: Scene, context: OverlayContext & { readonly reset: boolean }): void {
    if (context.reset) {
      setSourceData(map, this.#source, this.collect(scene, context));
      return;
    }
    const { ids } = context;
    const before = this.#shown;
    this.#shown = this.#select(scene, context);
    const add = this.#build(scene, context, (code) => !before.has(code));
    const remove = [...before.keys()].filter((code) => !this.#shown.has(code)).map((code) => ids.of(code));
    const update = [...this.#shown].flatMap(([code, properties]) => {
      const old = before.get(code);
      const changed = old ? Object.entries(properties).filter(([key, value]) => old[key] !== value) : [];
      if (changed.length === 0) return [];
      return [{ id: ids.of(code), addOrUpdateProperties: changed.map(([key, value]) => ({ key, value })) }];
    });
    if (add.length + remove.length + update.length > 0) updateSourceData(map, this.#source, { add, remove, update });
  }

  #select({ layout, paints }: Scene, context: OverlayContext): Map<string, Properties> {
    const selected = new Map<string, Properties>();
    layout.areas.forEach(({ code }, i) => {
      const paint = paints[i];
      const properties = paint ? this.#describe(paint, context) : null;
      if (properties) selected.set(code, properties);
    });
    return selected;
  }

  #build({ layout }: Scene, { placement, ids }: OverlayContext, wanted: (code: string) => boolean): Feature[] {
    const shape = this.#geometry === 'areas' ? toMultiPolygon : toLineString;
    return layout.areas.flatMap(({ code, polygons }): Feature[] => {
      const properties = this.#shown.get(code);
      if (!properties || !wanted(code)) return [];
      return [
        { type: 'Feature', id: ids.of(code), properties: { ...properties }, geometry: shape(polygons, placement) },
      ];
    });
  }
}

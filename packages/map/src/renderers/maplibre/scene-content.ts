import type { AreaPaint, PatternName, Scene, SceneText } from '../../scene/scene.js';
import { FeatureIds } from './feature-ids.js';
import {
  type FeatureCollection,
  toAreaFeatures,
  toGlyphFeatures,
  toOutlineFeatures,
  toRingFeatures,
  toTextFeatures,
  toTextKey,
} from './features.js';
import type { GeoJSONSource, MaplibreMap, Style } from './maplibre-types.js';
import { looksSame, toPaintState } from './paint-state.js';
import { drawPatternField, type PatternPlace, placePattern } from './pattern-field.js';
import { fitCamera, type Box, type Placement, placeScene } from './project.js';
import { addMissingLayers, buildStyle, type Look, sources } from './style.js';

interface Highlight {
  readonly selected: string | null;
  readonly pointed: string | null;
}

/** Above this many areas shapes are simplified by a quarter of a pixel. */
const manyAreas = 4000;
const isFigure = ({ role }: SceneText): boolean => role === 'value' || role === 'groupDetail';

/**
 * The scene inside a maplibre map: what the map holds now, and the least that makes it hold the next scene.
 *
 * Colours an area begins with travel with its shape, so that the worker paints the first picture; from the first change
 * on they are feature state, which maplibre applies without the worker and within the next frame.
 */
export class SceneContent {
  placement: Placement;
  readonly ids = new FeatureIds();
  readonly #look: Look;
  #scene: Scene;
  #box: Box;
  #highlight: Highlight = { selected: null, pointed: null };
  #ringsStale = false;
  /** Areas and texts whose colours are feature state by now. */
  readonly #repainted = new Set<string>();
  readonly #recolored = new Map<string, string>();
  readonly #patterns = new Map<string, PatternPlace>();

  constructor(scene: Scene, { box, look }: { readonly box: Box; readonly look: Look }) {
    this.#scene = scene;
    this.#box = box;
    this.#look = look;
    this.placement = placeScene(scene.layout);
  }

  /** A style with the whole scene in it. */
  buildStyle(): Style {
    const scene = this.#scene;
    const style = buildStyle({
      tileZoom: this.placement.tileZoom,
      manyAreas: scene.layout.areas.length > manyAreas,
      ground: scene.background,
      look: this.#look,
      needs: this.#findNeeds(),
    });
    for (const [id, data] of Object.entries(this.#collectAll())) {
      const source = style.sources[id];
      if (source?.type === 'geojson') source.data = data;
    }
    return style;
  }

  /** Draws a pattern's picture when a layer first asks for it. */
  addPattern(map: MaplibreMap, image: string): void {
    const place = this.#patterns.get(image);
    if (!place || map.hasImage(image)) return;
    map.addImage(image, drawPatternField(place), { sdf: true, pixelRatio: place.pixelRatio });
  }

  /** Puts back what a style rebuilt by maplibre has lost: everything that is feature state. */
  restoreState(map: MaplibreMap): void {
    this.#scene.layout.areas.forEach((area, i) => {
      const paint = this.#scene.paints[i];
      if (paint && this.#repainted.has(area.code)) this.#setPaint(map, area.code, paint);
    });
    for (const text of this.#scene.texts) {
      if (this.#recolored.has(toTextKey(text))) this.#setTextColor(map, text);
    }
  }

  /**
   * Makes a map that shows one scene show another.
   *
   * @returns `rebuilt` when it needed a new style: shapes cut for other zooms
   */
  update(map: MaplibreMap, next: Scene): 'updated' | 'rebuilt' {
    const previous = this.#scene;
    this.#scene = next;
    const layoutChanged = previous.layout !== next.layout && previous.layout.key !== next.layout.key;
    if (layoutChanged) {
      const { tileZoom } = this.placement;
      this.placement = placeScene(next.layout);
      if (this.placement.tileZoom !== tileZoom) {
        map.setStyle(this.buildStyle(), { diff: false });
        return 'rebuilt';
      }
    }
    this.#ensureLayers(map);
    if (previous.background !== next.background) map.setPaintProperty('background', 'background-color', next.background);
    this.#updateTexts(map, { previous, next, layoutChanged });
    if (layoutChanged || !sameGlyphs(previous, next)) setData(map, sources.glyphs, toGlyphFeatures(next, this));
    this.#updatePaints(map, { previous, next, layoutChanged });
    if (layoutChanged) {
      setData(map, sources.areas, this.#collectAreas());
      setData(map, sources.outlines, toOutlineFeatures(next.layout, this));
      setData(map, sources.rings, toRingFeatures(next.layout, this.#highlight, this));
    }
    return 'updated';
  }

  /** Rings around areas, drawn from a source of their own: over every neighbour, and at no cost to the other areas. */
  highlight(map: MaplibreMap | null, next: Highlight): void {
    const { selected, pointed } = this.#highlight;
    if (selected === next.selected && pointed === next.pointed) return;
    this.#highlight = next;
    this.#ringsStale = true;
    if (map) this.refreshRings(map);
  }

  /** Draws rings that were asked for while the map could not be told. */
  refreshRings(map: MaplibreMap): void {
    if (!this.#ringsStale) return;
    this.#ringsStale = false;
    setData(map, sources.rings, toRingFeatures(this.#scene.layout, this.#highlight, this));
  }

  /** Patterns are laid out for one fit: another box may want them at another size. */
  resize(map: MaplibreMap, box: Box): void {
    this.#box = box;
    this.#ensureLayers(map);
  }

  #ensureLayers(map: MaplibreMap): void {
    addMissingLayers(map, this.#findNeeds());
  }

  #findNeeds(): { patterns: Map<PatternName, string>; dashed: boolean } {
    const { paints, legend } = this.#scene;
    const swatches = [...legend.classes, ...legend.nothings].map(({ paint }) => paint);
    const patterns = new Map<PatternName, string>();
    const zoom = fitCamera(this.placement, this.#box).zoom;
    for (const { pattern } of [...paints, ...swatches]) {
      if (pattern === null || patterns.has(pattern)) continue;
      const place = placePattern(pattern, this.placement, zoom);
      this.#patterns.set(place.image, place);
      patterns.set(pattern, place.image);
    }
    return { patterns, dashed: [...paints, ...swatches].some((paint) => paint.dashed) };
  }

  #updatePaints(map: MaplibreMap, change: { previous: Scene; next: Scene; layoutChanged: boolean }): void {
    const { previous, next, layoutChanged } = change;
    next.layout.areas.forEach(({ code }, i) => {
      const paint = next.paints[i];
      const before = previous.paints[i];
      if (!paint) return;
      const changed = layoutChanged ? this.#repainted.has(code) : !before || !looksSame(before, paint);
      if (changed) this.#setPaint(map, code, paint);
    });
  }

  #setPaint(map: MaplibreMap, code: string, paint: AreaPaint): void {
    this.#repainted.add(code);
    map.setFeatureState({ source: sources.areas, id: this.ids.of(code) }, toPaintState(paint, this.placement));
  }

  #updateTexts(map: MaplibreMap, change: { previous: Scene; next: Scene; layoutChanged: boolean }): void {
    const { previous, next, layoutChanged } = change;
    for (const [source, wanted] of [
      [sources.labels, false],
      [sources.figures, true],
    ] as const) {
      const before = previous.texts.filter((text) => isFigure(text) === wanted);
      const after = next.texts.filter((text) => isFigure(text) === wanted);
      const moved = layoutChanged || before.length !== after.length || after.some((text, i) => !sameText(before[i], text));
      if (moved) setData(map, source, toTextFeatures(after, this));
      after.forEach((text, i) => {
        const known = this.#recolored.get(toTextKey(text));
        if (known === undefined ? !moved && before[i]?.color !== text.color : known !== text.color) {
          this.#setTextColor(map, text);
        }
      });
    }
  }

  #setTextColor(map: MaplibreMap, text: SceneText): void {
    const key = toTextKey(text);
    this.#recolored.set(key, text.color);
    const source = isFigure(text) ? sources.figures : sources.labels;
    map.setFeatureState({ source, id: this.ids.of(key) }, { color: text.color });
  }

  #collectAreas(): FeatureCollection {
    return toAreaFeatures(this.#scene, this);
  }

  #collectAll(): Record<string, FeatureCollection> {
    const { layout, texts } = this.#scene;
    return {
      [sources.areas]: this.#collectAreas(),
      [sources.outlines]: toOutlineFeatures(layout, this),
      [sources.glyphs]: toGlyphFeatures(this.#scene, this),
      [sources.labels]: toTextFeatures(texts.filter((text) => !isFigure(text)), this),
      [sources.figures]: toTextFeatures(texts.filter(isFigure), this),
      [sources.rings]: toRingFeatures(layout, this.#highlight, this),
    };
  }
}

function setData(map: MaplibreMap, source: string, data: FeatureCollection): void {
  // a source that is gone while the map is being taken down has nothing to be told
  void map.getSource<GeoJSONSource>(source)?.setData(data as Parameters<GeoJSONSource['setData']>[0])?.catch(() => undefined);
}

/** The same text in the same place; its colour may differ. */
function sameText(a: SceneText | undefined, b: SceneText): boolean {
  return (
    a === b ||
    (a !== undefined &&
      a.code === b.code &&
      a.role === b.role &&
      a.text === b.text &&
      a.x === b.x &&
      a.y === b.y &&
      a.size === b.size &&
      a.weight === b.weight &&
      a.anchor === b.anchor &&
      a.halo === b.halo)
  );
}

function sameGlyphs({ glyphs: before }: Scene, { glyphs: after }: Scene): boolean {
  return (
    before === after ||
    (before.length === after.length &&
      after.every((glyph, i) => {
        const old = before[i];
        return (
          old !== undefined &&
          old.shape === glyph.shape &&
          old.x === glyph.x &&
          old.y === glyph.y &&
          old.size === glyph.size &&
          old.fill === glyph.fill &&
          old.stroke === glyph.stroke
        );
      }))
  );
}

import { isSameLayout } from '../../scene/diff-scenes.js';
import type { AreaPaint, Scene, SceneInk } from '../../scene/scene.js';
import { inkOfScene } from '../scene-ink.js';
import { listFamilies } from '../text-style.js';
import { AreaOverlay } from './area-overlay.js';
import { FeatureIds } from './feature-ids.js';
import {
  type FeatureCollection,
  type Highlight,
  toAreaFeatures,
  toGlyphFeatures,
  toLineWidth,
  toOutlineFeatures,
  toRingFeatures,
} from './features.js';
import type { MaplibreMap, Style } from './maplibre-types.js';
import { findUsualWidth, hasSpecialOutline, looksSame, toPaintState } from './paint-state.js';
import { type Display, PatternContent } from './pattern-content.js';
import { type Placement, placeScene } from './project.js';
import { setSourceData } from './source-data.js';
import { buildStyle, setGround, setTileNames, sources } from './style.js';
import type { TiledStyle } from './style.js';
import { TextContent } from './text-content.js';
import { TiledAreas } from './tiles/tiled-areas.js';

/** Above this many areas edges are drawn with less care. */
const manyAreas = 4000;

/**
 * The scene inside a maplibre map: what the map holds now, and the least that makes it hold the next scene.
 *
 * Colours an area begins with travel with its shape, so that the worker paints the first picture; from the first change
 * on they are feature state, which maplibre applies without the worker and within the next frame.
 */
export class SceneContent {
  placement: Placement;
  display: Display;
  readonly ids = new FeatureIds();
  /** The width that outlines have which are drawn with the areas. */
  usualWidth: number;
  readonly #patterns = new PatternContent();
  readonly #edges = new AreaOverlay(sources.edges, 'lines', (paint, { placement }) =>
    hasSpecialOutline(paint, this.usualWidth)
      ? { color: paint.stroke, dashed: paint.dashed ? 1 : 0, ...toLineWidth(paint.strokeWidth, placement) }
      : null,
  );
  readonly #texts = new TextContent();
  #scene: Scene;
  #highlight: Highlight = { selected: null, pointed: null };
  #ringsStale = false;
  /** Areas whose colours are feature state by now. */
  readonly #repainted = new Set<string>();

  /** Areas that come as tiles; nothing where the scene has their shapes. */
  #tiled: TiledAreas | null = null;
  readonly #onFault: (error: unknown) => void;

  /** @param onFault told of tiles that could not be fetched */
  constructor(scene: Scene, display: Display, onFault: (error: unknown) => void = () => undefined) {
    this.#scene = scene;
    this.display = display;
    this.placement = placeScene(scene.layout);
    this.usualWidth = findUsualWidth(scene.paints);
    this.#onFault = onFault;
    this.#takeTiles();
  }

  /** Whether areas are so many that their edges are drawn as hairlines. */
  get hairlines(): boolean {
    return this.#scene.layout.areas.length > manyAreas;
  }

  /** Ends what the page serves for this map. */
  destroy(): void {
    this.#tiled?.destroy();
  }

  /** A style with the whole scene in it. */
  buildStyle(): Style {
    const scene = this.#scene;
    this.#ringsStale = false;
    const tiled = this.#tiled;
    const data: Record<string, FeatureCollection> = {
      [sources.areas]: tiled ? NOTHING : toAreaFeatures(scene, this),
      [sources.patterns]: tiled ? NOTHING : this.#patterns.collect(scene, this),
      [sources.edges]: tiled ? NOTHING : this.#edges.collect(scene, this),
      [sources.outlines]: tiled?.tiles.groups ? NOTHING : toOutlineFeatures(scene, this),
      [sources.glyphs]: toGlyphFeatures(scene, this),
      [sources.labels]: this.#texts.collect(scene, sources.labels, this),
      [sources.figures]: this.#texts.collect(scene, sources.figures, this),
      [sources.rings]: toRingFeatures(scene, this.#highlight, this),
    };
    return buildStyle({
      data,
      tileZoom: this.placement.tileZoom,
      manyAreas: scene.layout.areas.length > manyAreas,
      ground: scene.background,
      patterns: this.#patterns.findImages(scene, this),
      fonts: listFamilies(scene),
      tiled: tiled && {
        tiles: tiled.tiles,
        address: tiled.address,
        hairlines: this.hairlines,
        names: colorNames(scene),
      },
    });
  }

  #takeTiles(): void {
    this.#tiled?.destroy();
    const { source } = this.#scene.layout;
    this.#tiled = source ? new TiledAreas(this.#scene, source, this, this.#onFault) : null;
  }

  /** Draws a picture that a layer asks for. */
  addImage(map: MaplibreMap, image: string): void {
    this.#patterns.addImage(map, image);
  }

  /** Puts back what a style made anew by maplibre has lost: everything that is feature state. */
  restoreState(map: MaplibreMap): void {
    if (!this.#tiled)
      this.#scene.layout.areas.forEach(({ code }, i) => {
        const paint = this.#scene.paints[i];
        if (paint && this.#repainted.has(code)) this.#repaint(map, code, paint);
      });
    this.#texts.restoreColors(map, this);
  }

  /**
   * Makes a map that shows one scene show another.
   *
   * @returns `rebuilt` when it needed a new style: shapes cut for other zooms
   */
  update(map: MaplibreMap, next: Scene): 'updated' | 'rebuilt' {
    const previous = this.#scene;
    if (previous === next) return 'updated';
    this.#scene = next;
    const layoutChanged = !isSameLayout(previous.layout, next.layout);
    if (layoutChanged) {
      const { tileZoom } = this.placement;
      this.placement = placeScene(next.layout);
      const othersTiles = nameTiles(previous) !== nameTiles(next);
      if (othersTiles) this.#takeTiles();
      if (this.placement.tileZoom !== tileZoom || othersTiles) {
        map.setStyle(this.buildStyle(), { diff: false });
        return 'rebuilt';
      }
    }
    if (previous.font !== next.font) {
      map.setStyle(this.buildStyle(), { diff: false });
      return 'rebuilt';
    }
    const usualWidth = findUsualWidth(next.paints);
    const areasChanged = layoutChanged || usualWidth !== this.usualWidth;
    this.usualWidth = usualWidth;
    if (previous.background !== next.background) setGround(map, next.background);
    const tiled = this.#tiled;
    if (tiled) {
      tiled.update(map, next, this);
      if (previous.ink !== next.ink || previous.background !== next.background) setTileNames(map, colorNames(next));
    } else {
      this.#updatePaints(map, { previous, next, all: areasChanged });
      this.#edges.update(map, next, { ...this.#context(), reset: areasChanged });
      if (areasChanged) setSourceData(map, sources.areas, toAreaFeatures(next, this));
    }
    this.#patterns.update(map, next, { ...this.#context(), reset: layoutChanged });
    this.#texts.update(map, next, { ...this.#context(), reset: layoutChanged });
    if (layoutChanged || !hasSameGlyphs(previous, next))
      setSourceData(map, sources.glyphs, toGlyphFeatures(next, this));
    if (layoutChanged || !hasSameInk(previous, next)) {
      if (!tiled?.tiles.groups) setSourceData(map, sources.outlines, toOutlineFeatures(next, this));
      this.#ringsStale = true;
    }
    this.refreshRings(map);
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
    setSourceData(map, sources.rings, toRingFeatures(this.#scene, this.#highlight, this));
  }

  /** Patterns are laid out for one fit: another box may want them at another size. */
  resize(map: MaplibreMap, display: Display): void {
    this.display = display;
    this.#patterns.update(map, this.#scene, { ...this.#context(), reset: false });
  }

  #context(): { placement: Placement; ids: FeatureIds; display: Display } {
    return { placement: this.placement, ids: this.ids, display: this.display };
  }

  #updatePaints(map: MaplibreMap, change: { previous: Scene; next: Scene; all: boolean }): void {
    const { previous, next, all } = change;
    next.layout.areas.forEach(({ code }, i) => {
      const paint = next.paints[i];
      const before = previous.paints[i];
      if (!paint) return;
      const changed = all ? this.#repainted.has(code) : !before || !looksSame(before, paint, this.usualWidth);
      if (changed) this.#repaint(map, code, paint);
    });
  }

  #repaint(map: MaplibreMap, code: string, paint: AreaPaint): void {
    this.#repainted.add(code);
    map.setFeatureState({ source: sources.areas, id: this.ids.of(code) }, toPaintState(paint, this.usualWidth));
  }
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Which tiles a scene's areas come from; empty for none. */
function nameTiles({ layout: { source } }: Scene): string {
  return source ? JSON.stringify(source) : '';
}

function colorNames(scene: Scene): TiledStyle['names'] {
  return { color: inkOfScene(scene).outline, halo: scene.background };
}

function hasSameInk(previous: Scene, next: Scene): boolean {
  const [before, after] = [inkOfScene(previous), inkOfScene(next)];
  return (Object.keys(after) as (keyof SceneInk)[]).every((key) => before[key] === after[key]);
}

function hasSameGlyphs({ glyphs: before }: Scene, { glyphs: after }: Scene): boolean {
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

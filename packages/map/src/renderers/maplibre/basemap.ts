import type { Basemap, BasemapState } from '../basemap-source.js';
import type { Layer, MaplibreMap, Style } from './maplibre-types.js';
import { areaFillLayer } from './style.js';

/** Begins the names of a base map's layers and sources among the scene's. */
const prefix = 'basemap ';
/** With ground under them areas let a little of it through; without, they are as the legend has them. */
const fillOpacity = 0.8;
/** More layers are no base map. */
const mostLayers = 1000;

/**
 * A base map under the areas of one map. It is added to the style that is there, so that the scene's own layers stay what
 * they are, and again to every style that takes its place.
 *
 * Its texts are drawn with the machine's fonts, as the scene's are: a `glyphs` address is not asked for anything.
 */
export class BasemapLayers {
  readonly #map: MaplibreMap;
  readonly #tell: (state: BasemapState) => void;
  #wanted: Basemap | null = null;
  #style: Style | null = null;
  #problem = '';

  constructor(map: MaplibreMap, tell: (state: BasemapState) => void) {
    this.#map = map;
    this.#tell = tell;
    map.on('sourcedata', ({ sourceId, sourceDataType }) => {
      if (sourceDataType === 'metadata' && sourceId?.startsWith(prefix)) this.#report();
    });
    map.on('error', (event) => {
      const sourceId: unknown = 'sourceId' in event ? event.sourceId : undefined;
      if (typeof sourceId === 'string' && sourceId.startsWith(prefix)) this.#fail(event.error.message);
    });
  }

  /** Shows another base map, or none. */
  async show(basemap: Basemap | null): Promise<void> {
    if (basemap === this.#wanted) return;
    this.#wanted = basemap;
    this.#remove();
    this.#style = null;
    this.#problem = '';
    if (basemap === null) return this.#report();
    try {
      const style = readStyle(
        typeof basemap === 'string' ? await fetchStyle(basemap) : basemap,
        typeof basemap === 'string' ? basemap : document.baseURI,
      );
      // another one may have been asked for in the meantime
      if (this.#wanted !== basemap) return;
      this.#style = style;
      this.restore();
    } catch (error) {
      if (this.#wanted === basemap) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Adds what a new style of the map lacks. */
  restore(): void {
    const [map, style] = [this.#map, this.#style];
    if (!style || !map.getLayer(areaFillLayer)) return;
    if (typeof style.sprite === 'string') map.setSprite(style.sprite);
    for (const [id, source] of Object.entries(style.sources)) {
      if (!map.getSource(prefix + id)) map.addSource(prefix + id, source);
    }
    for (const layer of style.layers) {
      if (!map.getLayer(prefix + layer.id)) map.addLayer(rename(layer), areaFillLayer);
    }
    map.setPaintProperty(areaFillLayer, 'fill-opacity', fillOpacity);
    this.#report();
  }

  #remove(): void {
    const [map, style] = [this.#map, this.#style];
    if (!style) return;
    for (const { id } of style.layers) if (map.getLayer(prefix + id)) map.removeLayer(prefix + id);
    for (const id of Object.keys(style.sources)) if (map.getSource(prefix + id)) map.removeSource(prefix + id);
    if (map.getLayer(areaFillLayer)) map.setPaintProperty(areaFillLayer, 'fill-opacity', 1);
  }

  #fail(problem: string): void {
    if (this.#problem !== '') return;
    this.#problem = problem;
    this.#report();
  }

  #report(): void {
    const texts = Object.keys(this.#style?.sources ?? {}).map((id) =>
      readText(this.#map.getSource(prefix + id)?.attribution ?? ''),
    );
    this.#tell({ attribution: [...new Set(texts.filter((text) => text !== ''))], problem: this.#problem });
  }
}

function rename(layer: Layer): Layer {
  return { ...layer, id: prefix + layer.id, ...('source' in layer && { source: prefix + layer.source }) } as Layer;
}

async function fetchStyle(url: string): Promise<unknown> {
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.json();
}

/** @throws Error for what is no style */
function readStyle(data: unknown, base: string): Style {
  const { version, sources, layers, sprite } = (data ?? {}) as Partial<Style>;
  if (version !== 8 || typeof sources !== 'object' || sources === null || !Array.isArray(layers))
    throw new Error('expected a maplibre style of version 8');
  if (layers.length > mostLayers) throw new Error(`expected at most ${mostLayers} layers, got ${layers.length}`);
  const lost = layers.find((layer: Layer) => 'source' in layer && !Object.hasOwn(sources, String(layer.source)));
  if (lost) throw new Error(`layer "${lost.id}" is of a source the style does not have`);
  const from = new URL(base, document.baseURI);
  const resolve = (address: string): string =>
    /^[a-z][a-z\d+.-]*:/i.test(address) ? address : decodeURI(new URL(address, from).href);
  const resolved = Object.entries(sources).map(([id, source]) => {
    const { url, tiles } = source as { readonly url?: unknown; readonly tiles?: unknown };
    return [
      id,
      {
        ...source,
        ...(typeof url === 'string' && { url: resolve(url) }),
        ...(Array.isArray(tiles) && { tiles: tiles.map((tile) => resolve(String(tile))) }),
      },
    ];
  });
  return {
    version,
    sources: Object.fromEntries(resolved) as Style['sources'],
    layers,
    ...(typeof sprite === 'string' && { sprite: resolve(sprite) }),
  };
}

/** The text of an attribution, which styles write as markup. */
function readText(markup: string): string {
  return (new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

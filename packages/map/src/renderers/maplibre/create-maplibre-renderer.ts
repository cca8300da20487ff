import { findShape } from '../../geometry/find-neighbour.js';
import type { Scene } from '../../scene/scene.js';
import { WHOLE } from '../camera.js';
import type { MapCamera } from '../camera.js';
import type { Navigation, Renderer, RendererEvents } from '../renderer.js';
import { supportsWebgl2 } from '../webgl-support.js';
import type { Basemap, BasemapState } from '../basemap-source.js';
import { BasemapLayers } from './basemap.js';
import { isDrawn } from './draw-check.js';
import { type FailReason, watchFrames } from './frame-watch.js';
import { loadMaplibre } from './load-maplibre.js';
import type { Maplibre, MaplibreMap, MapOptions } from './maplibre-types.js';
import { listenToPointer } from './pointer.js';
import {
  boundCamera,
  coversSameGround,
  fitCamera,
  focusCamera,
  goesAround,
  toLngLat,
  toScenePoint,
  type Box,
} from './project.js';
import { SceneContent } from './scene-content.js';
import { adoptMaplibreStyles } from './stylesheet.js';

/** Enough to keep the eye, in milliseconds; maplibre leaves it out where less motion is asked for. */
const MOVE_TIME = 200;

export interface MaplibreRendererOptions {
  /** Zoom by wheel only with Ctrl or ⌘, pan by touch only with two fingers; the page scrolls otherwise. Default false. */
  readonly cooperativeGestures?: boolean;
  /** What the map says when such a gesture lacks its key or finger. */
  readonly gestureHints?: { readonly windows: string; readonly mac: string; readonly touch: string };
  /** Longest silence before the first picture, in milliseconds. Default 20 000. */
  readonly patience?: number;
  /** The picture is gone for now, as after a lost WebGL context; `onDrawn` comes again with the next one. */
  readonly onInterrupted?: () => void;
  /** What became of the base map, whenever that changes. */
  readonly onBasemap?: (state: BasemapState) => void;
  /** Another part of the picture is seen; told after each move. */
  readonly onMove?: () => void;
  /** Areas come as vector tiles, and one of them could not be fetched. */
  readonly onTileFault?: (error: unknown) => void;
  /** Keeps every frame readable, for tests; costs a copy of each. */
  readonly preserveDrawingBuffer?: boolean;
}

/** A renderer that can be looked into. */
export interface MaplibreRenderer extends Renderer, Navigation {
  readonly name: 'maplibre';
  /** The map, once it is made. */
  readonly map: MaplibreMap | null;
  /** Shows a base map under the areas of a scene on the globe; a schematic scene has none. */
  setBasemap(basemap: Basemap | null): void;
}

/**
 * Draws scenes with maplibre into a container, which must have a size and lie where the svg picture lies.
 *
 * maplibre is fetched when the renderer is made. Until `onDrawn` the container shows nothing or half a picture: keep the
 * svg picture until then. `onFail` ends the renderer, and leaves the container empty; its codes are those of
 * {@link FailReason}. Nothing is thrown.
 *
 * @example
 * const renderer = createMaplibreRenderer(container, scene, events, { cooperativeGestures: true });
 * renderer.draw(nextScene);
 */
export function createMaplibreRenderer(
  container: HTMLElement,
  scene: Scene,
  events: RendererEvents,
  options: MaplibreRendererOptions = {},
): MaplibreRenderer {
  return new SceneMap(container, scene, events, options);
}

class SceneMap implements MaplibreRenderer {
  readonly name = 'maplibre';
  readonly navigation = this;
  map: MaplibreMap | null = null;
  readonly #container: HTMLElement;
  readonly #events: RendererEvents;
  readonly #options: MaplibreRendererOptions;
  readonly #observer = new ResizeObserver(() => this.resize());
  #scene: Scene;
  #content: SceneContent | null = null;
  #highlight: Parameters<Renderer['highlight']>[0] = { selected: null, pointed: null };
  /** The style is loaded: sources and feature state can be set. */
  #ready = false;
  #destroyed = false;
  #basemap: Basemap | null = null;
  #basemapLayers: BasemapLayers | null = null;
  /** The areas were seen: what lies under them may come. */
  #seen = false;
  #box: Box = { width: 0, height: 0 };
  /** What was asked to be seen before there was a map. */
  #asked: MapCamera = WHOLE;
  #endWatch = (): void => undefined;

  constructor(container: HTMLElement, scene: Scene, events: RendererEvents, options: MaplibreRendererOptions) {
    this.#container = container;
    this.#scene = scene;
    this.#events = events;
    this.#options = options;
    void this.#start();
  }

  draw(scene: Scene): void {
    this.#scene = scene;
    if (this.#ready) this.#show();
  }

  highlight(codes: Parameters<Renderer['highlight']>[0]): void {
    this.#highlight = codes;
    this.#content?.highlight(this.#ready ? this.map : null, codes);
  }

  setBasemap(basemap: Basemap | null): void {
    this.#basemap = basemap;
    this.#showBasemap();
  }

  fit(): void {
    this.map?.easeTo({ ...this.#fitCamera(), duration: MOVE_TIME });
  }

  zoomBy(doublings: number): void {
    const { map } = this;
    map?.easeTo({ zoom: map.getZoom() + doublings, duration: MOVE_TIME });
  }

  zoomTo(code: string): void {
    const shape = findShape(this.#scene.layout, code);
    if (shape && this.#content)
      this.map?.easeTo({
        ...toMaplibre(focusCamera(this.#content.placement, this.#box, shape.bounds)),
        duration: MOVE_TIME,
      });
  }

  get camera(): MapCamera {
    const { map } = this;
    const content = this.#content;
    if (!map || !content) return this.#asked;
    const { lng, lat } = map.getCenter();
    const { width, height } = content.placement;
    const [x, y] = toScenePoint(content.placement, lng, lat);
    return { zoom: 2 ** (map.getZoom() - this.#fitCamera().zoom), x: x / width, y: y / height };
  }

  jumpTo(camera: MapCamera): void {
    this.#asked = camera;
    this.map?.jumpTo(this.#cameraFor(camera));
  }

  resize(): void {
    const { map } = this;
    if (!map) return;
    const box = measure(this.#container);
    const ratio = measurePixelRatio(this.#container);
    if (box.width === this.#box.width && box.height === this.#box.height && ratio === map.getPixelRatio()) return;
    const wasFitted = this.#isFitted();
    this.#box = box;
    if (ratio === map.getPixelRatio()) map.resize();
    else map.setPixelRatio(ratio);
    if (wasFitted) map.jumpTo(this.#fitCamera());
    if (!this.#ready) return;
    this.#content?.resize(map, { box, pixelRatio: ratio });
    // a canvas that changes its size is cleared: draw before the browser shows it
    map.redraw();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#ready = false;
    this.#endWatch();
    this.#observer.disconnect();
    const element = this.map?.getContainer();
    this.map?.remove();
    this.map = null;
    this.#content?.destroy();
    element?.remove();
  }

  async #start(): Promise<void> {
    // what fails at once is told after the caller has its renderer
    await Promise.resolve();
    if (this.#destroyed) return;
    if (!supportsWebgl2()) return this.#fail({ code: 'webgl-missing', message: 'webgl: this browser has no WebGL2' });
    if (typeof Worker === 'undefined')
      return this.#fail({ code: 'worker-missing', message: 'maplibre: this page has no workers' });
    let maplibre: Maplibre;
    try {
      maplibre = await loadMaplibre();
    } catch (error) {
      return this.#fail({ code: 'import-failed', message: `maplibre: cannot be loaded: ${String(error)}` });
    }
    if (this.#destroyed) return;
    adoptMaplibreStyles(this.#container);
    const element = appendElement(this.#container);
    try {
      this.#listen(new maplibre.Map(this.#mapOptions(maplibre, element)), maplibre.getWorkerUrl());
    } catch (error) {
      element.remove();
      this.#fail({
        code: 'webgl-missing',
        message: `webgl: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }

  #mapOptions({ LngLat }: Maplibre, element: HTMLElement): MapOptions {
    const { gestureHints, cooperativeGestures = false } = this.#options;
    this.#box = measure(this.#container);
    const pixelRatio = measurePixelRatio(this.#container);
    const content = new SceneContent(this.#scene, { box: this.#box, pixelRatio }, this.#options.onTileFault);
    content.highlight(null, this.#highlight);
    this.#content = content;
    return {
      container: element,
      style: content.buildStyle(),
      ...this.#cameraFor(this.#asked),
      transformConstrain: (center, zoom) => {
        const kind = this.#scene.layout.projection.kind;
        const camera = boundCamera(content.placement, {
          box: this.#box,
          kind,
          camera: { center: [center.lng, center.lat], zoom },
        });
        return { center: new LngLat(...camera.center), zoom: camera.zoom };
      },
      pixelRatio,
      // maplibre smooths edges itself; multisampling would double the time of a frame where graphics are software
      canvasContextAttributes: {
        antialias: false,
        preserveDrawingBuffer: this.#options.preserveDrawingBuffer ?? false,
      },
      attributionControl: false,
      cooperativeGestures,
      ...(gestureHints && {
        locale: {
          'CooperativeGesturesHandler.WindowsHelpText': gestureHints.windows,
          'CooperativeGesturesHandler.MacHelpText': gestureHints.mac,
          'CooperativeGesturesHandler.MobileHelpText': gestureHints.touch,
        },
      }),
      boxZoom: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      keyboard: false,
      trackResize: false,
      renderWorldCopies: goesAround(content.placement),
      fadeDuration: 0,
      localIdeographFontFamily: false,
      validateStyle: false,
    };
  }

  #listen(map: MaplibreMap, workerUrl: string): void {
    const content = this.#content;
    if (!content) return;
    this.map = map;
    map.touchZoomRotate.disableRotation();
    resolveImages(map, (image) => content.addImage(map, image));
    hideFromReaders(map);
    this.#holdWhileFitted();
    map.on('moveend', () => {
      this.#holdWhileFitted();
      this.#options.onMove?.();
    });
    map.on('style.load', () => {
      content.restoreState(map);
      this.#ready = true;
      this.#show();
      if (this.#ready) this.#basemapLayers?.restore();
    });
    map.on('webglcontextlost', () => {
      this.#ready = false;
    });
    listenToPointer(map, { ids: content.ids, events: this.#events });
    this.#endWatch = watchFrames(map, {
      isDrawn: () => this.#ready && isDrawn(map, this.#scene.overview ?? this.#scene, content.placement),
      onDrawn: () => {
        this.#seen = true;
        this.#events.onDrawn();
        this.#showBasemap();
      },
      onInterrupted: () => this.#options.onInterrupted?.(),
      onFail: (reason) => this.#fail(reason),
      patience: this.#options.patience ?? 20_000,
      workerUrl: workerUrl || 'the place beside its module',
    });
    this.#observer.observe(this.#container);
  }

  /** Brings the map to the scene last asked for. */
  #show(): void {
    const { map } = this;
    const content = this.#content;
    if (!map || !content) return;
    const wasFitted = this.#isFitted();
    const before = content.placement;
    this.#showBasemap();
    if (content.update(map, this.#scene) === 'rebuilt') this.#ready = false;
    else content.refreshRings(map);
    const after = content.placement;
    if (goesAround(after) !== goesAround(before)) map.setRenderWorldCopies(goesAround(after));
    const moved = (['west', 'north', 'scale', 'width', 'height'] as const).some((key) => before[key] !== after[key]);
    // another level of the same ground is looked at from where one is
    const stays = !wasFitted && this.#scene.layout.projection.kind === 'mercator' && coversSameGround(before, after);
    if (!stays && (moved || wasFitted)) map.jumpTo(this.#fitCamera());
  }

  #showBasemap(): void {
    const { map } = this;
    if (!map || !this.#seen) return;
    const basemap = this.#scene.layout.projection.kind === 'mercator' ? this.#basemap : null;
    if (basemap === null && !this.#basemapLayers) return;
    this.#basemapLayers ??= new BasemapLayers(map, (state) => this.#options.onBasemap?.(state));
    void this.#basemapLayers.show(basemap);
  }

  #fitCamera(): MaplibreCamera {
    return this.#cameraFor(WHOLE);
  }

  /** maplibre's camera for one over the map; it bounds what it is given. */
  #cameraFor({ zoom, x, y }: MapCamera): MaplibreCamera {
    const placement = this.#content?.placement;
    if (!placement) return { center: [0, 0], zoom: 0 };
    const fit = fitCamera(placement, this.#box);
    return { center: toLngLat(placement, x * placement.width, y * placement.height), zoom: fit.zoom + Math.log2(zoom) };
  }

  #isFitted(): boolean {
    return this.map !== null && Math.abs(this.map.getZoom() - this.#fitCamera().zoom) < 1e-6;
  }

  /** A fitted scene has nowhere to go: one finger, or the mouse, is then left to the page. */
  #holdWhileFitted(): void {
    const { map } = this;
    if (!map) return;
    const fitted = this.#isFitted();
    if (fitted) map.dragPan.disable();
    else map.dragPan.enable();
    map.getCanvasContainer().style.cursor = fitted ? 'default' : '';
  }

  #fail({ code, message }: FailReason): void {
    if (this.#destroyed) return;
    this.destroy();
    this.#events.onFail({ code, message });
  }
}

/** A camera as maplibre takes it. */
interface MaplibreCamera {
  center: [number, number];
  zoom: number;
}

function toMaplibre({ center, zoom }: ReturnType<typeof fitCamera>): MaplibreCamera {
  return { center: [...center], zoom };
}

/** Draws pictures that a layer asks for; before maplibre 6 there was an event for it. */
function resolveImages(
  map: MaplibreMap & { setMissingStyleImageResolver?: MaplibreMap['setMissingStyleImageResolver'] | undefined },
  draw: (image: string) => void,
): void {
  if (map.setMissingStyleImageResolver) map.setMissingStyleImageResolver(draw);
  else map.on('styleimagemissing', ({ id }) => draw(id));
}

/** An element of our own: maplibre's classes would change how the given container is laid out. */
function appendElement(container: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%' });
  element.lang = findLanguage(container);
  container.append(element);
  return element;
}

/** The language an element is in, across shadow roots: it decides which of a font's Chinese forms are drawn. */
function findLanguage(from: Element): string {
  for (let node: Node | null = from; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof HTMLElement && node.lang) return node.lang;
  }
  return document.documentElement.lang;
}

/** The canvas is a picture: names, focus and keys are the element's. */
function hideFromReaders(map: MaplibreMap): void {
  const canvas = map.getCanvas();
  for (const name of ['role', 'aria-label']) canvas.removeAttribute(name);
  canvas.tabIndex = -1;
  canvas.ariaHidden = 'true';
}

function measure(container: HTMLElement): Box {
  return { width: container.clientWidth, height: container.clientHeight };
}

/** Device pixels for each CSS pixel as it is shown: a wall that scales its page by CSS stays crisp. */
function measurePixelRatio(container: HTMLElement): number {
  const scale = container.offsetWidth > 0 ? container.getBoundingClientRect().width / container.offsetWidth : 1;
  const shown = Number.isFinite(scale) && scale > 1.01 ? scale : 1;
  return Math.min(4, window.devicePixelRatio * shown);
}

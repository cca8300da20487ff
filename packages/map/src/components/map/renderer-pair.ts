import type { Basemap, BasemapState } from '../../renderers/basemap-source.js';
import type { MaplibreRenderer } from '../../renderers/maplibre/create-maplibre-renderer.js';
import { WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { Navigation, Renderer, RendererEvents, RendererName } from '../../renderers/renderer.js';
import { supportsWebgl2 } from '../../renderers/webgl-support.js';
import { LoadOnce } from '../../internal/load-once.js';
import { nextFrame } from '../../internal/after-frame.js';
import type { Scene } from '../../scene/scene.js';
import { PagePicture } from './page-picture.js';

const maplibreRenderer = new LoadOnce(() => import('../../renderers/maplibre/create-maplibre-renderer.js'));

export type RendererChoice = 'auto' | 'svg' | 'maplibre';

export interface RendererPairEvents extends Pick<RendererEvents, 'onPoint' | 'onPress' | 'onFail'> {
  /** A renderer's first complete picture is what the reader sees. */
  readonly onDrawn: (renderer: RendererName) => void;
  /** Which picture is seen, or what part of it, has changed. */
  readonly onView: () => void;
  readonly onBasemap: (state: BasemapState) => void;
  /** maplibre's picture is gone, or is back after it was. */
  readonly onInterrupt: (gone: boolean) => void;
  /** A vector tile could not be fetched. */
  readonly onTileFault: (error: unknown) => void;
}

export interface GestureHints {
  readonly windows: string;
  readonly mac: string;
  readonly touch: string;
}

type Highlight = Parameters<Renderer['highlight']>[0];

/** What maplibre is to draw with, as it was last asked for. */
interface Wish {
  readonly choice: RendererChoice;
  readonly hints: GestureHints;
}

/** How long after a look at a gesture the next one comes, in milliseconds. */
const NEXT_LOOK = 100;

/**
 * Two renderers on one spot. The page's own picture, svg or canvas, stands first and answers every gesture. maplibre is
 * fetched behind it once it is wanted: when the reader zooms, for a base map, for vector tiles, or where it alone is asked
 * for. It is shown when its own picture is complete and no gesture is under way, looking where the reader looks; where it
 * fails the first picture is simply still there.
 *
 * No number of areas wants it by itself: at 112, 1,200 and 16,000 the page's own picture has its new colours sooner
 * (docs/benchmarks-journey.md).
 */
export class RendererPair {
  readonly #layers: { readonly svg: HTMLElement; readonly maplibre: HTMLElement };
  readonly #events: RendererPairEvents;
  readonly #page: PagePicture;
  #pageScene: Scene | null = null;
  #still = false;
  #printing = false;
  #maplibre: MaplibreRenderer | null = null;
  /** Which picture is seen. */
  #shown: 'svg' | 'maplibre' = 'svg';
  #scene: Scene | null = null;
  #highlight: Highlight = { selected: null, pointed: null };
  #basemap: Basemap | null = null;
  #wish: Wish | null = null;
  /** maplibre has failed on this page, or is being fetched. */
  #settled = false;
  #lacksWebgl = false;

  constructor(layers: { readonly svg: HTMLElement; readonly maplibre: HTMLElement }, events: RendererPairEvents) {
    this.#layers = layers;
    this.#events = events;
    this.#page = new PagePicture(layers.svg, {
      onPoint: events.onPoint,
      onPress: events.onPress,
      onFail: events.onFail,
      onDrawn: () => events.onDrawn(this.#page.name),
      onMove: () => this.#follow('svg'),
    });
  }

  /** Which renderer's picture is seen. */
  get shown(): 'svg' | 'maplibre' {
    return this.#shown;
  }

  /** Whether the picture that is seen can be zoomed. */
  get zoomable(): boolean {
    return !this.#still && this.navigation !== null;
  }

  /** maplibre was wanted, and the page has no WebGL2. */
  get lacksWebgl(): boolean {
    return this.#lacksWebgl;
  }

  /** Moves the picture that is seen; nothing before the first. */
  get navigation(): Navigation | null {
    return this.#shown === 'maplibre' ? this.#maplibre : this.#pageScene && this.#page.navigation;
  }

  /** What is seen of it; all of it before the first. */
  get camera(): MapCamera {
    return this.navigation?.camera ?? WHOLE;
  }

  /** The picture that is seen. */
  get layer(): HTMLElement {
    return this.#layers[this.#shown];
  }

  /**
   * Shows a scene by the renderer that is at hand, and fetches the other one once it is wanted.
   *
   * @param still the reader may not zoom: two pictures stand side by side
   */
  show(scene: Scene, choice: RendererChoice, hints: GestureHints, still = false): void {
    this.#still = still;
    this.#page.hold(still);
    if (choice === 'svg' && this.#maplibre) this.#dropMaplibre();
    if (scene !== this.#scene) {
      this.#scene = scene;
      this.#maplibre?.draw(scene);
      if (this.#shown === 'svg' || !this.#pageScene || this.#printing) this.#syncPage();
    }
    this.#wish = choice === 'svg' ? null : { choice, hints };
    this.#fetchWanted();
  }

  /** What lies under the areas on the globe; only maplibre draws it. */
  setBasemap(basemap: Basemap | null): void {
    if (basemap === this.#basemap) return;
    this.#basemap = basemap;
    this.#maplibre?.setBasemap(basemap);
    this.#fetchWanted();
  }

  highlight(codes: Highlight): void {
    this.#highlight = codes;
    this.#page.highlight(codes);
    this.#maplibre?.highlight(codes);
  }

  /** Brings the page's own picture up to date, sharp and whole, as for print. */
  preparePrint(): void {
    this.#printing = true;
    this.#syncPage();
    this.#page.navigation?.fit();
  }

  /** The page was printed. */
  endPrint(): void {
    this.#printing = false;
    this.#page.endPrint();
  }

  destroy(): void {
    this.#page.destroy();
    this.#maplibre?.destroy();
    this.#pageScene = null;
    this.#maplibre = null;
    this.#scene = null;
    this.#wish = null;
    this.#settled = false;
    this.#reveal('svg');
  }

  #drawPage(scene: Scene): void {
    if (scene === this.#pageScene) return;
    this.#pageScene = scene;
    this.#page.draw(scene.overview ?? scene);
  }

  #syncPage(): void {
    if (!this.#scene) return;
    this.#drawPage(this.#scene);
    if (this.#printing) this.#page.preparePrint(this.#scene.overview ?? this.#scene);
  }

  #fetchWanted(): void {
    if (this.#wish && !this.#settled && this.#isWanted(this.#wish)) void this.#fetchMaplibre(this.#wish);
  }

  #isWanted({ choice }: Wish): boolean {
    const isZoomed = this.camera.zoom > WHOLE.zoom;
    return choice === 'maplibre' || isZoomed || this.#basemap !== null || this.#scene?.layout.source !== undefined;
  }

  async #fetchMaplibre({ choice, hints }: Wish): Promise<void> {
    this.#settled = true;
    // a context takes half a second to make where graphics are software: the picture is presented before
    await nextFrame();
    if (choice === 'auto' && !supportsWebgl2()) {
      this.#lacksWebgl = true;
      this.#events.onView();
      return;
    }
    try {
      const { createMaplibreRenderer } = await maplibreRenderer.loadOrThrow();
      const scene = this.#scene;
      // the element may have gone, or chosen svg, in the meantime
      if (!scene || !this.#settled || this.#maplibre) return;
      this.#maplibre = createMaplibreRenderer(
        this.#layers.maplibre,
        scene,
        {
          onPoint: this.#events.onPoint,
          onPress: this.#events.onPress,
          onDrawn: () => this.#take(),
          onFail: (reason) => this.#fail(reason),
        },
        {
          cooperativeGestures: true,
          gestureHints: hints,
          onInterrupted: () => {
            this.#giveBack();
            this.#events.onInterrupt(true);
          },
          onMove: () => this.#follow('maplibre'),
          onBasemap: this.#events.onBasemap,
          onTileFault: this.#events.onTileFault,
        },
      );
      this.#maplibre.jumpTo(this.camera);
      this.#maplibre.highlight(this.#highlight);
      this.#maplibre.setBasemap(this.#basemap);
    } catch (error) {
      this.#fail({ code: 'import-failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The picture that is not seen looks where the other one does, so that the reader stays there when it takes over. */
  #follow(of: 'svg' | 'maplibre'): void {
    if (!this.zoomable || this.#shown !== of) return;
    if (of === 'svg') this.#maplibre?.jumpTo(this.camera);
    this.#events.onView();
    this.#fetchWanted();
  }

  /** A hand that moves the first picture is not left holding nothing. */
  #take(): void {
    if (this.#page.navigation?.isHeld) {
      const taker = this.#maplibre;
      setTimeout(() => taker && taker === this.#maplibre && this.#take(), NEXT_LOOK);
      return;
    }
    this.#reveal('maplibre');
    this.#events.onInterrupt(false);
    this.#events.onDrawn('maplibre');
  }

  /** The WebGL context is lost for now. */
  #giveBack(): void {
    const { camera } = this;
    this.#syncPage();
    this.#page.navigation?.jumpTo(camera);
    this.#reveal('svg');
  }

  #fail(reason: { readonly code: string; readonly message: string }): void {
    this.#giveBack();
    this.#maplibre = null;
    this.#events.onFail(reason);
  }

  #dropMaplibre(): void {
    this.#giveBack();
    this.#maplibre?.destroy();
    this.#maplibre = null;
    this.#settled = false;
  }

  #reveal(renderer: 'svg' | 'maplibre'): void {
    const changes = this.#shown !== renderer;
    this.#shown = renderer;
    this.#layers.svg.classList.toggle('is-behind', renderer !== 'svg');
    this.#layers.maplibre.classList.toggle('is-behind', renderer !== 'maplibre');
    if (changes) this.#events.onView();
  }
}

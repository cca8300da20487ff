import type { MaplibreRenderer } from '../../renderers/maplibre/create-maplibre-renderer.js';
import type { Renderer, RendererEvents } from '../../renderers/renderer.js';
import { createSvgRenderer } from '../../renderers/svg/svg-renderer.js';
import type { SvgRenderer } from '../../renderers/svg/svg-renderer.js';
import { supportsWebgl2 } from '../../renderers/webgl-support.js';
import type { Scene } from '../../scene/scene.js';

export type RendererChoice = 'auto' | 'svg' | 'maplibre';

export interface StageEvents extends Pick<RendererEvents, 'onPoint' | 'onPress' | 'onFail'> {
  /** A renderer's first complete picture is what the reader sees. */
  readonly onDrawn: (renderer: 'svg' | 'maplibre') => void;
  /** Which picture is seen, or how large, has changed. */
  readonly onView: (enlargement: number) => void;
  /** A vector tile could not be fetched. */
  readonly onTileFault: (error: unknown) => void;
}

export interface GestureHints {
  readonly windows: string;
  readonly mac: string;
  readonly touch: string;
}

type Highlight = Parameters<Renderer['highlight']>[0];

/**
 * Two renderers on one spot. The svg picture stands first; maplibre is fetched behind it and shown when its own picture
 * is complete, and where it fails the svg picture is simply still there.
 */
export class Stage {
  readonly #layers: { readonly svg: HTMLElement; readonly maplibre: HTMLElement };
  readonly #events: StageEvents;
  #svg: SvgRenderer | null = null;
  #maplibre: MaplibreRenderer | null = null;
  #enlargement = 1;
  /** Which picture is seen. */
  #shown: 'svg' | 'maplibre' = 'svg';
  #scene: Scene | null = null;
  #highlight: Highlight = { selected: null, pointed: null };
  /** maplibre has failed on this page, or is being fetched. */
  #settled = false;

  constructor(layers: { readonly svg: HTMLElement; readonly maplibre: HTMLElement }, events: StageEvents) {
    this.#layers = layers;
    this.#events = events;
  }

  /** Which renderer's picture is seen. */
  get shown(): 'svg' | 'maplibre' {
    return this.#shown;
  }

  /** Whether the picture that is seen can be zoomed. */
  get zoomable(): boolean {
    return this.#shown === 'maplibre' && this.#maplibre !== null;
  }

  /** How many times as large as fitted the picture is shown. */
  get enlargement(): number {
    return this.zoomable ? this.#enlargement : 1;
  }

  /** The picture that is seen. */
  get layer(): HTMLElement {
    return this.#layers[this.#shown];
  }

  /** Shows a scene by the renderer that is at hand, and fetches the other one if it is wanted. */
  show(scene: Scene, choice: RendererChoice, hints: GestureHints): void {
    if (choice === 'svg' && this.#maplibre) this.#dropMaplibre();
    if (scene !== this.#scene) {
      this.#scene = scene;
      this.#maplibre?.draw(scene);
      if (this.#shown === 'svg' || !this.#svg) this.#drawSvg(scene);
    }
    if (choice !== 'svg' && !this.#settled) void this.#fetchMaplibre(choice, hints);
  }

  highlight(codes: Highlight): void {
    this.#highlight = codes;
    this.#svg?.highlight(codes);
    this.#maplibre?.highlight(codes);
  }

  fit(): void {
    this.#maplibre?.fit();
  }

  /** Zooms in or out, in powers of two. */
  zoomBy(zooms: number): void {
    this.#maplibre?.zoomBy(zooms);
  }

  zoomTo(code: string): void {
    this.#maplibre?.zoomTo(code);
  }

  /** Brings the svg picture up to date, as for paper. */
  syncSvg(): void {
    if (this.#scene) this.#drawSvg(this.#scene);
  }

  destroy(): void {
    this.#svg?.destroy();
    this.#maplibre?.destroy();
    this.#svg = null;
    this.#maplibre = null;
    this.#scene = null;
    this.#settled = false;
    this.#reveal('svg');
  }

  #drawSvg(whole: Scene): void {
    const scene = whole.overview ?? whole;
    if (this.#svg) {
      this.#svg.draw(scene);
      return;
    }
    this.#svg = createSvgRenderer(this.#layers.svg, scene, {
      onPoint: this.#events.onPoint,
      onPress: this.#events.onPress,
      onFail: this.#events.onFail,
      onDrawn: () => this.#events.onDrawn('svg'),
    });
    // names, focus and keys are the element's
    this.#svg.element.setAttribute('aria-hidden', 'true');
    this.#svg.highlight(this.#highlight);
  }

  async #fetchMaplibre(choice: RendererChoice, hints: GestureHints): Promise<void> {
    this.#settled = true;
    if (choice === 'auto' && !supportsWebgl2()) return;
    try {
      const { createMaplibreRenderer } = await import('../../renderers/maplibre/create-maplibre-renderer.js');
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
          onInterrupted: () => this.#giveBack(),
          onZoom: (enlargement) => this.#zoom(enlargement),
          onTileFault: this.#events.onTileFault,
        },
      );
      this.#maplibre.highlight(this.#highlight);
    } catch (error) {
      this.#fail({ code: 'import-failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #zoom(enlargement: number): void {
    this.#enlargement = enlargement;
    if (this.zoomable) this.#events.onView(enlargement);
  }

  #take(): void {
    this.#reveal('maplibre');
    this.#events.onDrawn('maplibre');
  }

  /** The WebGL context is lost for now. */
  #giveBack(): void {
    this.syncSvg();
    this.#reveal('svg');
  }

  #fail(reason: { readonly code: string; readonly message: string }): void {
    this.#maplibre = null;
    this.#giveBack();
    this.#events.onFail(reason);
  }

  #dropMaplibre(): void {
    this.#maplibre?.destroy();
    this.#maplibre = null;
    this.#settled = false;
    this.#giveBack();
  }

  #reveal(renderer: 'svg' | 'maplibre'): void {
    const changes = this.#shown !== renderer;
    this.#shown = renderer;
    this.#layers.svg.classList.toggle('is-behind', renderer !== 'svg');
    this.#layers.maplibre.classList.toggle('is-behind', renderer !== 'maplibre');
    if (changes) this.#events.onView(this.enlargement);
  }
}


import type { ReactiveControllerHost } from 'lit';
import type { Board } from '../../board/board-store.js';
import { nameOf } from '../../board/load-files.js';
import { DrawEvent } from '../../events/draw-event.js';
import { WidthController } from '../../internal/width-controller.js';
import { controlsOf } from '../../localize/controls.js';
import { WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { Navigation, RendererName } from '../../renderers/renderer.js';
import type { Scene } from '../../scene/scene.js';
import type { AreaCursor } from './area-cursor.js';
import type { BasemapWish } from './basemap-choice.js';
import { BasemapController } from './basemap-controller.js';
import { CameraState } from './camera-state.js';
import { ComparisonPicture } from './comparison-picture.js';
import { DrillTransition } from './drill-transition.js';
import type { MapInteraction } from './map-interaction.js';
import type { MapProblems } from './map-problems.js';
import type { PageStyle } from './page-style.js';
import { RendererPair } from './renderer-pair.js';
import type { RendererChoice } from './renderer-pair.js';
import { SceneMaker } from './scene-maker.js';

/** Narrowest picture that is laid out, in CSS pixels. */
const LEAST_WIDTH = 160;

/** The element a picture stands in: what it asks for, and where. */
export interface PictureHost extends ReactiveControllerHost, BasemapWish {
  readonly board: Board;
  readonly renderer: RendererChoice;
  readonly boundaries: string;
  readonly renderRoot: ParentNode;
  readonly isConnected: boolean;
}

export interface PictureOptions {
  readonly cursor: () => AreaCursor;
  readonly interaction: MapInteraction;
  readonly problems: MapProblems;
  readonly emit: (event: Event) => void;
  /** A renderer's first complete picture stands. */
  readonly onDrawn: () => void;
}

/** The picture of a map: a scene of its board at its width, drawn and looked at. */
export class MapPicture {
  readonly #host: PictureHost;
  readonly #options: PictureOptions;
  readonly #ruler: WidthController;
  readonly #maker = new SceneMaker();
  readonly #comparison: ComparisonPicture;
  readonly #camera: CameraState;
  readonly #transition = new DrillTransition();
  readonly #basemap = new BasemapController();
  #renderers: RendererPair | null = null;
  #scene: Scene | null = null;
  /** What has drawn areas without figures, while those are read. */
  #outlinedBy: RendererName | null = null;
  #attribution: readonly string[] = [];

  constructor(host: PictureHost, options: PictureOptions) {
    this.#host = host;
    this.#options = options;
    this.#ruler = new WidthController(host);
    this.#camera = new CameraState(options.emit);
    this.#comparison = new ComparisonPicture({
      onPoint: (code) => options.cursor().point(code),
      onPress: (code) => options.cursor().press(code, performance.now()),
      onFail: (reason) => options.problems.fallBack(reason),
    });
  }

  /** What is drawn now; nothing before there are areas and a width. */
  get scene(): Scene | null {
    return this.#scene;
  }

  /** The picture of another date beside it. */
  get second(): Scene | null {
    return this.#maker.second;
  }

  /** In CSS pixels; 0 before the first layout and while the element is hidden. */
  get width(): number {
    return this.#ruler.width === 0 ? 0 : Math.max(LEAST_WIDTH, this.#ruler.width);
  }

  /** Whom the base map comes from. */
  get attribution(): readonly string[] {
    return this.#attribution;
  }

  /** Moves what is seen; nothing before the first picture. */
  get navigation(): Navigation | null {
    return this.#renderers?.navigation ?? null;
  }

  /** What is seen; what was asked for while it is not shown yet. */
  get camera(): MapCamera {
    return this.#camera.asked ?? this.#seen;
  }

  /** @throws RangeError for what is no camera */
  askCamera(camera: MapCamera): void {
    this.#camera.ask(camera);
    this.#host.requestUpdate();
  }

  get zoomable(): boolean {
    return this.#renderers?.zoomable ?? false;
  }

  get zoomed(): boolean {
    return this.#seen.zoom > 1.01;
  }

  /** A base map is asked for, and this picture can have none. */
  get lacksBasemap(): boolean {
    const { basemap, renderer } = this.#host;
    if (basemap === null || basemap === '' || !this.#scene) return false;
    const drawnByMaplibre =
      renderer !== 'svg' &&
      !this.#options.problems.fellBack &&
      this.second === null &&
      this.#renderers?.lacksWebgl !== true;
    return !drawnByMaplibre || this.#scene.layout.projection.kind !== 'mercator';
  }

  /** Makes the scene of what the board says; draws nothing yet. */
  makeScene(pageStyle: PageStyle): void {
    const { board } = this.#host;
    board.noteGround(pageStyle.ground);
    this.#scene = this.#maker.make(board.snapshot, this.width, pageStyle);
  }

  /** Draws the scene into the boxes that the element has rendered. */
  draw(): void {
    const scene = this.#scene;
    const { board, renderer, renderRoot } = this.#host;
    const {
      status,
      state: { selected, pointed, locale, within },
    } = board.snapshot;
    const box = renderRoot.querySelector<HTMLElement>('.stage');
    if (box) box.style.height = scene ? `${scene.layout.height}px` : '';
    // an element that is out of the document draws nothing, whatever is set on it
    if (this.#host.isConnected) this.#renderers ??= this.#createRenderers();
    const renderers = this.#renderers;
    if (!scene || !renderers) return;
    this.#comparison.show(renderRoot.querySelector<HTMLElement>('#second'), this.second);
    this.#comparison.highlight({ selected, pointed });
    this.#basemap.show(this.#host, { board, renderers, lacks: this.lacksBasemap });
    renderers.show(
      scene,
      status === 'ready' && this.second === null ? renderer : 'svg',
      controlsOf(locale).map.gestures,
      this.second !== null,
    );
    renderers.highlight({ selected, pointed });
    if (status === 'ready') this.#camera.apply(renderers.navigation);
    const outlinedBy = this.#outlinedBy;
    if (outlinedBy && status !== 'loading') {
      this.#outlinedBy = null;
      requestAnimationFrame(() => this.#tellDrawn(outlinedBy));
    }
    this.#transition.animate(renderers.layer, { layout: scene.layout, within });
  }

  /** Brings the page's own picture up to date for print, or back. */
  setPrinting(isPrinting: boolean): void {
    if (isPrinting) this.#renderers?.preparePrint();
    else this.#renderers?.endPrint();
  }

  /** Call it when the element has left the document for good. */
  destroy(): void {
    this.#renderers?.destroy();
    this.#renderers = null;
    this.#comparison.destroy();
  }

  get #seen(): MapCamera {
    return this.#renderers?.camera ?? WHOLE;
  }

  #createRenderers(): RendererPair | null {
    const { renderRoot } = this.#host;
    const [svg, maplibre] = ['#svg', '#maplibre'].map((id) => renderRoot.querySelector<HTMLElement>(id));
    if (!svg || !maplibre) return null;
    const { cursor, problems } = this.#options;
    return new RendererPair(
      { svg, maplibre },
      {
        onPoint: (code, at) => cursor().point(code, at),
        onPress: (code) => cursor().press(code, performance.now()),
        onDrawn: (renderer) => this.#tellDrawn(renderer),
        onView: () => this.#followView(),
        onBasemap: ({ attribution, problem }) => {
          this.#attribution = attribution;
          this.#host.requestUpdate();
          problems.noteBasemap(problem);
        },
        onFail: (reason) => problems.fallBack(reason),
        onInterrupt: (gone) => problems.interrupt(gone),
        onTileFault: (error) => problems.missTile(nameOf(this.#host.boundaries), error),
      },
    );
  }

  /** An outline is no complete picture: it is told with the first frame that has figures. */
  #tellDrawn(renderer: RendererName): void {
    if (this.#host.board.snapshot.status === 'loading') {
      this.#outlinedBy = renderer;
      return;
    }
    this.#outlinedBy = null;
    this.#options.emit(new DrawEvent(renderer));
    this.#host.requestUpdate();
    this.#options.onDrawn();
  }

  /** Another part of the picture is seen, or another picture. */
  #followView(): void {
    const camera = this.#seen;
    // tiles of villages and of townships lie elsewhere: there is nothing to zoom into
    if (this.#scene?.layout.projection.kind === 'mercator') this.#options.interaction.followZoom(camera.zoom);
    this.#host.requestUpdate();
    if (this.#host.isConnected) this.#camera.tell(camera);
  }
}

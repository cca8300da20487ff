import { createCanvasRenderer } from '../../renderers/canvas/canvas-renderer.js';
import { WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { PageRenderer, PageRendererEvents } from '../../renderers/page-renderer.js';
import { createSvgRenderer } from '../../renderers/svg/svg-renderer.js';
import type { Scene } from '../../scene/scene.js';

/**
 * More areas than this are painted on a canvas instead of being elements. Measured by `npm run bench -- map`, which tells
 * both at each size: docs/benchmarks-map.md.
 */
export const MOST_ELEMENTS = 600;

/**
 * The picture a page can draw by itself: svg elements, or a canvas where they would be too many. On paper it is always
 * svg, which stays sharp.
 */
export class PagePicture {
  readonly #container: HTMLElement;
  readonly #events: PageRendererEvents;
  #renderer: PageRenderer | null = null;
  #highlight: Parameters<PageRenderer['highlight']>[0] = { selected: null, pointed: null };
  #still = false;
  /** Until the page is known to have no 2-D canvas. */
  #hasCanvas = true;
  #paper: PageRenderer | null = null;

  constructor(container: HTMLElement, events: PageRendererEvents) {
    this.#container = container;
    this.#events = events;
  }

  /** What the picture is drawn with, once there is one. */
  get name(): PageRenderer['name'] {
    return this.#renderer?.name ?? 'svg';
  }

  draw(scene: Scene): void {
    const wanted = this.#hasCanvas && scene.layout.areas.length > MOST_ELEMENTS ? 'canvas' : 'svg';
    if (this.#renderer?.name === wanted) {
      this.#renderer.draw(scene);
      return;
    }
    this.#renderer?.destroy();
    this.#renderer = wanted === 'svg' ? createSvgRenderer(this.#container, scene, this.#events) : this.#createCanvas(scene);
    // names, focus and keys are the element's
    this.#renderer.element.setAttribute('aria-hidden', 'true');
    this.#renderer.highlight(this.#highlight);
    this.#renderer.hold(this.#still);
  }

  highlight(codes: Parameters<PageRenderer['highlight']>[0]): void {
    this.#highlight = codes;
    this.#renderer?.highlight(codes);
  }

  /** Whether the reader may not zoom. */
  hold(still: boolean): void {
    this.#still = still;
    this.#renderer?.hold(still);
  }

  fit(): void {
    this.#renderer?.fit();
  }

  zoomBy(doublings: number): void {
    this.#renderer?.zoomBy(doublings);
  }

  zoomTo(code: string): void {
    this.#renderer?.zoomTo(code);
  }

  /** What is seen of the picture; all of it before there is one. */
  get camera(): MapCamera {
    return this.#renderer?.camera ?? WHOLE;
  }

  look(camera: MapCamera): void {
    this.#renderer?.look(camera);
  }

  /** Puts a sharp picture for paper in the place of a canvas. */
  preparePaper(scene: Scene): void {
    if (this.#renderer?.name !== 'canvas') return;
    if (this.#paper) {
      this.#paper.draw(scene);
      return;
    }
    const sheet = document.createElement('div');
    sheet.className = 'for-paper';
    this.#container.prepend(sheet);
    const nothing = (): void => undefined;
    this.#paper = createSvgRenderer(sheet, scene, { onPoint: nothing, onPress: nothing, onDrawn: nothing, onFail: nothing });
    this.#paper.element.setAttribute('aria-hidden', 'true');
  }

  /** The page was printed. */
  leavePaper(): void {
    this.#paper?.element.parentElement?.remove();
    this.#paper?.destroy();
    this.#paper = null;
  }

  destroy(): void {
    this.leavePaper();
    this.#renderer?.destroy();
    this.#renderer = null;
  }

  /** A page without a 2-D canvas has elements all the same. */
  #createCanvas(scene: Scene): PageRenderer {
    try {
      return createCanvasRenderer(this.#container, scene, this.#events);
    } catch {
      this.#hasCanvas = false;
      return createSvgRenderer(this.#container, scene, this.#events);
    }
  }
}

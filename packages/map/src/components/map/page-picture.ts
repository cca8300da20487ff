import { createCanvasRenderer } from '../../renderers/canvas/canvas-renderer.js';
import type { PageNavigation, PageRenderer, PageRendererEvents } from '../../renderers/page-renderer.js';
import { createSvgRenderer } from '../../renderers/svg/svg-renderer.js';
import type { Scene } from '../../scene/scene.js';

/**
 * More areas than this are painted on a canvas instead of being elements. Measured by `npm run bench -- map`, which tells
 * both at each size: docs/benchmarks-map.md.
 */
export const MOST_ELEMENTS = 600;

/**
 * The picture a page can draw by itself: svg elements, or a canvas where they would be too many. In print it is always
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
  #printed: PageRenderer | null = null;

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
    this.#renderer =
      wanted === 'svg' ? createSvgRenderer(this.#container, scene, this.#events) : this.#createCanvas(scene);
    // names, focus and keys are the element's
    this.#renderer.element.setAttribute('aria-hidden', 'true');
    this.#renderer.highlight(this.#highlight);
    this.#renderer.navigation.hold(this.#still);
  }

  highlight(codes: Parameters<PageRenderer['highlight']>[0]): void {
    this.#highlight = codes;
    this.#renderer?.highlight(codes);
  }

  /** Whether the reader may not zoom. */
  hold(still: boolean): void {
    this.#still = still;
    this.#renderer?.navigation.hold(still);
  }

  /** Moves the picture, once there is one. */
  get navigation(): PageNavigation | null {
    return this.#renderer?.navigation ?? null;
  }

  /** Puts a sharp picture for print in the place of a canvas. */
  preparePrint(scene: Scene): void {
    if (this.#renderer?.name !== 'canvas') return;
    if (this.#printed) {
      this.#printed.draw(scene);
      return;
    }
    const sheet = document.createElement('div');
    sheet.className = 'for-print';
    this.#container.prepend(sheet);
    const nothing = (): void => undefined;
    this.#printed = createSvgRenderer(sheet, scene, {
      onPoint: nothing,
      onPress: nothing,
      onDrawn: nothing,
      onFail: nothing,
    });
    this.#printed.element.setAttribute('aria-hidden', 'true');
  }

  /** The page was printed. */
  endPrint(): void {
    this.#printed?.element.parentElement?.remove();
    this.#printed?.destroy();
    this.#printed = null;
  }

  destroy(): void {
    this.endPrint();
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

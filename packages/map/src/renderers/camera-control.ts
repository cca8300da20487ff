import { findShape } from '../geometry/find-neighbour.js';
import type { SceneLayout } from '../scene/scene.js';
import {
  boundCamera,
  carryCamera,
  fitCamera,
  focusCamera,
  fromMapCamera,
  measureFit,
  toMapCamera,
  toScene,
  zoomAround,
} from './camera.js';
import type { Camera, MapCamera } from './camera.js';
import type { PageNavigation } from './page-renderer.js';

export interface CameraControlOptions {
  /** The scene's layout now. */
  readonly layout: () => SceneLayout;
  /** The camera has moved: draw. */
  readonly onMove: (camera: Camera) => void;
}

/** How far a pointer goes before it drags, in CSS pixels: a press trembles. */
const TREMBLE = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Zooms and moves a picture by hand: the wheel with Ctrl or ⌘ and the trackpad's pinch, dragging once it is enlarged, two
 * fingers. Everything else is left to the page, so that it scrolls as always. Listeners end with the element.
 */
export class CameraControl implements PageNavigation {
  readonly #element: HTMLElement | SVGElement;
  readonly #options: CameraControlOptions;
  #camera: Camera;
  #drag: { readonly id: number; readonly from: Point; readonly camera: Camera } | null = null;
  #dragging = false;
  #still = false;
  #pinch: { readonly spread: number; readonly middle: Point } | null = null;

  constructor(element: HTMLElement | SVGElement, options: CameraControlOptions) {
    this.#element = element;
    this.#options = options;
    this.#camera = fitCamera(options.layout());
    const listen = <
      K extends
        | 'wheel'
        | 'pointerdown'
        | 'pointermove'
        | 'pointerup'
        | 'pointercancel'
        | 'touchstart'
        | 'touchmove'
        | 'touchend'
        | 'click',
    >(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
      capture = false,
    ): void => element.addEventListener(type, listener as EventListener, { passive: false, capture });
    listen('wheel', (event) => this.#turn(event));
    listen('pointerdown', (event) => this.#take(event));
    listen('pointermove', (event) => this.#pull(event));
    listen('pointerup', () => this.#letGo());
    listen('pointercancel', () => this.#letGo());
    listen('touchstart', (event) => this.#spread(event));
    listen('touchmove', (event) => this.#spread(event));
    listen('touchend', (event) => this.#spread(event));
    // a press that became a drag is no choice of an area
    listen('click', (event) => this.#swallow(event), true);
  }

  get camera(): MapCamera {
    return toMapCamera(this.#camera, this.#options.layout());
  }

  /** The same in units of the scene. */
  get sceneCamera(): Camera {
    return this.#camera;
  }

  /** A drag is under way: nothing new is pointed at. */
  get dragging(): boolean {
    return this.#dragging;
  }

  get isHeld(): boolean {
    return this.#drag !== null || this.#pinch !== null;
  }

  fit(): void {
    this.#move(fitCamera(this.#options.layout()));
  }

  zoomBy(doublings: number): void {
    this.#move(zoomAround(this.#camera, 2 ** doublings, this.#camera, this.#options.layout()));
  }

  zoomTo(code: string): void {
    const layout = this.#options.layout();
    const area = findShape(layout, code);
    if (area) this.#move(focusCamera(area.bounds, layout));
  }

  jumpTo(camera: MapCamera): void {
    this.#move(fromMapCamera(camera, this.#options.layout()));
  }

  hold(still: boolean): void {
    this.#still = still;
    if (still) this.fit();
  }

  /** Another layout took the place of one: another level of the same ground is looked at from where one is, all else whole. */
  relayOut(before: SceneLayout, after: SceneLayout): void {
    const kept = this.#camera.zoom === 1 ? null : carryCamera(this.#camera, before, after);
    this.#move(kept ?? fitCamera(after));
  }

  #move(camera: Camera): void {
    const { zoom, x, y } = this.#camera;
    if (this.#still && camera.zoom !== 1) return;
    if (camera.zoom === zoom && camera.x === x && camera.y === y) return;
    this.#camera = camera;
    this.#element.style.cursor = camera.zoom > 1 ? 'grab' : '';
    this.#options.onMove(camera);
  }

  #turn(event: WheelEvent): void {
    if (this.#still || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 24;
    // a mouse's notch is a hundred pixels, a trackpad's pinch a few
    const doublings = Math.min(0.5, Math.max(-0.5, -event.deltaY * lines * 0.01));
    this.#move(zoomAround(this.#camera, 2 ** doublings, this.#find(event), this.#options.layout()));
  }

  #take(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.button !== 0 || this.#camera.zoom === 1) return;
    this.#dragging = false;
    this.#drag = { id: event.pointerId, from: { x: event.clientX, y: event.clientY }, camera: this.#camera };
  }

  #pull(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || drag.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - drag.from.x, event.clientY - drag.from.y];
    if (!this.#dragging) {
      if (Math.hypot(dx, dy) < TREMBLE) return;
      this.#dragging = true;
      this.#element.setPointerCapture(drag.id);
    }
    const layout = this.#options.layout();
    const scale = measureFit(layout, this.#box()) * drag.camera.zoom;
    this.#move(boundCamera({ ...drag.camera, x: drag.camera.x - dx / scale, y: drag.camera.y - dy / scale }, layout));
  }

  #letGo(): void {
    this.#drag = null;
    // the click comes after; without one nothing is swallowed later
    if (this.#dragging) setTimeout(() => (this.#dragging = false));
  }

  #swallow(event: MouseEvent): void {
    if (!this.#dragging) return;
    event.stopImmediatePropagation();
    this.#dragging = false;
  }

  #spread(event: TouchEvent): void {
    const [one, other] = event.touches;
    if (this.#still || !one || !other) {
      this.#pinch = null;
      return;
    }
    if (event.cancelable) event.preventDefault();
    const middle = { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
    const spread = Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
    const before = this.#pinch;
    this.#pinch = { spread, middle };
    if (!before) return;
    const layout = this.#options.layout();
    const at = this.#find({ clientX: before.middle.x, clientY: before.middle.y });
    const zoomed = zoomAround(this.#camera, spread / before.spread, at, layout);
    const scale = measureFit(layout, this.#box()) * zoomed.zoom;
    const [dx, dy] = [middle.x - before.middle.x, middle.y - before.middle.y];
    this.#move(boundCamera({ ...zoomed, x: zoomed.x - dx / scale, y: zoomed.y - dy / scale }, layout));
  }

  #box(): DOMRect {
    return this.#element.getBoundingClientRect();
  }

  #find({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const box = this.#box();
    return toScene(this.#camera, { x: clientX - box.left, y: clientY - box.top }, this.#options.layout(), box);
  }
}

import { isSameLayout } from '../../scene/diff-scenes.js';
import type { Scene } from '../../scene/scene.js';
import { CameraControl } from '../camera-control.js';
import { measureFit, toScene, writeViewBox } from '../camera.js';
import type { Camera, Size } from '../camera.js';
import { watchPointer } from '../page-pointer.js';
import type { PageRenderer, PageRendererEvents } from '../page-renderer.js';
import { describeRings } from '../svg/describe-scene.js';
import type { Highlight } from '../svg/describe-scene.js';
import { createElement, NAMESPACE, setAttributes } from '../svg/svg-element.js';
import { AreaFinder } from './area-finder.js';
import { OutlineLayer } from './outline-layer.js';
import { paintScene } from './paint-scene.js';
import { PatternTiles } from './pattern-tile.js';

/** A renderer whose picture is one canvas, for scenes of more areas than a page has elements to spare. */
export interface CanvasRenderer extends PageRenderer {
  readonly name: 'canvas';
  readonly element: HTMLElement;
}

/** A picture that takes longer than this to paint is moved as it is, and painted anew when it rests. Milliseconds. */
const SWIFT = 12;
const REST = 120;

/**
 * Draws scenes on a 2-D canvas. The picture stands as soon as this returns; `onDrawn` follows in the next frame.
 *
 * @throws Error where the page has no 2-D canvas
 *
 * @example
 * const renderer = createCanvasRenderer(container, scene, events);
 * renderer.draw(nextScene);
 */
export function createCanvasRenderer(
  container: HTMLElement | ShadowRoot,
  scene: Scene,
  events: PageRendererEvents,
): CanvasRenderer {
  return new CanvasPicture(container, scene, events);
}

class CanvasPicture implements CanvasRenderer {
  readonly name = 'canvas';
  readonly element = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #rings = document.createElementNS(NAMESPACE, 'svg');
  readonly #context: CanvasRenderingContext2D;
  readonly #kept = { patterns: new PatternTiles(), outlines: new OutlineLayer() };
  readonly #observer = new ResizeObserver(() => this.resize());
  readonly #events: PageRendererEvents;
  readonly navigation: CameraControl;
  readonly #frame: number;
  #scene: Scene;
  #finder: AreaFinder;
  #highlight: Highlight = { selected: null, pointed: null };
  #box: Size = { width: 0, height: 0 };
  /** The camera the canvas was painted for. */
  #painted: Camera;
  #paintTime = 0;
  #moving = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement | ShadowRoot, scene: Scene, events: PageRendererEvents) {
    this.#scene = scene;
    this.#events = events;
    this.#finder = new AreaFinder(scene.layout);
    // kept by the processor: on software graphics an accelerated canvas strokes a hundred times slower
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('canvas: this page has no 2-D canvas');
    this.#context = context;
    Object.assign(this.element.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      width: '100%',
      height: '100%',
      overflow: 'hidden',
    });
    for (const layer of [this.#canvas, this.#rings]) {
      Object.assign(layer.style, {
        position: 'absolute',
        left: '0',
        top: '0',
        width: '100%',
        height: '100%',
        transformOrigin: '0 0',
      });
    }
    this.#rings.style.pointerEvents = 'none';
    this.element.append(this.#canvas, this.#rings);
    container.append(this.element);
    this.navigation = new CameraControl(this.element, {
      layout: () => this.#scene.layout,
      onMove: () => this.#follow(),
    });
    this.#painted = this.navigation.sceneCamera;
    watchPointer(this.element, { control: this.navigation, find: (event) => this.#find(event), events });
    this.#box = this.#measure();
    this.#paint();
    this.#observer.observe(this.element);
    this.#frame = requestAnimationFrame(() => events.onDrawn());
  }

  draw(scene: Scene): void {
    const { layout } = this.#scene;
    this.#scene = scene;
    if (!isSameLayout(scene.layout, layout)) {
      this.#finder = new AreaFinder(scene.layout);
      this.navigation.relayOut(layout, scene.layout);
    }
    this.#paint();
  }

  highlight(codes: Highlight): void {
    this.#highlight = codes;
    this.#drawRings();
  }

  resize(): void {
    const { width, height } = this.#measure();
    if (width === this.#box.width && height === this.#box.height && this.#canvas.width === this.#pixels(width)) return;
    this.#box = { width, height };
    this.#paint();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#moving);
    clearTimeout(this.#resting);
    this.#observer.disconnect();
    this.element.remove();
  }

  #measure(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  #pixels(length: number): number {
    return Math.max(1, Math.round(length * Math.min(4, window.devicePixelRatio)));
  }

  #paint(): void {
    clearTimeout(this.#resting);
    const begin = performance.now();
    const { width, height } = this.#box;
    const canvas = this.#canvas;
    if (canvas.width !== this.#pixels(width)) canvas.width = this.#pixels(width);
    if (canvas.height !== this.#pixels(height)) canvas.height = this.#pixels(height);
    const camera = this.navigation.sceneCamera;
    const { layout } = this.#scene;
    const ratio = width > 0 ? canvas.width / width : 1;
    const scale = measureFit(layout, this.#box) * camera.zoom * ratio;
    const [left, top] = [canvas.width / 2 - camera.x * scale, canvas.height / 2 - camera.y * scale];
    paintScene(
      this.#context,
      this.#scene,
      { scale, left, top, width: canvas.width, height: canvas.height },
      this.#kept,
    );
    this.#painted = camera;
    canvas.style.transform = '';
    this.#drawRings();
    this.#paintTime = performance.now() - begin;
  }

  /** Shows where the camera is: at once where painting is quick, else the picture enlarged until it rests. */
  #follow(): void {
    this.#events.onMove?.();
    cancelAnimationFrame(this.#moving);
    this.#moving = requestAnimationFrame(() => {
      if (this.#paintTime < SWIFT) return this.#paint();
      const [was, now] = [this.#painted, this.navigation.sceneCamera];
      const fit = measureFit(this.#scene.layout, this.#box);
      const grown = now.zoom / was.zoom;
      const at = (middle: number, before: number, after: number): number =>
        middle * (1 - grown) + (before - after) * fit * now.zoom;
      const [x, y] = [at(this.#box.width / 2, was.x, now.x), at(this.#box.height / 2, was.y, now.y)];
      this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${grown})`;
      this.#drawRings();
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#paint(), REST);
    });
  }

  /** Another target or date moves no ring: the layer over the canvas is touched only where something on it changes. */
  #drawRings(): void {
    const viewBox = writeViewBox(this.navigation.sceneCamera, this.#scene.layout);
    if (this.#rings.getAttribute('viewBox') !== viewBox) setAttributes(this.#rings, { viewBox });
    const { selected, pointed } = this.#highlight;
    if (selected === null && pointed === null && this.#rings.childElementCount === 0) return;
    this.#rings.replaceChildren(...describeRings(this.#scene, this.#highlight).map(createElement));
  }

  #find({ clientX, clientY }: MouseEvent): string | null {
    const box = this.element.getBoundingClientRect();
    const { x, y } = toScene(
      this.navigation.sceneCamera,
      { x: clientX - box.left, y: clientY - box.top },
      this.#scene.layout,
      box,
    );
    return this.#finder.find(x, y);
  }
}

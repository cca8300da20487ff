import { diffScenes } from '../../scene/diff-scenes.js';
import type { Scene } from '../../scene/scene.js';
import { CameraControl } from '../camera-control.js';
import { writeViewBox } from '../camera.js';
import type { Camera } from '../camera.js';
import { watchPointer } from '../page-pointer.js';
import type { PageRenderer, PageRendererEvents } from '../page-renderer.js';
import {
  describeArea,
  describeFrame,
  describeGlyphs,
  describeGround,
  describeLayer,
  describeLayers,
  describeOutlines,
  describePatterns,
  describeRings,
  describeTexts,
  LAYER_ORDER,
} from './describe-scene.js';
import type { Highlight, SceneLayers } from './describe-scene.js';
import { familiesOf } from '../text-style.js';
import { createElement, NAMESPACE, patchChildren, patchElement, setAttributes } from './svg-element.js';
import type { SvgNode } from './svg-node.js';

export interface SvgRendererOptions {
  /** Begins every id; by default one that no other renderer of the page has. */
  readonly patternsPrefix?: string;
}

/** A renderer whose picture is elements of the page. */
export interface SvgRenderer extends PageRenderer {
  readonly name: 'svg';
  readonly element: SVGSVGElement;
}

/**
 * Draws scenes as SVG elements into a container. The picture stands as soon as this returns; `onDrawn` follows in the
 * next frame. Later scenes of the same layout change only what differs.
 *
 * @example
 * const renderer = createSvgRenderer(container, scene, events);
 * renderer.draw(nextScene);
 */
export function createSvgRenderer(
  container: HTMLElement | ShadowRoot,
  scene: Scene,
  events: PageRendererEvents,
  options: SvgRendererOptions = {},
): SvgRenderer {
  return new SvgPicture(container, scene, events, options);
}

let count = 0;

type Layer = keyof SceneLayers;

class SvgPicture implements SvgRenderer {
  readonly name = 'svg';
  readonly element = document.createElementNS(NAMESPACE, 'svg');
  readonly #prefix: string;
  readonly #events: PageRendererEvents;
  readonly #groups = new Map<Layer, SVGElement>();
  readonly #frame: number;
  readonly navigation: CameraControl;
  #nodes: SceneLayers;
  #scene: Scene;
  #highlight: Highlight = { selected: null, pointed: null };

  constructor(
    container: HTMLElement | ShadowRoot,
    scene: Scene,
    events: PageRendererEvents,
    options: SvgRendererOptions,
  ) {
    count += 1;
    this.#prefix = options.patternsPrefix ?? `guatu-${count}`;
    this.#events = events;
    this.#scene = scene;
    this.#nodes = describeLayers(scene, this.#prefix);
    setAttributes(this.element, { role: 'img', width: '100%', height: '100%', preserveAspectRatio: 'xMidYMid meet' });
    this.#groups.set('defs', append(this.element, 'defs', {}));
    for (const layer of LAYER_ORDER) this.#groups.set(layer, append(this.element, 'g', describeLayer(layer)));
    this.navigation = new CameraControl(this.element, {
      layout: () => this.#scene.layout,
      onMove: (camera) => this.#follow(camera),
    });
    this.#drawAll();
    watchPointer(this.element, { control: this.navigation, find: findCode, events });
    container.append(this.element);
    this.#frame = requestAnimationFrame(() => events.onDrawn());
  }

  draw(scene: Scene): void {
    const previous = this.#scene;
    this.#scene = scene;
    const { layoutChanged, paints, glyphs, texts, background } = diffScenes({ previous, next: scene });
    if (layoutChanged) {
      this.navigation.relayOut(previous.layout, scene.layout);
      this.#nodes = describeLayers(scene, this.#prefix, this.#highlight);
      this.#drawAll();
      return;
    }
    // definitions first: an area must not point at a pattern that is not there yet
    if (paints.length > 0) this.#patch('defs', describePatterns(scene.paints, this.#prefix));
    this.#patchAreas(paints);
    if (background) this.#patch('ground', describeGround(scene));
    if (previous.font !== scene.font) setAttributes(this.element, { 'font-family': familiesOf(scene) });
    if (previous.ink !== scene.ink) {
      this.#patch('outlines', describeOutlines(scene));
      this.#patch('rings', describeRings(scene, this.#highlight));
    }
    if (glyphs) this.#patch('glyphs', describeGlyphs(scene));
    if (texts) this.#patch('texts', describeTexts(scene));
  }

  highlight(codes: Highlight): void {
    this.#highlight = codes;
    this.#patch('rings', describeRings(this.#scene, codes));
  }

  /** The picture scales with its box by itself. */
  resize(): void {}

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
  }

  #follow(camera: Camera): void {
    this.#events.onMove?.();
    setAttributes(this.element, { viewBox: writeViewBox(camera, this.#scene.layout) });
  }

  #drawAll(): void {
    setAttributes(this.element, describeFrame(this.#scene));
    if (this.navigation.sceneCamera.zoom !== 1) this.#follow(this.navigation.sceneCamera);
    for (const [layer, group] of this.#groups) {
      group.replaceChildren(...this.#nodes[layer].map(createElement));
    }
  }

  #patchAreas(indices: readonly number[]): void {
    if (indices.length === 0) return;
    const group = this.#groups.get('areas');
    const areas = [...this.#nodes.areas];
    for (const index of indices) {
      const shape = this.#scene.layout.areas[index];
      const child = group?.children[index];
      const before = areas[index];
      if (!shape || !child || !before) continue;
      const after = describeArea(shape, this.#scene.paints[index], this.#prefix, before);
      patchElement(child, before, after);
      areas[index] = after;
    }
    this.#nodes = { ...this.#nodes, areas };
  }

  #patch(layer: Layer, next: readonly SvgNode[]): void {
    const group = this.#groups.get(layer);
    if (group) patchChildren(group, this.#nodes[layer], next);
    this.#nodes = { ...this.#nodes, [layer]: next };
  }
}

function findCode({ target }: Event): string | null {
  return target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null;
}

function append(parent: Element, tag: string, attributes: SvgNode['attributes']): SVGElement {
  const child = createElement({ tag, attributes, children: [] });
  parent.append(child);
  return child;
}

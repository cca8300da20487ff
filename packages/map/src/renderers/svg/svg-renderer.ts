import { diffScenes } from '../../scene/diff-scenes.js';
import type { Scene } from '../../scene/scene.js';
import type { Renderer, RendererEvents } from '../renderer.js';
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
import type { SvgNode } from './svg-node.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';

export interface SvgRendererOptions {
  /** Begins every id; by default one that no other renderer of the page has. */
  readonly patternsPrefix?: string;
}

/** A renderer whose picture is elements of the page. */
export interface SvgRenderer extends Renderer {
  readonly name: 'svg';
  /** The picture; label it for assistive technology. */
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
  events: RendererEvents,
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
  readonly #events: RendererEvents;
  readonly #groups = new Map<Layer, SVGElement>();
  readonly #frame: number;
  #nodes: SceneLayers;
  #scene: Scene;
  #highlight: Highlight = { selected: null, pointed: null };
  #pointed: string | null = null;

  constructor(container: HTMLElement | ShadowRoot, scene: Scene, events: RendererEvents, options: SvgRendererOptions) {
    count += 1;
    this.#prefix = options.patternsPrefix ?? `guatu-${count}`;
    this.#events = events;
    this.#scene = scene;
    this.#nodes = describeLayers(scene, this.#prefix);
    setAttributes(this.element, { role: 'img', width: '100%', height: '100%', preserveAspectRatio: 'xMidYMid meet' });
    this.#groups.set('defs', append(this.element, 'defs', {}));
    for (const layer of LAYER_ORDER) this.#groups.set(layer, append(this.element, 'g', describeLayer(layer)));
    this.#drawAll();
    this.#listen();
    container.append(this.element);
    this.#frame = requestAnimationFrame(() => events.onDrawn());
  }

  draw(scene: Scene): void {
    const previous = this.#scene;
    this.#scene = scene;
    const { layoutChanged, paints, glyphs, texts, background } = diffScenes({ previous, next: scene });
    if (layoutChanged) {
      this.#nodes = describeLayers(scene, this.#prefix, this.#highlight);
      this.#drawAll();
      return;
    }
    // definitions first: an area must not point at a pattern that is not there yet
    if (paints.length > 0) this.#patch('defs', describePatterns(scene.paints, this.#prefix));
    this.#patchAreas(paints);
    if (background) this.#patch('ground', describeGround(scene));
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

  fit(): void {
    setAttributes(this.element, describeFrame(this.#scene));
  }

  /** The picture scales with its box by itself. */
  resize(): void {}

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
  }

  #drawAll(): void {
    setAttributes(this.element, describeFrame(this.#scene));
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
      const after = describeArea(shape, this.#scene.paints[index], this.#prefix);
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

  #listen(): void {
    this.element.addEventListener('pointermove', (event) => this.#point(findCode(event), event));
    this.element.addEventListener('pointerleave', (event) => this.#point(null, event));
    this.element.addEventListener('click', (event) => this.#events.onPress(findCode(event)));
  }

  #point(code: string | null, event: PointerEvent): void {
    if (code === null && this.#pointed === null) return;
    this.#pointed = code;
    const box = this.element.getBoundingClientRect();
    this.#events.onPoint(code, { x: event.clientX - box.left, y: event.clientY - box.top });
  }
}

function findCode({ target }: Event): string | null {
  return target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null;
}

function append(parent: Element, tag: string, attributes: SvgNode['attributes']): SVGElement {
  const child = document.createElementNS(NAMESPACE, tag);
  setAttributes(child, attributes);
  parent.append(child);
  return child;
}

/** Makes an element of the page out of its description. */
export function createElement({ tag, attributes, children, text }: SvgNode): SVGElement {
  const made = document.createElementNS(NAMESPACE, tag);
  setAttributes(made, attributes);
  if (text !== undefined) made.textContent = text;
  for (const child of children) made.append(createElement(child));
  return made;
}

function setAttributes(target: Element, attributes: SvgNode['attributes']): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns') target.setAttribute(name, String(value));
  }
}

/** Makes a group's children what they are to be; elements that stay the same kind are kept. */
function patchChildren(group: Element, before: readonly SvgNode[], after: readonly SvgNode[]): void {
  if (before === after) return;
  const shared = Math.min(before.length, after.length);
  for (let index = 0; index < shared; index++) {
    const [old, next, child] = [before[index], after[index], group.children[index]];
    if (!old || !next || !child) continue;
    if (old.tag === next.tag) patchElement(child, old, next);
    else child.replaceWith(createElement(next));
  }
  while (group.children.length > after.length) group.lastElementChild?.remove();
  for (const next of after.slice(shared)) group.append(createElement(next));
}

function patchElement(child: Element, before: SvgNode, after: SvgNode): void {
  for (const [name, value] of Object.entries(after.attributes)) {
    if (before.attributes[name] !== value) child.setAttribute(name, String(value));
  }
  for (const name of Object.keys(before.attributes)) {
    if (!(name in after.attributes)) child.removeAttribute(name);
  }
  if (after.text !== undefined) {
    if (after.text !== before.text) child.textContent = after.text;
    return;
  }
  patchChildren(child, before.children, after.children);
}

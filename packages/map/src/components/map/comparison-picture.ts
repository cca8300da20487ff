import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '@guatu/core';
import { writeDate } from '@guatu/core/names';
import type { RendererEvents } from '../../renderers/renderer.js';
import type { Scene } from '../../scene/scene.js';
import { PagePicture } from './page-picture.js';

/** Room between two pictures side by side, and the narrowest that one of them is drawn, in CSS pixels. */
const [GAP, LEAST_WIDTH] = [24, 340];

/** Width of each of two pictures: half of the room, or all of it where they stand under each other. */
export function widthBeside(width: number): number {
  const half = Math.floor((width - GAP) / 2);
  return half >= LEAST_WIDTH ? half : width;
}

/** The date over each of two pictures. */
export function renderMoment(date: string, locale: Locale): TemplateResult {
  return html`<p part="moment" class="moment">${writeDate(date, locale)}</p>`;
}

/** The box of the second picture; its areas are the first one's, which keys and screen readers walk. */
export function renderSecond(scene: Scene | null, date: string, locale: Locale): TemplateResult | typeof nothing {
  if (!scene) return nothing;
  return html`<div class="second">
    ${renderMoment(date, locale)}
    <div part="stage" class="stage" id="second" role="img" aria-label=${[writeDate(date, locale), scene.summary].join(locale === 'zh' ? '：' : ': ')}></div>
  </div>`;
}

/** The second of two pictures, drawn by the page itself: the two must not be zoomed apart. */
export class ComparisonPicture {
  readonly #events: Pick<RendererEvents, 'onPoint' | 'onPress' | 'onFail'>;
  #picture: PagePicture | null = null;
  #box: HTMLElement | null = null;
  #scene: Scene | null = null;

  constructor(events: Pick<RendererEvents, 'onPoint' | 'onPress' | 'onFail'>) {
    this.#events = events;
  }

  /** Draws into a box, or lets go of the one it had. */
  show(box: HTMLElement | null, scene: Scene | null): void {
    if (!box || !scene) {
      this.destroy();
      return;
    }
    if (box !== this.#box) this.destroy();
    box.style.height = `${scene.layout.height}px`;
    this.#picture ??= new PagePicture(box, { ...this.#events, onDrawn: () => undefined });
    this.#picture.hold(true);
    if (scene !== this.#scene) this.#picture.draw(scene);
    this.#box = box;
    this.#scene = scene;
  }

  highlight(codes: { readonly selected: string | null; readonly pointed: string | null }): void {
    this.#picture?.highlight(codes);
  }

  destroy(): void {
    this.#picture?.destroy();
    this.#picture = null;
    this.#box = null;
    this.#scene = null;
  }
}

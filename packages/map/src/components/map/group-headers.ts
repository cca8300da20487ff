import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '@guatu/core';
import { controlsOf } from '../../localize/controls.js';
import type { Scene } from '../../scene/scene.js';
import { measureText } from '../../scene/text-width.js';

/** Where a township's name stands on the map. */
interface GroupPlace {
  readonly group: string;
  readonly name: string;
  /** x0, y0, x1, y1. */
  readonly bounds: readonly [number, number, number, number];
}

/** The places of the names of townships over their villages: a block's heading, or the name among polygons. */
function listGroupPlaces({ layout, texts }: Scene): readonly GroupPlace[] {
  const names = texts.filter(({ role }) => role === 'groupName');
  const headers = new Map(layout.headers?.map(({ group, bounds }) => [group, bounds]));
  const areas = new Set(layout.areas.map(({ code }) => code));
  return names
    .filter(({ code }) => !areas.has(code))
    .map(({ code, text, x, y, size, anchor }) => {
      const width = measureText(text, size);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { group: code, name: text, bounds: headers.get(code) ?? [left - 4, y - size, left + width + 4, y + size] };
    });
}

/**
 * Something to press over each township's name. The keyboard and screen readers have the breadcrumb for it, so it is
 * out of their way.
 */
export class GroupHeaders {
  #places: readonly GroupPlace[] = [];

  /** @param canPress whether a township can be gone into now */
  render(scene: Scene, locale: Locale, canPress: (group: string) => boolean): TemplateResult | typeof nothing {
    this.#places = listGroupPlaces(scene).filter(({ group }) => canPress(group));
    if (this.#places.length === 0) return nothing;
    const { levels } = controlsOf(locale);
    return html`<div class="headers" aria-hidden="true">
      ${this.#places.map(({ group, name }) => html`<button class="header" tabindex="-1" data-group=${group} title=${levels.header(name)}></button>`)}
    </div>`;
  }

  /** Puts what {@link render} made where it belongs: a page's policy allows no styles in markup. */
  place(root: ParentNode): void {
    for (const [index, button] of [...root.querySelectorAll<HTMLElement>('.header')].entries()) {
      const [x0, y0, x1, y1] = this.#places[index]?.bounds ?? [0, 0, 0, 0];
      Object.assign(button.style, { left: `${x0}px`, top: `${y0}px`, width: `${x1 - x0}px`, height: `${y1 - y0}px` });
    }
  }
}

import { findNext } from '../../geometry/find-neighbour.js';
import type { Direction } from '../../geometry/find-neighbour.js';
import type { Navigation } from '../../renderers/renderer.js';
import type { Scene } from '../../scene/scene.js';
import type { MapInteraction } from './map-interaction.js';
import { Typeahead } from './typeahead.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys that zoom, by how many doublings. */
const ZOOMS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1 };

/** Longest pause between the two presses of a double one, in milliseconds. */
const DOUBLE = 450;

export interface CursorHost {
  readonly scene: () => Scene | null;
  readonly selected: () => string | null;
  readonly interaction: MapInteraction;
  /** Moves the picture that is seen; nothing before there is one. */
  readonly navigation: () => Navigation | null;
  /** The cursor has moved by keyboard: the whole map should be seen, and drawn again. */
  readonly onMove: () => void;
  /** The keyboard should go on from the areas. */
  readonly focusAreas: () => void;
}

/** Where the reader is on the map, and what keys and presses do there. */
export class AreaCursor {
  readonly #host: CursorHost;
  readonly #typeahead = new Typeahead();
  #pressed: { readonly code: string; readonly at: number } | null = null;
  /** Area the keyboard is on, whether it points at present or not. */
  #code: string | null = null;
  /** Where the pointer is; nothing while the keyboard points. */
  pointer: { readonly x: number; readonly y: number } | null = null;

  constructor(host: CursorHost) {
    this.#host = host;
  }

  /** Area the keyboard is on, of those that are drawn. */
  get code(): string | null {
    const areas = this.#host.scene()?.layout.areas ?? [];
    return areas.some(({ code }) => code === this.#code) ? this.#code : null;
  }

  point(code: string | null, at: { readonly x: number; readonly y: number } | null = null): void {
    this.pointer = code === null ? null : at;
    this.#host.interaction.point(code);
  }

  /**
   * An area was pressed: it is selected, or let go when it was. A second press in a row on a township descends into it.
   *
   * @param now milliseconds
   */
  press(code: string | null, now: number): void {
    const { interaction, focusAreas } = this.#host;
    const selected = this.#host.selected();
    const again = code !== null && this.#pressed?.code === code && now - this.#pressed.at < DOUBLE;
    this.#pressed = code === null ? null : { code, at: now };
    this.#code = code ?? this.#code;
    focusAreas();
    if (again && interaction.canDescend(code)) {
      this.#pressed = null;
      interaction.descend(code);
    } else {
      interaction.select(code === selected ? null : code);
    }
  }

  /** The areas have the keyboard's focus. */
  enter(): void {
    this.#moveTo(this.code ?? this.#drawn(this.#host.selected()) ?? this.#host.scene()?.layout.areas[0]?.code);
  }

  /** @returns whether the key means something here */
  type(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>): boolean {
    const { interaction, navigation } = this.#host;
    const layout = this.#host.scene()?.layout;
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !layout || layout.areas.length === 0) return false;
    const { areas } = layout;
    const { code } = this;
    const [direction, zoom] = [ARROWS[key], ZOOMS[key]];
    if (direction) this.#moveTo(code === null ? areas[0]?.code : findNext(layout, code, direction));
    else if (zoom !== undefined) navigation()?.zoomBy(zoom);
    else if (key === 'Home') this.#moveTo(areas[0]?.code);
    else if (key === 'End') this.#moveTo(areas.at(-1)?.code);
    else if (key === 'Enter' && interaction.canDescend(code)) interaction.descend(code);
    else if (key === 'Enter' || key === ' ') this.press(code, Number.NEGATIVE_INFINITY);
    else if (key === 'Backspace' && interaction.canAscend) interaction.ascend();
    else if (key === 'Escape') this.#letGo();
    else if (key.length === 1) this.#moveTo(this.#typeahead.type(key, { areas, present: code, now: event.timeStamp }));
    else return false;
    return true;
  }

  /** Takes back the selection; where there is none, the descent. */
  #letGo(): void {
    const { interaction, selected } = this.#host;
    if (selected() === null) interaction.ascend();
    interaction.select(null);
    this.point(null);
  }

  #moveTo(code: string | undefined): void {
    if (code === undefined) return;
    this.#code = code;
    this.#host.onMove();
    this.point(code);
  }

  #drawn(code: string | null): string | undefined {
    return this.#host.scene()?.layout.areas.find((area) => area.code === code)?.code;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows how wide an element's inside is. It watches a `.ruler` in the shadow root, a box without height: what the
 * element draws changes heights, and a watched height would call the observer in the same frame again.
 */
export class WidthController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#measure());
  #ruler: Element | null = null;
  #width = 0;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  /** In whole CSS pixels, cut; 0 before the first layout and while the element is hidden. */
  get width(): number {
    return this.#width;
  }

  hostUpdated(): void {
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler === this.#ruler) return;
    this.#observer?.disconnect();
    if (ruler) this.#observer?.observe(ruler);
    this.#ruler = ruler;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#ruler = null;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  #measure(): void {
    const width = Math.floor(this.#ruler?.clientWidth ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    this.#host.requestUpdate();
  }
}

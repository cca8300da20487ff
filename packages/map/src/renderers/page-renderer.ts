import type { Navigation, Renderer, RendererEvents } from './renderer.js';

export interface PageRendererEvents extends RendererEvents {
  /** Another part of the picture is seen; told after each move. */
  readonly onMove?: () => void;
}

/** Moves a picture that can be held still. */
export interface PageNavigation extends Navigation {
  /** A finger or a button is down that may move the picture. */
  readonly isHeld: boolean;
  /** Whether the picture stays as it is, whatever the reader's hands do; it is shown whole then. */
  hold(still: boolean): void;
}

/** A renderer whose picture stands as soon as it is made, by what every page has: elements, or a canvas. */
export interface PageRenderer extends Renderer {
  readonly name: 'svg' | 'canvas';
  /** The picture; label it for assistive technology. */
  readonly element: HTMLElement | SVGElement;
  readonly navigation: PageNavigation;
}

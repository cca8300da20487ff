import type { RendererName } from '../renderers/renderer.js';

/** A renderer has its first complete picture of what the map shows. */
export class DrawEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-draw';

  constructor(
    /** Which one; `canvas` is what `svg` becomes where elements would be too many. */
    readonly renderer: RendererName,
  ) {
    super(DrawEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-draw': DrawEvent;
  }
}

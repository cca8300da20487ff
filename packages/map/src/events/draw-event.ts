/** A renderer has its first complete picture of what the map shows. */
export class DrawEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-draw';

  constructor(
    /** Which one. */
    readonly renderer: 'svg' | 'maplibre',
  ) {
    super(DrawEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-draw': DrawEvent;
  }
}

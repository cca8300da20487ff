/** The reader chose an area, or none: by mouse, touch, keyboard, or in a card. */
export class AreaSelectEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-area-select';

  constructor(
    /** Code of the area; `null` when the choice was taken back. */
    readonly code: string | null,
  ) {
    super(AreaSelectEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-area-select': AreaSelectEvent;
  }
}

/** The reader points at an area, by mouse or with the keyboard, or no longer does. */
export class AreaPointEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-area-point';

  constructor(
    /** Code of the area; `null` for none. */
    readonly code: string | null,
  ) {
    super(AreaPointEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-area-point': AreaPointEvent;
  }
}

import type { IsoDate } from '@guatu/core';

/** The reader moved the board to another date, or the timeline played on. */
export class AsOfChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-as-of-change';

  constructor(
    /** The date. */
    readonly asOf: IsoDate,
  ) {
    super(AsOfChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-as-of-change': AsOfChangeEvent;
  }
}

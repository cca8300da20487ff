import type { BreakMethod } from '../scale/break-methods.js';

/** The reader chose how figures are cut into classes. */
export class BreaksChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-breaks-change';

  constructor(
    /** The method chosen. */
    readonly breaks: BreakMethod,
  ) {
    super(BreaksChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-breaks-change': BreaksChangeEvent;
  }
}

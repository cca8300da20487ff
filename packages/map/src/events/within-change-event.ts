/** The reader descended into a township, or came back to the whole county. */
export class WithinChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-within-change';

  constructor(
    /** Code of the township; `null` for the whole county. */
    readonly within: string | null,
    /** Name of the township; empty for the whole county. */
    readonly name: string = '',
  ) {
    super(WithinChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-within-change': WithinChangeEvent;
  }
}

/** The reader zoomed past the scale at which villages take the place of townships, or back. */
export class LevelChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-level-change';

  constructor(
    /** What the county is drawn as now, one area each. */
    readonly level: 'township' | 'village',
  ) {
    super(LevelChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-level-change': LevelChangeEvent;
  }
}

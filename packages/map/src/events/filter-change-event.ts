import type { Filter } from '../scene/view.js';

/** The reader chose which cells of the legend are left. */
export class FilterChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-filter-change';

  constructor(
    /** What is left; empty lists mean everything. */
    readonly filter: Filter,
  ) {
    super(FilterChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-filter-change': FilterChangeEvent;
  }
}

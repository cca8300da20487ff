/** The reader sorted the table, or searched in it. */
export class TableChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-table-change';

  constructor(
    /** Column the table is sorted by, with `-` before it for descending; empty for the map's order. */
    readonly sort: string,
    /** What is searched for; empty for everything. */
    readonly search: string,
  ) {
    super(TableChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-table-change': TableChangeEvent;
  }
}

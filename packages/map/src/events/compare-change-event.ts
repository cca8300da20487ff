import type { IsoDate } from '@guatu/core';
import type { Comparison } from '../scene/view.js';

/** The reader chose a second date to compare with, or none, or how the two are shown. */
export class CompareChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-compare-change';

  constructor(
    /** The second date; empty for none. */
    readonly compareTo: IsoDate,
    readonly comparison: Comparison,
  ) {
    super(CompareChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-compare-change': CompareChangeEvent;
  }
}

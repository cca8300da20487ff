import { NO_AREA } from './shown-area.js';
import type { ShownArea } from './shown-area.js';

/** The reader points at an area, by mouse or with the keyboard, or no longer does. */
export class AreaPointEvent extends Event implements ShownArea {
  /** Name of the event. */
  static readonly eventName = 'guatu-area-point';

  /** Name of the area; empty for none. */
  readonly name: string;
  /** Its class on the picture, as the legend has it; empty for none. */
  readonly label: string;
  /** Its figure in words, with its unit; empty for none. */
  readonly figure: string;
  /** The number its colour stands for: attainment 0…1, a figure in its unit, a change; `null` for none. */
  readonly value: number | null;

  constructor(
    /** Code of the area; `null` for none. */
    readonly code: string | null,
    { name, label, figure, value }: ShownArea = NO_AREA,
  ) {
    super(AreaPointEvent.eventName, { bubbles: true, composed: true });
    this.name = name;
    this.label = label;
    this.figure = figure;
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-area-point': AreaPointEvent;
  }
}

import { NO_AREA } from './shown-area.js';
import type { ShownArea } from './shown-area.js';

/** The reader chose an area, or none: by mouse, touch, keyboard, or in a card. */
export class AreaSelectEvent extends Event implements ShownArea {
  /** Name of the event. */
  static readonly eventName = 'guatu-area-select';

  /** Name of the area; empty for none. */
  readonly name: string;
  /** Its class on the picture, as the legend has it; empty for none. */
  readonly label: string;
  /** Its figure in words, with its unit; empty for none. */
  readonly figure: string;
  /** The number its colour stands for: attainment 0…1, a figure in its unit, a change; `null` for none. */
  readonly value: number | null;

  constructor(
    /** Code of the area; `null` when the choice was taken back. */
    readonly code: string | null,
    { name, label, figure, value }: ShownArea = NO_AREA,
  ) {
    super(AreaSelectEvent.eventName, { bubbles: true, composed: true });
    this.name = name;
    this.label = label;
    this.figure = figure;
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-area-select': AreaSelectEvent;
  }
}

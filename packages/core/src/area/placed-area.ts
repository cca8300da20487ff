import type { Area } from './area.js';

/** An area and where it was read. */
export interface PlacedArea {
  readonly area: Area;
  readonly file: string;
  readonly place: string;
}

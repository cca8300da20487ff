/** A maplibre style, or the address of one. */
export type Basemap = string | object;

/** What became of a base map. */
export interface BasemapState {
  /** Whom its sources name, as plain text. */
  readonly attribution: readonly string[];
  /** Why it is not shown, or not all of it; empty where nothing is wrong. */
  readonly problem: string;
}

/** What the picture shows: both facts at once, one of them, or every area's own figure in its unit. */
export type View = 'both' | 'rollout' | 'attainment' | 'figure' | 'lights';

/** How two dates are shown: as two pictures under one legend, or as one picture of what changed. */
export type Comparison = 'beside' | 'change';

/** Cells of the legend that are left when it filters; empty means everything. */
export interface Filter {
  readonly cohorts: readonly string[];
  readonly classes: readonly (number | string)[];
}

/** `auto`: shapes where there are any, else tiles. `tiles`: tiles always, placed by the shapes there are. */
export type ShapeChoice = 'auto' | 'tiles';

/** What a tile looks like. */
export type TileShape = 'square' | 'hexagon';

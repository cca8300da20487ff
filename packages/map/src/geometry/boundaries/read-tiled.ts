import type { Roster } from '@guatu/core';
import type { TiledBoundaries } from '../tiled-boundaries.js';
import type { BoundaryCode } from './boundary-findings.js';
import { readShapes } from './read-shapes.js';
import type { ReadShapes, ShapeOptions } from './read-shapes.js';

const CUT: BoundaryCode = 'boundary-degenerate-ring';

/**
 * Joins the overview of an archive of tiles to a roster, as any file of shapes. Its corners lie on a grid, so borders
 * that cross there may not in the tiles, and are not looked for; and what a tile's edge cuts off of an area, or the grid
 * leaves of one, may be a line, of which nothing is missing.
 */
export function readTiled(tiled: TiledBoundaries, roster: Roster, { source }: Pick<ShapeOptions, 'source'>): ReadShapes {
  const read = readShapes(tiled.overview, roster, { ...(source !== undefined && { source }), crs: 'WGS84' });
  const diagnostics = read.diagnostics.filter(({ code, params }) => code !== CUT && params?.['code'] !== CUT);
  return { ...read, diagnostics, shapes: { ...read.shapes, tiled }, check: () => [] };
}

import type { Roster } from '@guatu/core';
import type { TiledBoundaries } from '../tiled-boundaries.js';
import { readShapes } from './read-shapes.js';
import type { ReadShapes, ShapeOptions } from './read-shapes.js';

/**
 * Joins the overview of an archive of tiles to a roster, as any file of shapes. Its corners lie on a grid, so borders
 * that cross there may not in the tiles, and are not looked for.
 */
export function readTiled(tiled: TiledBoundaries, roster: Roster, { source }: Pick<ShapeOptions, 'source'>): ReadShapes {
  const read = readShapes(tiled.overview, roster, { ...(source !== undefined && { source }), crs: 'WGS84' });
  return { ...read, shapes: { ...read.shapes, tiled }, check: () => [] };
}

import type { Diagnostic, Roster } from '@guatu/core';
import type { TiledBoundaries } from '../tiled-boundaries.js';
import type { BoundaryCode } from './boundary-findings.js';
import { readShapes } from './read-shapes.js';
import type { ReadShapes, ShapeOptions } from './read-shapes.js';

/** What is no fault of an area that tiles hold in parts. */
const CUT: ReadonlySet<string> = new Set<BoundaryCode>([
  'boundary-degenerate-ring',
  'boundary-several-shapes',
  'boundary-parts-apart',
]);

const COARSE: BoundaryCode = 'boundary-townships-only';

/**
 * Joins the overview of an archive of tiles to a roster, as any file of shapes. Its corners lie on a grid, so borders
 * that cross there may not in the tiles, and are not looked for; and what a tile's edge cuts off of an area, or the grid
 * leaves of one, may be a line, of which nothing is missing.
 */
export function readTiled(
  tiled: TiledBoundaries,
  roster: Roster,
  { source }: Pick<ShapeOptions, 'source'>,
): ReadShapes {
  const read = readShapes(tiled.overview, roster, { ...(source !== undefined && { source }), crs: 'WGS84' });
  const { places, level } = read.shapes;
  // villages that the overview leaves out are in the tiles all the same
  const coarse = level !== undefined && tiled.layers.village === undefined;
  const isSaid = ({ code, params }: Diagnostic): boolean =>
    !CUT.has(code) && !CUT.has(String(params?.['code'])) && (coarse || code !== COARSE);
  return {
    ...read,
    diagnostics: read.diagnostics.filter(isSaid),
    missing: (asOf) => {
      const missing = read.missing(asOf);
      return { ...missing, diagnostics: missing.diagnostics.filter(isSaid) };
    },
    shapes: { places, ...(coarse && { level }), tiled },
    check: () => [],
  };
}

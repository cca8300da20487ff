import type { Diagnostic, Roster } from '@guatu/core';
import type { SceneLayout } from '../scene/scene.js';
import type { JoinReport } from './area-shapes.js';
import { readShapes } from './boundaries/read-shapes.js';
import type { ShapeOptions } from './boundaries/read-shapes.js';
import { layoutShapes } from './layout-shapes.js';
import type { GeographicOptions } from './layout-shapes.js';

export interface GeographicLayout {
  readonly layout: SceneLayout;
  /** What was wrong with the boundaries, and which areas have no shape. */
  readonly diagnostics: readonly Diagnostic[];
  /** How boundaries and roster were joined. */
  readonly join: JoinReport;
}

/**
 * Reads boundaries and lays them out in one go: `readShapes` and `layoutShapes` for a picture that is made once.
 *
 * @param boundaries GeoJSON or TopoJSON as it came: it is checked here
 * @returns a layout without areas when nothing fits, and the reasons as diagnostics; never throws on data
 *
 * @example const { layout, diagnostics } = layoutGeographic(geojson, dataset.roster, { width: 776, level: 'village' });
 */
export function layoutGeographic(
  boundaries: unknown,
  roster: Roster,
  options: GeographicOptions & ShapeOptions,
): GeographicLayout {
  const { shapes, join, diagnostics, check } = readShapes(boundaries, roster, options);
  // at the level that has shapes, that the other has none changes nothing
  const told =
    options.level === 'township' ? diagnostics.filter(({ code }) => code !== 'boundary-townships-only') : diagnostics;
  return { layout: layoutShapes(shapes, roster, options), join, diagnostics: [...told, ...check()] };
}

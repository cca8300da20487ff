import type { Roster } from '@guatu/core';
import type { ShapeChoice, TileShape } from '../scene/view.js';
import type { DrawnAreas } from '../scene/drawn-areas.js';
import type { SceneLayout } from '../scene/scene.js';
import type { AreaShapes } from './area-shapes.js';
import { layoutShapes, measureCover, selectShaped } from './layout-shapes.js';
import type { GeographicOptions } from './layout-shapes.js';
import { selectMembers } from './members.js';
import type { MemberOptions } from './members.js';
import { layoutTiles } from './layout-tiles.js';
import type { TileOptions } from './layout-tiles.js';

export interface AreaLayoutOptions extends GeographicOptions, Pick<TileOptions, 'textSize'> {
  /** `auto` by default. */
  readonly shapes?: ShapeChoice;
  /** `square` by default. */
  readonly tiles?: TileShape;
}

/** Share of the areas that must have a shape for shapes to be drawn. */
export const ENOUGH = 0.5;

/**
 * Lays out the areas of a level by whatever is known of their places: shapes where at least half of them have one, else
 * tiles, kept in place by those that are known.
 *
 * @param areaShapes from `readShapes`; `null` without any
 *
 * @example const layout = layoutAreas(dataset.roster, null, { width: 776, level: 'village', tiles: 'hexagon' });
 */
export function layoutAreas(roster: Roster, areaShapes: AreaShapes | null, options: AreaLayoutOptions): SceneLayout {
  const { shapes = 'auto', tiles = 'square', ...others } = options;
  if (areaShapes && drawsShapes(areaShapes, roster, { shapes, ...others }))
    return layoutShapes(areaShapes, roster, others);
  return layoutTiles(roster, { ...others, shape: tiles, ...(areaShapes && { places: areaShapes.places }) });
}

/**
 * The areas that `layoutAreas` lays out for the same options at any width, in the order of the roster.
 *
 * @param areaShapes from `readShapes`; `null` without any
 *
 * @example const drawn = listDrawn(dataset.roster, null, { level: 'village', asOf: '2021-12-31' });
 */
export function listDrawn(
  roster: Roster,
  areaShapes: AreaShapes | null,
  options: MemberOptions & Pick<AreaLayoutOptions, 'shapes'>,
): DrawnAreas {
  const shaped = areaShapes && drawsShapes(areaShapes, roster, options);
  const areas = shaped ? selectShaped(areaShapes, roster, options) : selectMembers(roster, options);
  return {
    kind: shaped ? 'mercator' : 'tiles',
    areas: areas.map(({ code, name, parent }) => ({ code, name, group: parent })),
  };
}

function drawsShapes(
  areaShapes: AreaShapes,
  roster: Roster,
  { shapes = 'auto', ...options }: MemberOptions & Pick<AreaLayoutOptions, 'shapes'>,
): boolean {
  return shapes === 'auto' && measureCover(areaShapes, roster, options) >= ENOUGH;
}

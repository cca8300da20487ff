import type { Area, Roster } from '@guatu/core';
import type { TileShape } from '../scene/view.js';
import { TEXT_SCALE } from '../scale/text-size.js';
import type { TextSize } from '../scale/text-size.js';
import type { SceneHeader, SceneLayout, SceneShape } from '../scene/scene.js';
import type { AreaShapes } from './area-shapes.js';
import { assignCells, orderByRows } from './arrange-places.js';
import { chooseTiles, spaceTiles } from './choose-tiles.js';
import type { TileChoice, TileMetrics, TileSpacing } from './choose-tiles.js';
import { withKey } from './layout-key.js';
import { groupMembers, selectMembers } from './members.js';
import type { MemberGroup, MemberOptions } from './members.js';
import { measureShelf } from './pack-shelves.js';
import type { Shelf } from './pack-shelves.js';
import { shapeHexagon, shapeTile } from './tile-shape.js';

export interface TileOptions extends MemberOptions {
  /** Width to fill, scene units, above 0. */
  readonly width: number;
  /**
   * Height to keep to. Given, tiles shrink until they fit, below the size that holds names if need be. Left out, tiles
   * stay readable and the picture is as tall as it needs.
   */
  readonly height?: number;
  /** Type that the tiles make room for: from 12 units (`standard`, by default), 16 (`large`) or 24 (`wall`). */
  readonly textSize?: TextSize;
  /** `square` by default; hexagons need more room. */
  readonly shape?: TileShape;
  /** Where areas are, as far as it is known: blocks and tiles keep roughly to it instead of to the roster's order. */
  readonly places?: AreaShapes['places'];
}

const VILLAGES: TileMetrics = {
  leastTile: 44,
  mostTile: 64,
  leastHeight: 44,
  mostHeight: 48,
  gap: 4,
  blockGap: 20,
  shelfGap: 20,
  header: 44,
  headerWidth: 140,
  radius: 4,
  shape: 'square',
};

/** A name has room inside a hexagon from this width on. */
const HEXAGONS: TileMetrics = { ...VILLAGES, leastTile: 60, mostTile: 76, shape: 'hexagon' };

const TOWNSHIP = { least: 132, most: 260, height: 104, gap: 8, radius: 4 } as const;

/** Widest hexagon of a township: a wider one would be taller than its lines need. */
const TOWNSHIP_HEXAGON = 210;

/** Around the picture: outlines and rings reach out of their tiles by less than this. */
const MARGIN = 4;

/**
 * A map without a boundary file: one tile an area, the areas of one parent in a block under its name, blocks in roster
 * order on shelves that fill the width; where places are known, blocks and the tiles in them are ordered by those, north
 * up. At 760 units and more, 112 villages in ten townships are readable without
 * scrolling sideways or down a page; at 360 a shelf holds two townships.
 *
 * Residents' committees are left out unless `kinds` names them; the legend counts them as not applicable.
 *
 * @returns a layout without areas when the roster has none of the level
 *
 * @example const layout = layoutTiles(dataset.roster, { width: 776, level: 'village' });
 */
export function layoutTiles(roster: Roster, options: TileOptions): SceneLayout {
  const placed = options.level === 'village' ? placeVillages(roster, options) : placeTownships(roster, options);
  const layout = { width: options.width, projection: { kind: 'tiles' } as const, outlines: [], ...placed };
  return withKey(layout);
}

type Placed = Pick<SceneLayout, 'areas' | 'headers' | 'height'>;

function placeVillages(roster: Roster, options: TileOptions): Placed {
  const placed = (areas: readonly Area[]) => areas.map(({ code }) => options.places?.get(code)?.inner);
  const groups = orderGroups(groupMembers(roster, options), options.places);
  const metrics = enlarge(options.shape === 'hexagon' ? HEXAGONS : VILLAGES, options.textSize);
  const width = Math.max(1, options.width - 2 * MARGIN);
  const limit = options.height === undefined ? undefined : Math.max(1, options.height - 2 * MARGIN);
  const counts = groups.map(({ members }) => members.length);
  const chosen = chooseTiles(counts, metrics, width, limit);
  const { spacing } = chosen;
  const areas: SceneShape[] = [];
  const headers: SceneHeader[] = [];
  let top = MARGIN;
  for (const shelf of chosen.packing.shelves) {
    let left = MARGIN;
    for (const {
      group: { code, members },
      columns,
    } of orderShelf(groups, shelf, options.places)) {
      const right = left + columns * spacing.pitchX - metrics.gap + spacing.indent;
      headers.push({ group: code, bounds: [left, top, right, top + metrics.header] });
      for (const [at, member] of assignCells(placed(members), columns).entries()) {
        const { code: own = '', name = '' } = members[member] ?? {};
        const row = Math.floor(at / columns);
        const x = left + (at % columns) * spacing.pitchX + (row % 2) * spacing.indent;
        const y = top + metrics.header + row * spacing.pitchY;
        const place = { code: own, name, group: code, x, y, width: spacing.wide, height: spacing.tall };
        areas.push(metrics.shape === 'hexagon' ? shapeHexagon(place) : shapeTile(place, metrics.radius));
      }
      left = right + spreadGap(shelf, chosen, metrics, width);
    }
    top += metrics.header + shelf.rows * spacing.pitchY - metrics.gap + spacing.shelfGap;
  }
  return { areas, headers, height: Math.ceil(chosen.packing.height) + 2 * MARGIN };
}

/** Groups from north to south; in their own order as far as no places are known. */
function orderGroups(groups: readonly MemberGroup[], places: TileOptions['places']): readonly MemberGroup[] {
  const order = orderByRows(
    groups.map((group) => placeGroup(group, places)),
    groups.map(() => 1),
  );
  return order.flatMap((index) => groups[index] ?? []);
}

/** The blocks of a shelf from west to east, with their columns. */
function orderShelf(
  groups: readonly MemberGroup[],
  { from, to, columns }: Shelf,
  places: TileOptions['places'],
): readonly { readonly group: MemberGroup; readonly columns: number }[] {
  const blocks = groups.slice(from, to).map((group, index) => ({ group, columns: columns[index] ?? 1 }));
  const order = orderByRows(
    blocks.map(({ group }) => placeGroup(group, places)),
    [blocks.length],
  );
  return order.flatMap((index) => blocks[index] ?? []);
}

/** Where a group is: its own place, else the middle of its members'. */
function placeGroup(
  { code, members }: MemberGroup,
  places: TileOptions['places'],
): readonly [number, number] | undefined {
  const own = places?.get(code)?.inner;
  if (own) return own;
  const known = members.flatMap((member) => places?.get(member.code) ?? []);
  if (known.length === 0) return undefined;
  const mean = (axis: 0 | 1): number => known.reduce((sum, { inner }) => sum + inner[axis], 0) / known.length;
  return [mean(0), mean(1)];
}

/** The gap between blocks that brings the last one to the right edge, as long as it stays a gap. */
function spreadGap(
  { columns }: Shelf,
  { spacing, packing }: TileChoice,
  { gap, blockGap }: TileMetrics,
  width: number,
): number {
  const fullest = packing.shelves.reduce((most, shelf) => Math.max(most, shelf.columns.length), 1);
  const uniform = new Set(packing.shelves.flatMap((shelf) => shelf.columns)).size === 1;
  const measured = uniform ? Array.from({ length: fullest }, () => columns[0] ?? 1) : columns;
  if (measured.length < 2) return blockGap;
  const free =
    width - spacing.indent - measureShelf(measured, { pitchX: spacing.pitchX, gap, blockGap: spacing.blockGap });
  return blockGap + Math.min(blockGap * 1.5, Math.floor(free / (measured.length - 1)));
}

/** A grid of townships with as few empty cells as can be. */
function placeTownships(roster: Roster, options: TileOptions): Placed {
  const members = selectMembers(roster, options);
  const scale = TEXT_SCALE[options.textSize ?? 'standard'];
  const hexagons = options.shape === 'hexagon';
  const width = Math.max(1, options.width - 2 * MARGIN);
  const columns = chooseColumns(members.length, width, { scale, hexagons });
  const rows = Math.ceil(members.length / columns);
  const spacing = spaceTownships(rows, options, { columns, width, scale });
  const cells = assignCells(
    members.map(({ code }) => options.places?.get(code)?.inner),
    columns,
  );
  const areas = cells.flatMap((member, index) => {
    const area = members[member];
    if (!area) return [];
    const row = Math.floor(index / columns);
    const x = MARGIN + (index % columns) * spacing.pitchX + (row % 2) * spacing.indent;
    const y = MARGIN + row * spacing.pitchY;
    const place = {
      code: area.code,
      name: area.name,
      group: area.parent,
      x,
      y,
      width: spacing.wide,
      height: spacing.tall,
    };
    return [hexagons ? shapeHexagon(place) : shapeTile(place, TOWNSHIP.radius)];
  });
  const height = rows === 0 ? 0 : (rows - 1) * spacing.pitchY + spacing.tall;
  return { areas, headers: [], height: Math.ceil(height) + 2 * MARGIN };
}

/** Tiles of townships as large as width and height leave room for. */
function spaceTownships(
  rows: number,
  { shape = 'square', height }: TileOptions,
  { columns, width, scale }: { readonly columns: number; readonly width: number; readonly scale: number },
): TileSpacing {
  const { gap, most } = TOWNSHIP;
  const limit = height === undefined ? Number.POSITIVE_INFINITY : Math.max(1, height - 2 * MARGIN);
  if (shape === 'hexagon') {
    const wide = Math.min(
      TOWNSHIP_HEXAGON * scale,
      Math.floor((width + gap / 2) / (columns + (rows > 1 ? 0.5 : 0))) - gap,
    );
    const metrics = { ...HEXAGONS, gap };
    const full = spaceTiles(wide, metrics);
    const tall = (rows - 1) * full.pitchY + full.tall;
    return tall <= limit ? full : spaceTiles(Math.max(8, wide * (limit / tall) - gap), metrics);
  }
  const wide = Math.min(most * scale, Math.floor((width + gap) / columns) - gap);
  const free = Math.floor((limit + gap) / Math.max(1, rows)) - gap;
  const tall = Math.max(8, Math.min(Math.round(TOWNSHIP.height * scale), free));
  return { wide, tall, pitchX: wide + gap, pitchY: tall + gap, blockGap: 0, shelfGap: 0, indent: 0 };
}

function chooseColumns(
  count: number,
  width: number,
  { scale, hexagons }: { readonly scale: number; readonly hexagons: boolean },
): number {
  const widest = (hexagons ? TOWNSHIP_HEXAGON : TOWNSHIP.most) * scale;
  const most = Math.max(1, Math.floor((width + TOWNSHIP.gap) / (TOWNSHIP.least * scale + TOWNSHIP.gap)));
  const least = Math.min(most, Math.max(1, Math.ceil((width + TOWNSHIP.gap) / (widest + TOWNSHIP.gap))));
  let best = most;
  const empty = (columns: number): number => Math.ceil(count / columns) * columns - count;
  for (let columns = most; columns >= least; columns--) if (empty(columns) < empty(best)) best = columns;
  return best;
}

function enlarge(metrics: TileMetrics, textSize: TextSize = 'standard'): TileMetrics {
  const grow = (length: number): number => Math.round(length * TEXT_SCALE[textSize]);
  return {
    ...metrics,
    leastTile: grow(metrics.leastTile),
    mostTile: grow(metrics.mostTile),
    leastHeight: grow(metrics.leastHeight),
    mostHeight: grow(metrics.mostHeight),
    gap: grow(metrics.gap),
    blockGap: grow(metrics.blockGap),
    shelfGap: grow(metrics.shelfGap),
    header: grow(metrics.header),
    headerWidth: grow(metrics.headerWidth),
  };
}

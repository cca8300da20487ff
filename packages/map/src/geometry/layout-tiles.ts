import type { Roster } from '@guatu/core';
import { TEXT_SCALE } from '../scale/text-size.js';
import type { TextSize } from '../scale/text-size.js';
import type { SceneHeader, SceneLayout, SceneShape } from '../scene/scene.js';
import { chooseTiles } from './choose-tiles.js';
import type { TileChoice, TileMetrics } from './choose-tiles.js';
import { keyLayout } from './layout-key.js';
import { groupMembers, selectMembers } from './members.js';
import type { MemberOptions } from './members.js';
import { measureShelf } from './pack-shelves.js';
import type { Shelf } from './pack-shelves.js';
import { shapeTile } from './tile-shape.js';

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
  readonly shape?: 'square';
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
  headerWidth: 96,
  radius: 4,
};

const TOWNSHIP = { least: 132, most: 260, height: 104, gap: 8, radius: 4 } as const;

/** Around the picture: outlines and rings reach out of their tiles by less than this. */
const MARGIN = 4;

/**
 * A map without a boundary file: one tile an area, the areas of one parent in a block under its name, blocks in roster
 * order on shelves that fill the width. At 760 units and more, 112 villages in ten townships are readable without
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
  return { key: keyLayout(layout), ...layout };
}

type Placed = Pick<SceneLayout, 'areas' | 'headers' | 'height'>;

function placeVillages(roster: Roster, options: TileOptions): Placed {
  const groups = groupMembers(roster, options);
  const metrics = enlarge(VILLAGES, options.textSize);
  const width = Math.max(1, options.width - 2 * MARGIN);
  const limit = options.height === undefined ? undefined : Math.max(1, options.height - 2 * MARGIN);
  const counts = groups.map(({ members }) => members.length);
  const chosen = chooseTiles(counts, metrics, width, limit);
  const areas: SceneShape[] = [];
  const headers: SceneHeader[] = [];
  const tile = { width: chosen.pitchX - metrics.gap, height: chosen.pitchY - metrics.gap };
  let top = MARGIN;
  for (const shelf of chosen.packing.shelves) {
    let left = MARGIN;
    for (const [index, { code, members }] of groups.slice(shelf.from, shelf.to).entries()) {
      const columns = shelf.columns[index] ?? 1;
      const right = left + columns * chosen.pitchX - metrics.gap;
      headers.push({ group: code, bounds: [left, top, right, top + metrics.header] });
      for (const [at, member] of members.entries()) {
        const x = left + (at % columns) * chosen.pitchX;
        const y = top + metrics.header + Math.floor(at / columns) * chosen.pitchY;
        areas.push(shapeTile({ code: member.code, name: member.name, group: code, x, y, ...tile }, metrics.radius));
      }
      left = right + spreadGap(shelf, chosen, metrics, width);
    }
    top += metrics.header + shelf.rows * chosen.pitchY - metrics.gap + metrics.shelfGap;
  }
  return { areas, headers, height: Math.ceil(chosen.packing.height) + 2 * MARGIN };
}

/** The gap between blocks that brings the last one to the right edge, as long as it stays a gap. */
function spreadGap({ columns }: Shelf, { pitchX, packing }: TileChoice, { gap, blockGap }: TileMetrics, width: number): number {
  const fullest = packing.shelves.reduce((most, shelf) => Math.max(most, shelf.columns.length), 1);
  const uniform = new Set(packing.shelves.flatMap((shelf) => shelf.columns)).size === 1;
  const measured = uniform ? Array.from({ length: fullest }, () => columns[0] ?? 1) : columns;
  if (measured.length < 2) return blockGap;
  const free = width - measureShelf(measured, { pitchX, gap, blockGap });
  return blockGap + Math.min(blockGap * 1.5, Math.floor(free / (measured.length - 1)));
}

/** A grid of townships with as few empty cells as can be. */
function placeTownships(roster: Roster, options: TileOptions): Placed {
  const members = selectMembers(roster, options);
  const scale = TEXT_SCALE[options.textSize ?? 'standard'];
  const { gap, radius } = TOWNSHIP;
  const width = Math.max(1, options.width - 2 * MARGIN);
  const columns = chooseColumns(members.length, width, scale);
  const tile = Math.min(TOWNSHIP.most * scale, Math.floor((width + gap) / columns) - gap);
  const rows = Math.ceil(members.length / columns);
  const needed = Math.round(TOWNSHIP.height * scale);
  const free = options.height === undefined ? needed : Math.floor((options.height - 2 * MARGIN + gap) / Math.max(1, rows)) - gap;
  const tall = Math.max(8, Math.min(needed, free));
  const areas = members.map(({ code, name, parent }, index) => {
    const x = MARGIN + (index % columns) * (tile + gap);
    const y = MARGIN + Math.floor(index / columns) * (tall + gap);
    return shapeTile({ code, name, group: parent, x, y, width: tile, height: tall }, radius);
  });
  return { areas, headers: [], height: Math.max(0, rows * (tall + gap) - gap) + 2 * MARGIN };
}

function chooseColumns(count: number, width: number, scale: number): number {
  const most = Math.max(1, Math.floor((width + TOWNSHIP.gap) / (TOWNSHIP.least * scale + TOWNSHIP.gap)));
  const least = Math.min(most, Math.max(1, Math.ceil((width + TOWNSHIP.gap) / (TOWNSHIP.most * scale + TOWNSHIP.gap))));
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

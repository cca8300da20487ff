import type { Roster } from '@guatu/core';
import type { SceneHeader, SceneLayout, SceneShape } from '../scene/scene.js';
import { keyLayout } from './layout-key.js';
import { groupMembers } from './members.js';
import type { MemberGroup, MemberOptions } from './members.js';
import { measureShelf, packShelves } from './pack-shelves.js';
import type { Packing, PackOptions, Shelf } from './pack-shelves.js';
import { shapeTile } from './tile-shape.js';

export interface TileOptions extends MemberOptions {
  /** Width to fill, scene units, above 0. */
  readonly width: number;
  /**
   * Height to keep to. Given, tiles shrink until they fit, below the size that holds names if need be. Left out, tiles
   * stay readable and the picture is as tall as it needs.
   */
  readonly height?: number;
  /** `large` makes room for type of 16 units and more; `standard` for 12. */
  readonly textSize?: 'standard' | 'large';
  readonly shape?: 'square';
}

interface Metrics extends Omit<PackOptions, 'counts' | 'width' | 'pitchX' | 'pitchY'> {
  readonly leastTile: number;
  readonly mostTile: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly radius: number;
}

const VILLAGES: Metrics = {
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

const TOWNSHIPS: Metrics = {
  leastTile: 148,
  mostTile: 240,
  leastHeight: 104,
  mostHeight: 104,
  gap: 8,
  blockGap: 24,
  shelfGap: 24,
  header: 0,
  headerWidth: 0,
  radius: 4,
};

/** Around the picture: outlines and rings reach out of their tiles by less than this. */
const MARGIN = 4;

/** What a picture without a given height may grow to, as a share of its width, before tiles get smaller. */
const COMFORTABLE_RATIO = 0.78;

/**
 * A map without a boundary file: one tile an area, the areas of one parent in a block under its name, blocks in roster
 * order on shelves that fill the width. At 760 units and more, 112 villages in ten townships are readable without
 * scrolling sideways or down a page; at 360 a shelf holds one or two townships.
 *
 * @returns a layout without areas when the roster has none of the level
 *
 * @example const layout = layoutTiles(dataset.roster, { width: 776, level: 'village' });
 */
export function layoutTiles(roster: Roster, options: TileOptions): SceneLayout {
  const groups = groupMembers(roster, options);
  const metrics = scaleMetrics(options);
  const inside = Math.max(1, options.width - 2 * MARGIN);
  const chosen = choosePitch(groups, metrics, inside, options.height);
  const areas: SceneShape[] = [];
  const headers: SceneHeader[] = [];
  const tile = { width: chosen.pitchX - metrics.gap, height: chosen.pitchY - metrics.gap };
  let top = MARGIN;
  for (const shelf of chosen.packing.shelves) {
    let left = MARGIN;
    for (let block = shelf.from; block < shelf.to; block++) {
      const group = groups[block];
      const columns = shelf.columns[block - shelf.from] ?? 1;
      if (!group) continue;
      const right = left + columns * chosen.pitchX - metrics.gap;
      if (metrics.header > 0) headers.push({ group: group.code, bounds: [left, top, right, top + metrics.header] });
      for (const [index, { code, name }] of group.members.entries()) {
        const x = left + (index % columns) * chosen.pitchX;
        const y = top + metrics.header + Math.floor(index / columns) * chosen.pitchY;
        areas.push(shapeTile({ code, name, group: group.code, x, y, ...tile }, metrics.radius));
      }
      left = right + spreadGap(shelf, chosen, metrics, inside);
    }
    top += metrics.header + shelf.rows * chosen.pitchY - metrics.gap + metrics.shelfGap;
  }
  const layout = {
    width: options.width,
    height: Math.ceil(chosen.packing.height) + 2 * MARGIN,
    projection: { kind: 'tiles' } as const,
    areas,
    outlines: [],
    headers,
  };
  return { key: keyLayout(layout), ...layout };
}

interface Choice {
  readonly pitchX: number;
  readonly pitchY: number;
  readonly packing: Packing;
}

/** The largest tiles whose packing stays within the height. */
function choosePitch(groups: readonly MemberGroup[], metrics: Metrics, width: number, height: number | undefined): Choice {
  const counts = groups.map((group) => group.members.length);
  const pack = (tile: number): Choice => {
    const tall = Math.min(metrics.mostHeight, Math.max(Math.min(tile, metrics.leastHeight), tile));
    const pitch = { pitchX: tile + metrics.gap, pitchY: tall + metrics.gap };
    return { ...pitch, packing: packShelves({ ...metrics, ...pitch, counts, width }) };
  };
  const readable: Choice[] = [];
  for (let tile = metrics.mostTile; tile >= metrics.leastTile; tile -= 1) readable.push(pack(tile));
  const lowest = readable.reduce((least, { packing }) => Math.min(least, packing.height), Number.POSITIVE_INFINITY);
  if (height === undefined) {
    const allowed = Math.max(width * COMFORTABLE_RATIO, lowest * 1.06);
    return readable.find(({ packing }) => packing.height <= allowed) ?? pack(metrics.leastTile);
  }
  const limit = height - 2 * MARGIN;
  const fitting = readable.find(({ packing }) => packing.height <= limit);
  if (fitting) return fitting;
  for (let tile = metrics.leastTile - 1; tile > 4; tile = Math.floor(tile * 0.94)) {
    const choice = pack(tile);
    if (choice.packing.height <= limit) return choice;
  }
  return pack(4);
}

/** The gap between blocks that brings the last one to the right edge, as long as it stays a gap. */
function spreadGap({ columns }: Shelf, { pitchX }: Choice, { gap, blockGap }: Metrics, width: number): number {
  if (columns.length < 2) return blockGap;
  const free = width - measureShelf(columns, { pitchX, gap, blockGap });
  return blockGap + Math.min(blockGap * 1.5, Math.floor(free / (columns.length - 1)));
}

function scaleMetrics({ level, textSize }: TileOptions): Metrics {
  const metrics = level === 'village' ? VILLAGES : TOWNSHIPS;
  if (textSize !== 'large') return metrics;
  const scale = 4 / 3;
  const grow = (length: number): number => Math.round(length * scale);
  return {
    ...metrics,
    leastTile: grow(metrics.leastTile),
    mostTile: grow(metrics.mostTile),
    leastHeight: grow(metrics.leastHeight),
    mostHeight: grow(metrics.mostHeight),
    header: grow(metrics.header),
    headerWidth: grow(metrics.headerWidth),
  };
}

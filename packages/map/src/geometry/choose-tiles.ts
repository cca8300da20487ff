import type { TileShape } from '../scene/view.js';
import { measureShelf, packShelves, packUniformly } from './pack-shelves.js';
import type { Packing, PackOptions } from './pack-shelves.js';

/** Sizes of tiles and of what stands between them, in scene units. */
export interface TileMetrics extends Omit<PackOptions, 'counts' | 'width' | 'pitchX' | 'pitchY'> {
  readonly leastTile: number;
  readonly mostTile: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly radius: number;
  /** Hexagons stand on a corner, and every second row of a block half a tile to the right. */
  readonly shape: TileShape;
}

/** How tiles of one size stand beside and below each other. */
export interface TileSpacing extends Pick<PackOptions, 'pitchX' | 'pitchY' | 'blockGap' | 'shelfGap'> {
  /** Width and height of a tile. */
  readonly wide: number;
  readonly tall: number;
  /** How far every second row is moved to the right. */
  readonly indent: number;
}

/** A size of tile and the packing that goes with it. */
export interface TileChoice {
  readonly spacing: TileSpacing;
  readonly packing: Packing;
}

/** Height of a hexagon that stands on a corner, and of one row of them, in widths. */
const [HEXAGON_HEIGHT, HEXAGON_ROW] = [2 / Math.sqrt(3), Math.sqrt(3) / 2] as const;

/** How tiles of a width are spaced. */
export function spaceTiles(wide: number, { shape, gap, blockGap, shelfGap, mostHeight }: TileMetrics): TileSpacing {
  if (shape === 'square') {
    const tall = Math.min(mostHeight, wide);
    return { wide, tall, pitchX: wide + gap, pitchY: tall + gap, blockGap, shelfGap, indent: 0 };
  }
  const tall = wide * HEXAGON_HEIGHT;
  const [pitchX, pitchY] = [wide + gap, (wide + gap) * HEXAGON_ROW];
  const indent = pitchX / 2;
  // the packing knows of plain rows: what hexagons reach out of theirs is part of the gaps
  return { wide, tall, pitchX, pitchY, blockGap: blockGap + indent, shelfGap: shelfGap + tall + gap - pitchY, indent };
}

/** What a picture without a given height may grow to, as a share of its width, before tiles get smaller. */
const COMFORTABLE_RATIO = 0.78;
/** How much taller, and how much smaller in its tiles, blocks under blocks may be than the tightest packing. */
const TIDY_HEIGHT = 1.12;
const TIDY_TILE = 0.95;

/**
 * The largest tiles whose packing stays within the height. Of several packings about as low, the one with blocks
 * standing under blocks is taken.
 *
 * @param counts tiles of each block
 * @param limit height to keep to; without one, as tall as readable tiles need
 */
export function chooseTiles(
  counts: readonly number[],
  metrics: TileMetrics,
  width: number,
  limit?: number,
): TileChoice {
  const pack = (tile: number, arrange: (options: PackOptions) => Packing = packShelves): TileChoice => {
    const spacing = spaceTiles(tile, metrics);
    const packed = arrange({ ...metrics, ...spacing, counts, width: width - spacing.indent });
    // the gap below the last shelf is not counted, but what its hexagons reach out is part of the picture
    return { spacing, packing: { ...packed, height: packed.height + spacing.shelfGap - metrics.shelfGap } };
  };
  const tight = chooseTight(pack, metrics, width, limit);
  const tile = tight.spacing.wide;
  if (tile < metrics.leastTile) return tight;
  const highest = Math.min(limit ?? Number.POSITIVE_INFINITY, tight.packing.height * TIDY_HEIGHT);
  const tidy = listUniform(counts.length, metrics, width)
    .filter((grid) => grid.tile >= Math.max(metrics.leastTile, tile * TIDY_TILE))
    .map(({ tile: size, blocks, columns }) => pack(size, (options) => packUniformly(options, blocks, columns)))
    .filter(({ packing }) => packing.height <= highest)
    .sort((a, b) => a.packing.height - b.packing.height);
  return tidy[0] ?? tight;
}

function chooseTight(
  pack: (tile: number) => TileChoice,
  metrics: TileMetrics,
  width: number,
  limit?: number,
): TileChoice {
  const readable: TileChoice[] = [];
  for (let tile = metrics.mostTile; tile >= metrics.leastTile; tile -= 1) readable.push(pack(tile));
  const lowest = readable.reduce((least, { packing }) => Math.min(least, packing.height), Number.POSITIVE_INFINITY);
  const allowed = limit ?? Math.max(width * COMFORTABLE_RATIO, lowest * 1.06);
  const fitting = readable.find(({ packing }) => packing.height <= allowed);
  if (fitting) return fitting;
  if (limit === undefined) return pack(metrics.leastTile);
  for (let tile = metrics.leastTile - 1; tile > 4; tile = Math.floor(tile * 0.94)) {
    const choice = pack(tile);
    if (choice.packing.height <= limit) return choice;
  }
  return pack(4);
}

/** Every way to fill the width with equal blocks, with the tile it leaves room for. */
function listUniform(
  blockCount: number,
  metrics: TileMetrics,
  width: number,
): readonly { readonly tile: number; readonly blocks: number; readonly columns: number }[] {
  const found: { tile: number; blocks: number; columns: number }[] = [];
  const indent = metrics.shape === 'hexagon' ? 0.5 : 0;
  for (let blocks = 1; blocks <= blockCount; blocks++) {
    for (let columns = 1; ; columns++) {
      const free =
        width -
        measureShelf(
          Array.from({ length: blocks }, () => columns),
          { ...metrics, pitchX: 0 },
        );
      const pitch = Math.floor(free / (blocks * (columns + indent)));
      const tile = Math.min(metrics.mostTile, pitch - metrics.gap);
      if (pitch - metrics.gap < metrics.leastTile) break;
      if (columns * (tile + metrics.gap) - metrics.gap >= metrics.headerWidth) found.push({ tile, blocks, columns });
    }
    if ((metrics.leastTile + metrics.blockGap) * blocks > width + metrics.blockGap) break;
  }
  return found;
}

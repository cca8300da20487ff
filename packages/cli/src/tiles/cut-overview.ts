import { projectPolygons } from '@guatu/map/geometry';
import type { TilePlace } from './archive-writer.js';
import type { Cutting } from './cut-tiles.js';
import { propertiesOf } from './cut-tiles.js';
import type { TileFeature, TileLayer } from './encode-tile.js';
import type { TileLevel } from './shape-store.js';
import { LAYERS } from './tile-shapes.js';

/** Up to so many corners an overview has them all; of more it has those that a picture can show. */
const EXACT_CORNERS = 200_000;
/** Grid lines across the longer side of all shapes. */
const [FINE, COARSE] = [65_536, 4096];

/**
 * The shapes of a level for a map's first picture: every area whole and once, in the tile of the coarsest zoom that its
 * inner point lies in, and going on beyond the tile's edge where it must. Corners lie on one grid for all shapes, so
 * that neighbours still fit.
 */
export class Overview {
  readonly #name: string;
  readonly #extent: number;
  readonly #byTile = new Map<string, TileFeature[]>();

  constructor({ store, places, zooms }: Cutting, level: TileLevel) {
    this.#name = LAYERS[level].overview;
    const [x0, y0, x1, y1] = places.bounds();
    const shapes = store.names.flatMap((names, shape) => (names.level === level ? [shape] : []));
    const lines = store.corners <= EXACT_CORNERS ? FINE : COARSE;
    const step = Math.max(x1 - x0, y1 - y0, 1e-9) / lines;
    const tiles = 2 ** zooms.min;
    this.#extent = 2 ** Math.ceil(Math.log2(1 / (tiles * step)));
    for (const shape of shapes) {
      const [x, y] = places.innerOf(shape).map((value) => Math.floor(value * tiles)) as [number, number];
      const rings = projectPolygons(store.polygonsOf(shape)).flatMap((polygon) =>
        polygon.flatMap((ring, index) => {
          const snapped = this.#snap(ring, [zooms.min, x, y]);
          return snapped.length >= 8 && measureTwice(snapped) !== 0 ? [orient(snapped, index === 0)] : [];
        }),
      );
      const key = `${x} ${y}`;
      const features = this.#byTile.get(key) ?? [];
      // an area smaller than the grid is still there, as a point
      features.push(
        rings.length > 0
          ? { type: 3, properties: propertiesOf(store, shape), rings }
          : {
              type: 1,
              properties: propertiesOf(store, shape),
              rings: [this.#snap(places.innerOf(shape), [zooms.min, x, y])],
            },
      );
      this.#byTile.set(key, features);
    }
  }

  /** The overview's part in a tile of the coarsest zoom. */
  readonly layersOf = ([, x, y]: TilePlace): readonly TileLayer[] => {
    const features = this.#byTile.get(`${x} ${y}`);
    return features ? [{ name: this.#name, extent: this.#extent, features }] : [];
  };

  #snap(ring: readonly number[], [z, x, y]: TilePlace): number[] {
    const scale = 2 ** z * this.#extent;
    const [left, top] = [x * this.#extent, y * this.#extent];
    const snapped: number[] = [];
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [column, row] = [Math.round((ring[at] ?? 0) * scale) - left, Math.round((ring[at + 1] ?? 0) * scale) - top];
      if (column !== snapped.at(-2) || row !== snapped.at(-1)) snapped.push(column, row);
    }
    return snapped;
  }
}

/** Outer rings one way round and holes the other: readers of tiles tell them apart by it. */
function orient(ring: number[], outer: boolean): number[] {
  if (measureTwice(ring) > 0 === outer) return ring;
  const turned: number[] = [];
  for (let at = ring.length - 2; at >= 0; at -= 2) turned.push(ring[at] ?? 0, ring[at + 1] ?? 0);
  return turned;
}

/** Twice the signed area of a ring of whole numbers; 0 for one the grid made a line of. */
function measureTwice(ring: readonly number[]): number {
  let twice = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    twice += (ring[at] ?? 0) * (ring[at + 3] ?? 0) - (ring[at + 2] ?? 0) * (ring[at + 1] ?? 0);
  }
  return twice;
}

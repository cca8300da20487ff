import { boundPolygons, findInnerPoint, projectPolygons } from '@guatu/map/geometry';
import type { ShapeStore, TileLevel } from './shape-store.js';

/** x0, y0, x1, y1 on the web-mercator world, 0…1 eastwards and southwards. */
export type WorldBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** Names of an archive's layers by level; an overview holds whole areas for the first picture. */
export const LAYERS: Readonly<
  Record<TileLevel, { readonly areas: string; readonly points: string; readonly overview: string }>
> = {
  village: { areas: 'villages', points: 'village-points', overview: 'villages-overview' },
  township: { areas: 'townships', points: 'township-points', overview: 'townships-overview' },
};

/** Where every shape of a store is on the world: its box, and the point its name belongs to. */
export class ShapePlaces {
  readonly #boxes: Float64Array;
  readonly #inner: Float64Array;

  constructor(store: ShapeStore) {
    this.#boxes = new Float64Array(store.size * 4);
    this.#inner = new Float64Array(store.size * 2);
    for (let shape = 0; shape < store.size; shape++) {
      const polygons = projectPolygons(store.polygonsOf(shape));
      this.#boxes.set(boundPolygons(polygons), shape * 4);
      this.#inner.set(findInnerPoint(polygons), shape * 2);
    }
  }

  get size(): number {
    return this.#boxes.length / 4;
  }

  innerOf(shape: number): readonly [x: number, y: number] {
    return [this.#inner[shape * 2] ?? 0, this.#inner[shape * 2 + 1] ?? 0];
  }

  /** The shapes whose boxes reach into one. */
  within([x0, y0, x1, y1]: WorldBox, shapes: readonly number[]): readonly number[] {
    const boxes = this.#boxes;
    return shapes.filter((shape) => {
      const at = shape * 4;
      return (
        (boxes[at] ?? 0) <= x1 && (boxes[at + 2] ?? 0) >= x0 && (boxes[at + 1] ?? 0) <= y1 && (boxes[at + 3] ?? 0) >= y0
      );
    });
  }

  /** The same shapes in the order of their boxes; equals keep theirs. */
  largestFirst(shapes: readonly number[]): readonly number[] {
    const sizeOf = (shape: number): number => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = this.#boxes.subarray(shape * 4, shape * 4 + 4);
      return (x1 - x0) * (y1 - y0);
    };
    return [...shapes].sort((a, b) => sizeOf(b) - sizeOf(a));
  }

  /** The box around all of them; the whole world for none. */
  bounds(): WorldBox {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < this.#boxes.length; at += 4) {
      x0 = Math.min(x0, this.#boxes[at] ?? 0);
      y0 = Math.min(y0, this.#boxes[at + 1] ?? 0);
      x1 = Math.max(x1, this.#boxes[at + 2] ?? 0);
      y1 = Math.max(y1, this.#boxes[at + 3] ?? 0);
    }
    return x1 >= x0 ? [x0, y0, x1, y1] : [0, 0, 1, 1];
  }
}

/** A point of the web-mercator world as longitude and latitude. Formula: the inverse of EPSG:3857 on a unit world. */
export function toDegrees([x, y]: readonly [number, number]): [lon: number, lat: number] {
  return [x * 360 - 180, (Math.atan(Math.exp(Math.PI * (1 - 2 * y))) * 360) / Math.PI - 90];
}

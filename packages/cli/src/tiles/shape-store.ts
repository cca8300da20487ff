import type { SceneRings } from '@guatu/map/scene';

/** The two levels an archive has a layer for. */
export type TileLevel = 'village' | 'township';

/** What a shape is called; codes and names as the tiles carry them. */
export interface ShapeNames {
  readonly level: TileLevel;
  readonly code: string;
  readonly name: string;
  /** Code of the township a village lies in; empty for none. */
  readonly parent: string;
}

/** Steps in one degree: a step is about a centimetre. */
const STEPS = 1e7;

/**
 * Shapes in little memory: corners are whole steps in one growing array, 8 bytes each, so that half a million villages
 * of 24 corners take 100 MB and not the gigabyte they take as nested arrays.
 */
export class ShapeStore {
  readonly names: ShapeNames[] = [];
  #corners = new Int32Array(1 << 16);
  #used = 0;
  /** By ring: where its corners begin, and whether it is the first of a polygon. */
  readonly #rings: number[] = [];
  readonly #outer: boolean[] = [];
  /** By shape: its first ring. */
  readonly #first: number[] = [];

  get size(): number {
    return this.names.length;
  }

  /** How many corners there are in all. */
  get corners(): number {
    return this.#used / 2;
  }

  /** @param polygons flat rings of degrees, closed, the outer first */
  add(names: ShapeNames, polygons: readonly SceneRings[]): void {
    this.names.push(names);
    this.#first.push(this.#rings.length);
    for (const rings of polygons) {
      for (const [index, ring] of rings.entries()) {
        this.#rings.push(this.#used);
        this.#outer.push(index === 0);
        this.#reserve(ring.length);
        for (const degrees of ring) this.#corners[this.#used++] = Math.round(degrees * STEPS);
      }
    }
  }

  /** The polygons of a shape, in degrees. */
  polygonsOf(shape: number): readonly SceneRings[] {
    const polygons: number[][][] = [];
    const [from, to] = this.#ringsOf(shape);
    for (let ring = from; ring < to; ring++) {
      const flat = Array.from(this.#cornersOf(ring), (steps) => steps / STEPS);
      if (this.#outer[ring]) polygons.push([flat]);
      else polygons.at(-1)?.push(flat);
    }
    return polygons;
  }

  /** West, south, east, north of a shape in degrees; inverted infinities for none. */
  boundsOf(shape: number): readonly [number, number, number, number] {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const [from, to] = this.#ringsOf(shape);
    const [first, last] = [this.#rings[from] ?? 0, this.#rings[to] ?? this.#used];
    for (let at = from === to ? last : first; at < last; at += 2) {
      const [lon, lat] = [this.#corners[at] ?? 0, this.#corners[at + 1] ?? 0];
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    return [west / STEPS, south / STEPS, east / STEPS, north / STEPS];
  }

  #ringsOf(shape: number): readonly [from: number, to: number] {
    return [this.#first[shape] ?? this.#rings.length, this.#first[shape + 1] ?? this.#rings.length];
  }

  #cornersOf(ring: number): Int32Array {
    return this.#corners.subarray(this.#rings[ring], this.#rings[ring + 1] ?? this.#used);
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#corners.length) return;
    const larger = new Int32Array(Math.max(this.#corners.length * 2, this.#used + more));
    larger.set(this.#corners.subarray(0, this.#used));
    this.#corners = larger;
  }
}

import type { SceneRings } from '../scene/scene.js';
import type { Box } from './mercator.js';
import type { TiledBoundaries } from './tiled-boundaries.js';

/** Where one area lies on the web-mercator world, 0…1 eastwards and southwards. */
export interface AreaPlace {
  /** Its ground; empty where only a point of it is known. */
  readonly polygons: readonly SceneRings[];
  /** A point inside its largest polygon, or the one that is known. Of ground it is found when it is first read. */
  readonly inner: readonly [x: number, y: number];
  /** Around its ground, or the point that is known. */
  readonly bounds: Box;
}

/**
 * Where the areas of a roster lie, whatever file said so: polygons, points, or both. The one thing a layout knows of a
 * source of shapes; made by `readShapes`.
 */
export interface AreaShapes {
  /** By area code. Townships without shapes of their own are dissolved from their villages. */
  readonly places: ReadonlyMap<string, AreaPlace>;
  /** Set where townships have shapes and villages have not: the level at which they can be drawn. */
  readonly level?: 'township';
  /** Where the shapes are in full, when they are tiles and `places` only what a first picture needs. */
  readonly tiled?: TiledBoundaries;
}

/** A shape that belongs to no area, or to more than one. */
export interface UnjoinedShape {
  /** `boundaries.geojson features[3]`. */
  readonly path: string;
  readonly code: string;
  readonly name: string;
  /** Codes of the areas its name fits; empty when it fits none. */
  readonly candidates: readonly string[];
}

/** How shapes and roster were joined, and what is left over on both sides. */
export interface JoinReport {
  /** Shapes joined by their code, old codes included. */
  readonly byCode: number;
  /** Shapes joined by their name within the parent township. */
  readonly byName: number;
  /** Shapes whose name fits several areas. */
  readonly ambiguous: readonly UnjoinedShape[];
  /** Shapes that fit no area. */
  readonly leftOver: readonly UnjoinedShape[];
  /** Codes of areas without a shape, of the finest level that has shapes. */
  readonly withoutShape: readonly string[];
}

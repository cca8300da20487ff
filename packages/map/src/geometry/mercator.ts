import type { SceneRings } from '../scene/scene.js';

/** Longitude in degrees on the web-mercator world, 0…1 eastwards. */
export function projectLongitude(lon: number): number {
  return lon / 360 + 0.5;
}

/** Latitude in degrees on the web-mercator world, 0…1 southwards. Formula: EPSG:3857 on a unit world. */
export function projectLatitude(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
}

/** Rings of degrees as rings on the world. */
export function projectPolygons(polygons: readonly SceneRings[]): readonly SceneRings[] {
  return mapPositions(polygons, projectLongitude, projectLatitude);
}

/** How a scene lies on the world: `x = (worldX − west) × scale`. */
export interface Frame {
  readonly west: number;
  readonly north: number;
  readonly scale: number;
}

/** Rings on the world as rings of the scene. */
export function framePolygons(polygons: readonly SceneRings[], { west, north, scale }: Frame): readonly SceneRings[] {
  return mapPositions(polygons, (x) => (x - west) * scale, (y) => (y - north) * scale);
}

/** Plain loops over flat rings: this runs once for every corner of every village. */
function mapPositions(
  polygons: readonly SceneRings[],
  mapX: (x: number) => number,
  mapY: (y: number) => number,
): readonly SceneRings[] {
  return polygons.map((rings) =>
    rings.map((ring) => {
      const mapped = ring.slice();
      for (let index = 0; index + 1 < mapped.length; index += 2) {
        mapped[index] = mapX(ring[index] ?? 0);
        mapped[index + 1] = mapY(ring[index + 1] ?? 0);
      }
      return mapped;
    }),
  );
}

/** x0, y0, x1, y1 of rings; inverted infinities when there are none. */
export function boundPolygons(polygons: readonly SceneRings[]): readonly [number, number, number, number] {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const rings of polygons) {
    const outer = rings[0] ?? [];
    for (let index = 0; index + 1 < outer.length; index += 2) {
      const [x, y] = [outer[index] ?? 0, outer[index + 1] ?? 0];
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return [x0, y0, x1, y1];
}

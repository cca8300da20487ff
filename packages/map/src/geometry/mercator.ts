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
  return mapRings(polygons, (ring) => {
    const projected = ring.slice();
    for (let index = 0; index + 1 < projected.length; index += 2) {
      projected[index] = projectLongitude(ring[index] ?? 0);
      projected[index + 1] = projectLatitude(ring[index + 1] ?? 0);
    }
    return projected;
  });
}

/** How a scene lies on the world: `x = (worldX − west) × scale`. */
export interface Frame {
  readonly west: number;
  readonly north: number;
  readonly scale: number;
}

/** Rings on the world as rings of the scene. */
export function framePolygons(polygons: readonly SceneRings[], { west, north, scale }: Frame): readonly SceneRings[] {
  return mapRings(polygons, (ring) => {
    const framed = ring.slice();
    for (let index = 0; index + 1 < framed.length; index += 2) {
      framed[index] = ((ring[index] ?? 0) - west) * scale;
      framed[index + 1] = ((ring[index + 1] ?? 0) - north) * scale;
    }
    return framed;
  });
}

/** Plain loops over flat rings: they run once for every corner of every village, and a call for each cost more than the sum. */
function mapRings(
  polygons: readonly SceneRings[],
  map: (ring: readonly number[]) => readonly number[],
): readonly SceneRings[] {
  return polygons.map((rings) => rings.map(map));
}

/** x0, y0, x1, y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** The box around nothing. */
export const NO_BOX: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** The box around boxes. */
export function boundBoxes(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    NO_BOX,
  );
}

/** A box of degrees (west, south, east, north) on the world; the same as that of its projected corners, to the last bit. */
export function projectBox([west, south, east, north]: Box): Box {
  return [projectLongitude(west), projectLatitude(north), projectLongitude(east), projectLatitude(south)];
}

/** A box on the world in the scene. */
export function frameBox([x0, y0, x1, y1]: Box, { west, north, scale }: Frame): Box {
  return [(x0 - west) * scale, (y0 - north) * scale, (x1 - west) * scale, (y1 - north) * scale];
}

/** The box around rings; inverted infinities when there are none. */
export function boundPolygons(polygons: readonly SceneRings[]): Box {
  let [x0, y0, x1, y1] = NO_BOX;
  for (const rings of polygons) {
    const outer = rings[0] ?? [];
    for (let index = 0; index + 1 < outer.length; index += 2) {
      const x = outer[index] ?? 0;
      const y = outer[index + 1] ?? 0;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return [x0, y0, x1, y1];
}

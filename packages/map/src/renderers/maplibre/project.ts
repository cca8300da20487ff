import type { SceneLayout } from '../../scene/scene.js';

/**
 * Where a scene lies on the web-mercator world (0…1 on both axes, y downwards).
 *
 * At `zoom` one scene unit is one CSS pixel, so that a map fitted at that zoom covers the svg picture exactly.
 */
export interface Placement {
  /** World coordinates of the scene's top left corner. */
  readonly west: number;
  readonly north: number;
  /** Scene units in one world. */
  readonly scale: number;
  /** The zoom at which one scene unit is one CSS pixel. */
  readonly zoom: number;
  /** Deepest zoom the scene is cut into tiles for; deeper ones are enlarged from it. */
  readonly tileZoom: number;
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
}

/** Size of a container in CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Edge of a map tile, and so of the world at zoom 0, in CSS pixels. */
const tileSize = 512;
/**
 * Schematic scenes are on no globe: any zoom would do.
 *
 * - A third of the way between whole zooms a fill pattern, which maplibre rescales by two at every whole zoom, stays near
 *   its size while the reader zooms around the fit.
 * - Four thirds make a scene unit 12, 6 or 3 whole steps of a tile's grid (8192 to 512 pixels): what lies on whole units
 *   is drawn exactly there.
 * - A low zoom keeps world coordinates small: shaders count a pattern's periods from the corner of the world in 32 bits.
 */
const schematicZoom = 5 + Math.log2(4 / 3);
/** Room between the scene and the edge of its tile, which would cut the outermost strokes. */
const schematicMargin = 64;
/** All patterns repeat within this many scene units: a corner on a multiple of it needs none of them moved. */
const patternPeriod = 24;
/** Above this many areas culling by tile is worth more than keeping the scene in one piece. */
const manyAreas = 4000;

/**
 * Places a scene on the world: a `mercator` scene where it is, a `tiles` scene just inside the corner at (0,0).
 *
 * That corner is where four tiles meet at every zoom, so a schematic scene with a margin lies in a single tile: no seam
 * runs through it, dashes run on undisturbed, and one tile is all that a change of colours has to touch.
 */
export function placeScene(layout: SceneLayout): Placement {
  const { width, height, projection } = layout;
  if (projection.kind === 'mercator') {
    const zoom = Math.log2(projection.scale / tileSize);
    const tileZoom = Math.min(18, Math.max(4, Math.ceil(zoom) + 4));
    return { west: projection.west, north: projection.north, scale: projection.scale, zoom, tileZoom, width, height };
  }
  const scale = tileSize * 2 ** schematicZoom;
  const corner = (Math.ceil((0.5 * scale + schematicMargin) / patternPeriod) * patternPeriod) / scale;
  const extent = Math.max(width, height, 1) + 2 * schematicMargin + patternPeriod;
  const whole = Math.floor(schematicZoom - Math.log2(extent / tileSize));
  const tileZoom = layout.areas.length > manyAreas ? 9 : Math.max(1, Math.min(5, whole));
  return { west: corner, north: corner, scale, zoom: schematicZoom, tileZoom, width, height };
}

/** Whether a scene goes on beyond the line where longitudes jump from 180 to −180, and so onto the next copy of the world. */
export function goesAround({ west, scale, width }: Placement): boolean {
  return west < 0 || west + width / scale > 1;
}

/** The longitude and latitude of a point of the scene, in degrees. */
export function toLngLat(placement: Placement, x: number, y: number): [lng: number, lat: number] {
  const worldX = placement.west + x / placement.scale;
  const worldY = placement.north + y / placement.scale;
  return [worldX * 360 - 180, (Math.atan(Math.exp(Math.PI * (1 - 2 * worldY))) * 360) / Math.PI - 90];
}

/** The point of the scene at a longitude and latitude in degrees; the inverse of {@link toLngLat}. */
export function toScenePoint(placement: Placement, lng: number, lat: number): [x: number, y: number] {
  const worldX = (lng + 180) / 360;
  const worldY = (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2;
  return [(worldX - placement.west) * placement.scale, (worldY - placement.north) * placement.scale];
}

/** How many CSS pixels a scene unit is at a zoom. */
export function scaleAtZoom(placement: Placement, zoom: number): number {
  return 2 ** (zoom - placement.zoom);
}

/**
 * A length in scene units as CSS pixels at zoom 0, from where the style lets it double with every zoom.
 *
 * So the style knows nothing of where a scene lies, and stays as it is when another one comes.
 */
export function toWorldSize(length: number, placement: Placement): number {
  return length * 2 ** -placement.zoom;
}

/**
 * The camera that shows the whole scene centred in a box: what an svg with `xMidYMid meet` shows.
 *
 * An empty box, or a scene without a size, is shown at one scene unit a pixel.
 */
export function fitCamera(placement: Placement, box: Box): Camera {
  const scale = Math.min(box.width / placement.width, box.height / placement.height);
  const zoom = placement.zoom + (scale > 0 && Number.isFinite(scale) ? Math.log2(scale) : 0);
  return { center: toLngLat(placement, placement.width / 2, placement.height / 2), zoom };
}

/** Share of the box that an area fills when it is shown alone. */
const focusShare = 0.5;

/** The camera that shows a part of a scene large, in the middle of a box. */
export function focusCamera(
  placement: Placement,
  box: Box,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Camera {
  const scale = focusShare * Math.min(box.width / Math.max(x1 - x0, 1), box.height / Math.max(y1 - y0, 1));
  const zoom = placement.zoom + (scale > 0 && Number.isFinite(scale) ? Math.log2(scale) : 0);
  return { center: toLngLat(placement, (x0 + x1) / 2, (y0 + y1) / 2), zoom };
}

/** Whether two scenes lie on the same piece of the world, but for a tenth: as villages and their townships do. */
export function coversSameGround(a: Placement, b: Placement): boolean {
  const right = (place: Placement): number => place.west + place.width / place.scale;
  const bottom = (place: Placement): number => place.north + place.height / place.scale;
  const area = (place: Placement): number => (place.width * place.height) / place.scale ** 2;
  const wide = Math.min(right(a), right(b)) - Math.max(a.west, b.west);
  const high = Math.min(bottom(a), bottom(b)) - Math.max(a.north, b.north);
  const shared = Math.max(0, wide) * Math.max(0, high);
  return shared >= 0.9 * Math.max(area(a), area(b));
}

/** How far the reader may zoom in from the fit, in zooms. */
const deepest = { tiles: 3, mercator: 6 } as const;
/** How far past its edge the scene may be dragged once it is larger than the box, in CSS pixels. */
const overscroll = 48;

/**
 * Keeps a camera over the scene: never smaller than the fit, never deeper than text and outlines stay good,
 * and never dragged away further than a small margin that opens up with the zoom.
 */
export function boundCamera(
  placement: Placement,
  { box, kind, camera }: { readonly box: Box; readonly kind: 'tiles' | 'mercator'; readonly camera: Camera },
): Camera {
  const fit = fitCamera(placement, box);
  const zoom = Math.min(fit.zoom + deepest[kind], Math.max(fit.zoom, camera.zoom));
  const scale = scaleAtZoom(placement, zoom);
  const margin = (overscroll * Math.min(1, Math.max(0, zoom - fit.zoom))) / scale;
  const [x, y] = toScenePoint(placement, camera.center[0], camera.center[1]);
  const center = toLngLat(
    placement,
    bound(x, { size: placement.width, half: box.width / scale / 2, margin }),
    bound(y, { size: placement.height, half: box.height / scale / 2, margin }),
  );
  return { center, zoom };
}

function bound(
  value: number,
  { size, half, margin }: { readonly size: number; readonly half: number; readonly margin: number },
): number {
  const from = half - margin;
  const to = size - half + margin;
  return from < to ? Math.min(to, Math.max(from, value)) : size / 2;
}

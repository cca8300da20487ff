import type { SceneLayout } from '../scene/scene.js';

/** What part of a scene is seen: enlarged `zoom` times over the fit, around a point of the scene. */
export interface Camera {
  /** 1 shows the whole scene. */
  readonly zoom: number;
  /** Point of the scene in the middle of the box, in scene units. */
  readonly x: number;
  readonly y: number;
}

/** What is seen of a map, whatever its size: a {@link Camera} whose point is in shares of the picture. */
export interface MapCamera {
  /** How many times as large as fitted the picture is shown: 1 shows all of it, 8 is the most, 64 for boundaries drawn by maplibre. */
  readonly zoom: number;
  /** Point of the picture in the middle of the map, 0…1 from its left and from its top. */
  readonly x: number;
  readonly y: number;
}

/** All of a map. */
export const WHOLE: MapCamera = { zoom: 1, x: 0.5, y: 0.5 };

/** Width and height, in CSS pixels or scene units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far the reader may zoom in from the fit: text and outlines grow with the shapes. */
export const DEEPEST = 8;

/** The camera that shows a whole scene. */
export function fitCamera({ width, height }: Size): Camera {
  return { zoom: 1, x: width / 2, y: height / 2 };
}

/** A camera over a scene as one over a map of any size. */
export function toMapCamera({ zoom, x, y }: Camera, { width, height }: Size): MapCamera {
  return { zoom, x: x / width, y: y / height };
}

/** The camera over a scene that shows what one over a map shows, as far as a page's own picture may be enlarged. */
export function fromMapCamera({ zoom, x, y }: MapCamera, scene: Size): Camera {
  return boundCamera({ zoom: Math.min(DEEPEST, Math.max(1, zoom)), x: x * scene.width, y: y * scene.height }, scene);
}

/** The part of a scene that a camera sees, as an svg's `viewBox`. */
export function writeViewBox({ zoom, x, y }: Camera, { width, height }: Size): string {
  return `${x - width / zoom / 2} ${y - height / zoom / 2} ${width / zoom} ${height / zoom}`;
}

/** Whether two cameras show the same, but for less than anybody sees. */
export function isSameView(one: MapCamera, other: MapCamera): boolean {
  return (['zoom', 'x', 'y'] as const).every((part) => Math.abs(one[part] - other[part]) < 1e-3);
}

/** CSS pixels in a scene unit when the whole scene is shown in a box; 1 where either has no size. */
export function measureFit(scene: Size, box: Size): number {
  const fit = Math.min(box.width / scene.width, box.height / scene.height);
  return fit > 0 && Number.isFinite(fit) ? fit : 1;
}

/** Where a point of the box, in CSS pixels from its corner, lies in the scene. */
export function toScene(
  { zoom, x, y }: Camera,
  at: { readonly x: number; readonly y: number },
  scene: Size,
  box: Size,
): { readonly x: number; readonly y: number } {
  const scale = measureFit(scene, box) * zoom;
  return { x: x + (at.x - box.width / 2) / scale, y: y + (at.y - box.height / 2) / scale };
}

/** Zooms by a factor, keeping the given point of the scene where it is. The result is bounded. */
export function zoomAround(
  camera: Camera,
  factor: number,
  at: { readonly x: number; readonly y: number },
  scene: Size,
): Camera {
  const zoom = Math.min(DEEPEST, Math.max(1, camera.zoom * factor));
  const kept = camera.zoom / zoom;
  return boundCamera({ zoom, x: at.x + (camera.x - at.x) * kept, y: at.y + (camera.y - at.y) * kept }, scene);
}

/** Keeps a camera over its scene. */
export function boundCamera({ zoom, x, y }: Camera, scene: Size): Camera {
  const bound = (value: number, size: number): number =>
    Math.min(size - size / zoom / 2, Math.max(size / zoom / 2, value));
  return { zoom, x: bound(x, scene.width), y: bound(y, scene.height) };
}

/** Share of the box that an area fills when it is shown alone. */
const FOCUS_SHARE = 0.5;

/** The camera that shows a part of a scene large, as far as it may be enlarged. */
export function focusCamera([x0, y0, x1, y1]: readonly [number, number, number, number], scene: Size): Camera {
  const grown = FOCUS_SHARE * Math.min(scene.width / Math.max(x1 - x0, 1), scene.height / Math.max(y1 - y0, 1));
  return boundCamera({ zoom: Math.min(DEEPEST, Math.max(1, grown)), x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, scene);
}

/** The same look at another layout of the same ground, as villages and their townships are; nothing for other ground. */
export function carryCamera(camera: Camera, before: SceneLayout, after: SceneLayout): Camera | null {
  const [from, to] = [before.projection, after.projection];
  if (from.kind !== 'mercator' || to.kind !== 'mercator') return null;
  const grown = to.scale / from.scale;
  const [moveX, moveY] = [(from.west - to.west) * to.scale, (from.north - to.north) * to.scale];
  const near =
    Math.abs(Math.log(grown)) < 0.1 && Math.abs(moveX) < 0.1 * after.width && Math.abs(moveY) < 0.1 * after.height;
  return near
    ? boundCamera({ zoom: camera.zoom, x: camera.x * grown + moveX, y: camera.y * grown + moveY }, after)
    : null;
}

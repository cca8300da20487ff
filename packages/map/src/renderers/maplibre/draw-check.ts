import type { Scene } from '../../scene/scene.js';
import type { MaplibreMap } from './maplibre-types.js';
import { type Placement, toLngLat } from './project.js';

/** How far a channel may be from what was asked for: blending and rounding, not another colour. */
const tolerance = 4;
const areasProbed = 12;

/**
 * Whether the frame just rendered shows areas. Only to be asked while maplibre renders (in `render` or `idle`), when the
 * frame can still be read.
 *
 * `idle` alone says nothing: maplibre is idle too when its worker never started. A few areas spread over the scene are
 * looked at, off their centre where text stands. One in its own colour is enough. Where areas are so small that outlines
 * and signs leave none pure, most of them must at least not be bare ground. An empty scene has nothing to miss.
 */
export function isDrawn(map: MaplibreMap, scene: Scene, placement: Placement): boolean {
  const { areas } = scene.layout;
  const gl = map.getCanvas().getContext('webgl2');
  if (!gl || gl.isContextLost()) return false;
  if (areas.length === 0) return true;
  const distinct = areas.map((_, i) => i).filter((i) => scene.paints[i]?.fill !== scene.background);
  const candidates = distinct.length > 0 ? distinct : areas.map((_, i) => i);
  const stride = Math.max(1, Math.floor(candidates.length / areasProbed));
  let [looked, bare] = [0, 0];
  for (let i = 0; i < candidates.length; i += stride) {
    const index = candidates[i] ?? 0;
    const area = areas[index];
    const paint = scene.paints[index];
    if (!area || !paint) continue;
    for (const share of [0.35, 0, -0.35, 0.7]) {
      const x = area.inner[0] + ((area.bounds[2] - area.bounds[0]) / 2) * share;
      const y = area.inner[1] + ((area.bounds[3] - area.bounds[1]) / 2) * share;
      const { x: left, y: top } = map.project(toLngLat(placement, x, y));
      const pixel = readPixel(gl, map, left, top);
      if (matches(pixel, paint.fill)) return true;
      looked += 1;
      if (pixel[3] === 0 || matches(pixel, scene.background)) bare += 1;
    }
  }
  return bare < looked / 2;
}

function readPixel(gl: WebGL2RenderingContext, map: MaplibreMap, left: number, top: number): Uint8Array {
  const ratio = map.getPixelRatio();
  const pixel = new Uint8Array(4);
  const x = Math.floor(left * ratio);
  const y = gl.drawingBufferHeight - 1 - Math.floor(top * ratio);
  gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  return pixel;
}

function matches(pixel: Uint8Array, hex: string): boolean {
  const wanted = Number.parseInt(hex.slice(1, 7), 16);
  return [wanted >> 16, (wanted >> 8) & 255, wanted & 255].every(
    (value, channel) => Math.abs((pixel[channel] ?? 0) - value) <= tolerance,
  );
}

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
  const gl = map.getCanvas().getContext('webgl2');
  if (!gl || gl.isContextLost()) return false;
  const seen = listSeen(map, scene, placement);
  if (seen.length === 0) return true;
  const distinct = seen.filter(({ fill }) => fill !== scene.background);
  const candidates = distinct.length > 0 ? distinct : seen;
  const stride = Math.max(1, Math.floor(candidates.length / areasProbed));
  let [looked, bare] = [0, 0];
  for (let i = 0; i < candidates.length; i += stride) {
    const { points = [], fill = '' } = candidates[i] ?? {};
    for (const at of points) {
      const pixel = readPixel(gl, map, at);
      if (matches(pixel, fill)) return true;
      looked += 1;
      if (pixel[3] === 0 || matches(pixel, scene.background)) bare += 1;
    }
  }
  return bare < looked / 2;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface SeenArea {
  readonly fill: string;
  /** In CSS pixels from the corner of the canvas, and within it. */
  readonly points: readonly Point[];
}

/** Areas of which something is seen: a reader who zooms in leaves most of them outside. */
function listSeen(map: MaplibreMap, { layout, paints }: Scene, placement: Placement): readonly SeenArea[] {
  const { clientWidth, clientHeight } = map.getCanvas();
  const isWithin = ({ x, y }: Point): boolean => x >= 0 && y >= 0 && x < clientWidth && y < clientHeight;
  return layout.areas.flatMap(({ inner, bounds }, i) => {
    if (!isWithin(map.project(toLngLat(placement, ...inner)))) return [];
    const points = [0.35, 0, -0.35, 0.7].map((share) =>
      map.project(
        toLngLat(
          placement,
          inner[0] + ((bounds[2] - bounds[0]) / 2) * share,
          inner[1] + ((bounds[3] - bounds[1]) / 2) * share,
        ),
      ),
    );
    return [{ fill: paints[i]?.fill ?? '', points: points.filter(isWithin) }];
  });
}

function readPixel(gl: WebGL2RenderingContext, map: MaplibreMap, { x: left, y: top }: Point): Uint8Array {
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

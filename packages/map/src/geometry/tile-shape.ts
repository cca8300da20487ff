import type { SceneRings, SceneShape } from '../scene/scene.js';

export interface TilePlace {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Points on each rounded corner besides its two ends. */
const CORNER_POINTS = 3;

/** A tile as a shape: a rectangle with rounded corners. */
export function shapeTile({ code, name, group, x, y, width, height }: TilePlace, radius: number): SceneShape {
  return {
    code,
    name,
    group,
    polygons: [roundRectangle(x, y, width, height, radius)],
    inner: [x + width / 2, y + height / 2],
    bounds: [x, y, x + width, y + height],
  };
}

function roundRectangle(x: number, y: number, width: number, height: number, radius: number): SceneRings {
  const round = Math.min(radius, width / 2, height / 2);
  const corners: readonly (readonly [number, number, number])[] = [
    [x + round, y + round, 2],
    [x + width - round, y + round, 3],
    [x + width - round, y + height - round, 0],
    [x + round, y + height - round, 1],
  ];
  const ring: number[] = [];
  for (const [centerX, centerY, quarter] of corners) {
    for (let step = 0; step <= CORNER_POINTS + 1; step++) {
      const angle = ((quarter + step / (CORNER_POINTS + 1)) * Math.PI) / 2;
      ring.push(trim(centerX + round * Math.cos(angle)), trim(centerY + round * Math.sin(angle)));
    }
  }
  ring.push(ring[0] ?? 0, ring[1] ?? 0);
  return [ring];
}

/** Hundredths of a scene unit are enough, and keep the picture's text short. */
function trim(value: number): number {
  return Math.round(value * 100) / 100;
}

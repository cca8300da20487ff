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

/** Widths of the six corners from the middle, and heights, in halves of a hexagon that stands on a corner. */
const HEXAGON = [
  [0, -1],
  [1, -0.5],
  [1, 0.5],
  [0, 1],
  [-1, 0.5],
  [-1, -0.5],
] as const;

/** Share of a hexagon's width and height that a rectangle inside it has, touching its slanting edges. */
const [ROOM_WIDTH, ROOM_HEIGHT] = [0.8, 0.6] as const;

/** A tile as a hexagon that stands on a corner. */
export function shapeHexagon({ code, name, group, x, y, width, height }: TilePlace): SceneShape {
  const inner = [x + width / 2, y + height / 2] as const;
  const corners = HEXAGON.flatMap(([across, down]) => [
    trim(inner[0] + (across * width) / 2),
    trim(inner[1] + (down * height) / 2),
  ]);
  const [roomX, roomY] = [(ROOM_WIDTH * width) / 2, (ROOM_HEIGHT * height) / 2];
  return {
    code,
    name,
    group,
    polygons: [[[...corners, corners[0] ?? 0, corners[1] ?? 0]]],
    inner,
    bounds: [x, y, x + width, y + height],
    room: [inner[0] - roomX, inner[1] - roomY, inner[0] + roomX, inner[1] + roomY],
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

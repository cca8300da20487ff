import { centreOf, keyCell, listNeighbours } from './hexagons.js';
import type { Cell } from './hexagons.js';
import { drawUnit } from './random.js';

/** The ground of one village. */
export interface Parcel {
  readonly cell: Cell;
  /** Number of its township, from 0. */
  readonly township: number;
}

/**
 * Cuts a county out of a grid of cells: one for each village, in townships of about eleven. From thirty villages on one
 * village lies inside another township, which makes its own a township of two parts and the other one with a hole.
 */
export function divideTerritory(villages: number, seed: number): readonly Parcel[] {
  const cells = pickCells(villages, seed);
  const townshipOf = new Map<number, number>();
  let next = 0;
  split(cells, Math.max(1, Math.round(villages / 11)), (part) => {
    for (const cell of part) townshipOf.set(keyCell(cell), next);
    next += 1;
  });
  if (villages >= 30) moveEnclave(cells, townshipOf);
  return cells.map((cell) => ({ cell, township: townshipOf.get(keyCell(cell)) ?? 0 }));
}

/** The cells nearest to the middle, by a distance that varies with the direction: a county is no disc. */
function pickCells(count: number, seed: number): readonly Cell[] {
  const radius = Math.ceil(Math.sqrt(count) * 0.8) + 2;
  const waves = [2, 3, 5].map((times, index) => ({
    times,
    height: 0.16 / (index + 1),
    phase: drawUnit(seed, times, 7) * 2 * Math.PI,
  }));
  const ranked: { readonly cell: Cell; readonly far: number }[] = [];
  for (let row = -radius; row <= radius; row++) {
    for (let column = -radius; column <= radius; column++) {
      const cell = { column, row };
      const [x, y] = centreOf(cell);
      const angle = Math.atan2(y, x);
      const reach = waves.reduce((sum, { times, height, phase }) => sum + height * Math.sin(times * angle + phase), 1);
      ranked.push({ cell, far: Math.hypot(x / 1.15, y) / reach });
    }
  }
  return ranked
    .sort((a, b) => a.far - b.far || keyCell(a.cell) - keyCell(b.cell))
    .slice(0, count)
    .map(({ cell }) => cell);
}

/** Halves a territory across its longer side until there are as many parts as asked for. */
function split(cells: readonly Cell[], parts: number, keep: (part: readonly Cell[]) => void): void {
  if (parts <= 1) {
    keep(cells);
    return;
  }
  const spread = (axis: 0 | 1): number => {
    const values = cells.map((cell) => centreOf(cell)[axis]);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  const axis = spread(0) > spread(1) ? 0 : 1;
  const other = axis === 0 ? 1 : 0;
  const sorted = [...cells].sort(
    (a, b) => centreOf(a)[axis] - centreOf(b)[axis] || centreOf(a)[other] - centreOf(b)[other],
  );
  const left = Math.floor(parts / 2);
  const cut = Math.round((sorted.length * left) / parts);
  split(sorted.slice(0, cut), left, keep);
  split(sorted.slice(cut), parts - left, keep);
}

/** Gives one cell that lies wholly inside its township to a township that does not touch it. */
function moveEnclave(cells: readonly Cell[], townshipOf: Map<number, number>): void {
  for (const cell of cells) {
    const own = townshipOf.get(keyCell(cell));
    const around = listNeighbours(cell).map((neighbour) => townshipOf.get(keyCell(neighbour)));
    if (own === undefined || around.some((township) => township !== own)) continue;
    const far = cells.find((other) => {
      const township = townshipOf.get(keyCell(other));
      return township !== own && !listNeighbours(other).some((neighbour) => townshipOf.get(keyCell(neighbour)) === own);
    });
    const owner = far ? townshipOf.get(keyCell(far)) : undefined;
    if (owner === undefined) continue;
    townshipOf.set(keyCell(cell), owner);
    return;
  }
}

/** A circle's centre. */
export type Place = readonly [x: number, y: number];

/** Rounds of pushing apart at most; crowded places need the most. */
const MOST_ROUNDS = 160;

/** Overlaps below this share of the distance are left. */
const SLACK = 0.01;

/** Share of the distance below which two centres are on one spot. */
const NOTHING = 1e-6;

/** Turn between circles that lie on one spot: the golden angle, so that no two go the same way. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves circles of one size apart until none covers another, each as little as it must, inside a box. Deterministic.
 * Method: pairs that are too near are pushed apart by half of what is missing each, round by round, found through a grid
 * of the distance's width.
 *
 * @param distance between two centres at least
 * @param box x0, y0, x1, y1 that centres stay in
 * @returns the new centres, same order; where the box is too small for all, they overlap as little as was found
 */
export function separateDots(places: readonly Place[], distance: number, box: readonly [number, number, number, number]): readonly Place[] {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(to, from), Math.max(from, value));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let worst = 0;
    for (const [one, other] of listNear(xs, ys, distance)) {
      let [dx, dy] = [(xs[other] ?? 0) - (xs[one] ?? 0), (ys[other] ?? 0) - (ys[one] ?? 0)];
      let apart = Math.hypot(dx, dy);
      const missing = distance - apart;
      if (missing <= 0) continue;
      worst = Math.max(worst, missing);
      if (apart < NOTHING * distance) {
        [dx, dy] = [Math.cos((other + round) * TURN), Math.sin((other + round) * TURN)];
        apart = 1;
      }
      const share = (missing * 0.52) / apart;
      xs[one] = (xs[one] ?? 0) - dx * share;
      ys[one] = (ys[one] ?? 0) - dy * share;
      xs[other] = (xs[other] ?? 0) + dx * share;
      ys[other] = (ys[other] ?? 0) + dy * share;
    }
    for (let index = 0; index < xs.length; index++) {
      xs[index] = clamp(xs[index] ?? 0, box[0], box[2]);
      ys[index] = clamp(ys[index] ?? 0, box[1], box[3]);
    }
    if (worst <= distance * SLACK) break;
  }
  return xs.map((x, index) => [x, ys[index] ?? 0]);
}

/** Pairs in the same or an adjoining cell, each once. */
function listNear(xs: readonly number[], ys: readonly number[], cell: number): readonly (readonly [number, number])[] {
  const cells = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  for (const [index, x] of xs.entries()) {
    const [column, row] = [Math.floor(x / cell), Math.floor((ys[index] ?? 0) / cell)];
    for (let across = -1; across <= 1; across++) {
      for (let down = -1; down <= 1; down++) {
        for (const other of cells.get(`${column + across},${row + down}`) ?? []) pairs.push([other, index]);
      }
    }
    const key = `${column},${row}`;
    const here = cells.get(key);
    if (here) here.push(index);
    else cells.set(key, [index]);
  }
  return pairs;
}

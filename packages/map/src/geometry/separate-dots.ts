/** A circle's centre. */
export type Place = readonly [x: number, y: number];

/** Rounds of pushing apart at most, and circles times rounds: a few hundred milliseconds. */
const [MOST_ROUNDS, MOST_PUSHES] = [160, 3_000_000] as const;

/** Overlaps below this share of the distance are left. */
const SLACK = 0.01;

/** Share of the distance below which two centres are on one spot. */
const NOTHING = 1e-6;

/** Turn between circles that lie on one spot: the golden angle, so that no two go the same way. */
const TURN = Math.PI * (3 - Math.sqrt(5));

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Moves circles of one size apart until none covers another, each as little as it must, inside a box. Deterministic.
 * Method: pairs that are too near are pushed apart by half of what is missing each, round by round, found through a grid
 * of the distance's width.
 *
 * @param distance between two centres at least, above 0
 * @param box x0, y0, x1, y1 that centres stay in
 * @returns the new centres, same order; where the box is too small for all, they overlap as little as was found
 */
export function separateDots(places: readonly Place[], distance: number, box: Box): readonly Place[] {
  if (places.length < 2) return places;
  const xs = Float64Array.from(places, ([x]) => x);
  const ys = Float64Array.from(places, ([, y]) => y);
  const grid = new Grid(distance, box, places.length);
  const rounds = Math.max(8, Math.min(MOST_ROUNDS, Math.floor(MOST_PUSHES / Math.max(1, places.length))));
  for (let round = 0; round < rounds; round++) {
    let worst = 0;
    grid.fill(xs, ys);
    for (let other = 0; other < xs.length; other++) {
      grid.eachBefore(other, (one) => {
        let [dx, dy] = [(xs[other] ?? 0) - (xs[one] ?? 0), (ys[other] ?? 0) - (ys[one] ?? 0)];
        let apart = Math.sqrt(dx * dx + dy * dy);
        const missing = distance - apart;
        if (missing <= 0) return;
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
      });
    }
    for (let index = 0; index < xs.length; index++) {
      xs[index] = clamp(xs[index] ?? 0, box[0], box[2]);
      ys[index] = clamp(ys[index] ?? 0, box[1], box[3]);
    }
    if (worst <= distance * SLACK) break;
  }
  return Array.from(xs, (x, index): Place => [x, ys[index] ?? 0]);
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(to, from), Math.max(from, value));
}

/** Most cells of a grid. */
const MOST_CELLS = 1_000_000;

/** Cells at least as wide as the distance with the circles in each, as linked lists. */
class Grid {
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #cells: Int32Array;

  constructor(
    distance: number,
    private readonly box: Box,
    count: number,
  ) {
    const [wide, tall] = [Math.max(0, box[2] - box[0]), Math.max(0, box[3] - box[1])];
    this.#cell = Math.max(distance, Math.sqrt((wide * tall) / MOST_CELLS), Math.max(wide, tall) / MOST_CELLS);
    this.#columns = Math.ceil(wide / this.#cell) + 1;
    this.#rows = Math.ceil(tall / this.#cell) + 1;
    this.#first = new Int32Array(this.#columns * this.#rows);
    this.#next = new Int32Array(count);
    this.#cells = new Int32Array(count);
  }

  fill(xs: Float64Array, ys: Float64Array): void {
    this.#first.fill(-1);
    for (let index = 0; index < xs.length; index++) {
      const column = clamp(Math.floor(((xs[index] ?? 0) - this.box[0]) / this.#cell), 0, this.#columns - 1);
      const row = clamp(Math.floor(((ys[index] ?? 0) - this.box[1]) / this.#cell), 0, this.#rows - 1);
      const at = row * this.#columns + column;
      this.#cells[index] = at;
      this.#next[index] = this.#first[at] ?? -1;
      this.#first[at] = index;
    }
  }

  /** Calls for each circle of a lower number in the same or an adjoining cell. */
  eachBefore(index: number, call: (other: number) => void): void {
    const at = this.#cells[index] ?? 0;
    const [column, row] = [at % this.#columns, Math.floor(at / this.#columns)];
    for (let down = Math.max(0, row - 1); down <= Math.min(this.#rows - 1, row + 1); down++) {
      for (let across = Math.max(0, column - 1); across <= Math.min(this.#columns - 1, column + 1); across++) {
        let other = this.#first[down * this.#columns + across] ?? -1;
        while (other >= 0) {
          if (other < index) call(other);
          other = this.#next[other] ?? -1;
        }
      }
    }
  }
}

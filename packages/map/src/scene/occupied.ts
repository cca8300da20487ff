type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Boxes already written on; a coarse grid keeps the search short for thousands of labels. */
export class Occupied {
  readonly #cells = new Map<number, Box[]>();

  /** Whether a box around a point touches none of the taken ones. */
  isFree(place: readonly [x: number, y: number], width: number, height: number): boolean {
    const box = boxAround(place, width, height);
    return keysOf(box).every((key) => (this.#cells.get(key) ?? []).every((other) => !overlaps(box, other)));
  }

  take(place: readonly [x: number, y: number], width: number, height: number): void {
    const box = boxAround(place, width, height);
    for (const key of keysOf(box)) {
      const taken = this.#cells.get(key);
      if (taken) taken.push(box);
      else this.#cells.set(key, [box]);
    }
  }
}

/** Edge of a cell of the grid, about a label's width. */
const CELL = 64;
/** Air around a label. */
const [AIR_X, AIR_Y] = [2, 1];

function boxAround([x, y]: readonly [number, number], width: number, height: number): Box {
  return [x - width / 2 - AIR_X, y - height / 2 - AIR_Y, x + width / 2 + AIR_X, y + height / 2 + AIR_Y];
}

function keysOf([x0, y0, x1, y1]: Box): readonly number[] {
  const keys: number[] = [];
  for (let column = Math.floor(x0 / CELL); column <= Math.floor(x1 / CELL); column++) {
    for (let row = Math.floor(y0 / CELL); row <= Math.floor(y1 / CELL); row++) keys.push(column * 1e6 + row);
  }
  return keys;
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

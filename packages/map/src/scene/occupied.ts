type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Boxes already written on; a coarse grid keeps the search short for thousands of labels. */
export class Occupied {
  readonly #cells = new Map<number, Box[]>();

  /** Whether a box around a point touches none of the taken ones. Asked many times for every label: it allocates nothing. */
  isFree(at: readonly [x: number, y: number], width: number, height: number): boolean {
    const x0 = at[0] - width / 2 - AIR_X;
    const x1 = at[0] + width / 2 + AIR_X;
    const y0 = at[1] - height / 2 - AIR_Y;
    const y1 = at[1] + height / 2 + AIR_Y;
    const lastColumn = Math.floor(x1 / CELL);
    const lastRow = Math.floor(y1 / CELL);
    for (let column = Math.floor(x0 / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor(y0 / CELL); row <= lastRow; row++) {
        const taken = this.#cells.get(keyOf(column, row));
        if (!taken) continue;
        for (const box of taken) if (x0 < box[2] && box[0] < x1 && y0 < box[3] && box[1] < y1) return false;
      }
    }
    return true;
  }

  take([x, y]: readonly [x: number, y: number], width: number, height: number): void {
    const box: Box = [x - width / 2 - AIR_X, y - height / 2 - AIR_Y, x + width / 2 + AIR_X, y + height / 2 + AIR_Y];
    for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column++) {
      for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row++) {
        const taken = this.#cells.get(keyOf(column, row));
        if (taken) taken.push(box);
        else this.#cells.set(keyOf(column, row), [box]);
      }
    }
  }
}

/** Edge of a cell of the grid, about a label's width. */
const CELL = 64;
/** Air around a label. */
const [AIR_X, AIR_Y] = [2, 1];

function keyOf(column: number, row: number): number {
  return column * 1e6 + row;
}

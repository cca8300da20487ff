/** A point on the world; `undefined` where it is not known. */
type Place = readonly [x: number, y: number] | undefined;

/**
 * Order in which things fill rows of given lengths so that they keep their places: the northernmost in the first row, and
 * each row from west to east. Those without a place come last, in their own order.
 *
 * @param rows number of things in each row
 * @returns indexes of `places`
 *
 * @example orderByRows([[1, 1], [0, 1], [0, 0]], [1, 2]); // [2, 1, 0]
 */
export function orderByRows(places: readonly Place[], rows: readonly number[]): readonly number[] {
  const all = places.map((_, index) => index);
  const known = all
    .filter((index) => places[index] !== undefined)
    .sort((a, b) => at(places, a, 1) - at(places, b, 1) || a - b);
  const ordered: number[] = [];
  let from = 0;
  for (const length of rows) {
    const row = known.slice(from, from + length);
    for (const index of row.sort((a, b) => at(places, a, 0) - at(places, b, 0) || a - b)) ordered.push(index);
    from += length;
  }
  return [...ordered, ...known.slice(from), ...all.filter((index) => places[index] === undefined)];
}

/** Rounds of swapping at most, and things in one grid: their pairs are compared in every round. */
const [MOST_ROUNDS, MOST_SWAPPED] = [12, 400] as const;

/**
 * Which cell of a grid each thing gets so that neighbours stay neighbours: rows from north to south filled from west to
 * east, then cells are swapped as long as that brings both nearer to where they belong. Deterministic.
 *
 * @param columns cells in a row; the last row may be short
 * @returns for each cell, row by row, the index of the thing in it
 */
export function assignCells(places: readonly Place[], columns: number): readonly number[] {
  const rows = Array.from({ length: Math.ceil(places.length / columns) }, (_, row) =>
    Math.min(columns, places.length - row * columns),
  );
  const cells = [...orderByRows(places, rows)];
  const wanted = fitGrid(places, columns, rows.length);
  const cost = (thing: number, cell: number): number => {
    const [x, y] = wanted[thing] ?? [cell % columns, Math.floor(cell / columns)];
    return ((cell % columns) - x) ** 2 + (Math.floor(cell / columns) - y) ** 2;
  };
  for (let round = 0; round < MOST_ROUNDS && cells.length <= MOST_SWAPPED; round++) {
    let swapped = false;
    for (let one = 0; one < cells.length; one++) {
      for (let other = one + 1; other < cells.length; other++) {
        const [a, b] = [cells[one] ?? 0, cells[other] ?? 0];
        if (cost(a, other) + cost(b, one) >= cost(a, one) + cost(b, other) - 1e-9) continue;
        [cells[one], cells[other]] = [b, a];
        swapped = true;
      }
    }
    if (!swapped) break;
  }
  return cells;
}

/** Places stretched over a grid, in cells. */
function fitGrid(places: readonly Place[], columns: number, rows: number): readonly Place[] {
  const known = places.filter((place) => place !== undefined);
  const [xs, ys] = [known.map(([x]) => x), known.map(([, y]) => y)];
  const scale = (values: readonly number[], cells: number): ((value: number) => number) => {
    const [least, most] = [
      values.reduce((a, b) => Math.min(a, b), Infinity),
      values.reduce((a, b) => Math.max(a, b), -Infinity),
    ];
    return (value) => (most > least ? ((value - least) / (most - least)) * (cells - 1) : (cells - 1) / 2);
  };
  const [across, down] = [scale(xs, columns), scale(ys, rows)];
  return places.map((place) => (place ? [across(place[0]), down(place[1])] : undefined));
}

function at(places: readonly Place[], index: number, axis: 0 | 1): number {
  return places[index]?.[axis] ?? 0;
}

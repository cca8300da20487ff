/** Blocks of tiles standing side by side; one block holds one group. Lengths in scene units. */
export interface PackOptions {
  /** Number of tiles of each block, in the order they are to be read; each at least 1. */
  readonly counts: readonly number[];
  readonly width: number;
  /** Tile's width and height with the gap that follows it. */
  readonly pitchX: number;
  readonly pitchY: number;
  /** Between tiles, between blocks of one shelf, between shelves. */
  readonly gap: number;
  readonly blockGap: number;
  readonly shelfGap: number;
  /** Height of the lines over each block, and the width they need. */
  readonly header: number;
  readonly headerWidth: number;
}

/** Blocks from `from` up to, not including, `to`, all with the same number of rows. */
export interface Shelf {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** Tiles in a row, by block of the shelf. */
  readonly columns: readonly number[];
}

export interface Packing {
  readonly shelves: readonly Shelf[];
  readonly height: number;
}

/**
 * Sets blocks on shelves in their given order, so that the whole is as low as can be. On one shelf every block has the
 * same number of rows, so tops and bottoms are level; between two packings of one height, the one with fewer empty
 * cells wins. Method: shortest path over the places where a shelf may end.
 *
 * @example packShelves({ counts: [12, 12, 5], width: 600, … }).shelves; // one shelf, 3 rows, columns [4, 4, 2]
 */
export function packShelves(options: PackOptions): Packing {
  const { counts, pitchY, gap, shelfGap, header } = options;
  const best: { cost: number; shelf: Shelf | null }[] = [{ cost: 0, shelf: null }];
  for (let to = 1; to <= counts.length; to++) {
    let choice: { cost: number; shelf: Shelf | null } = { cost: Number.POSITIVE_INFINITY, shelf: null };
    for (let from = to - 1; from >= 0; from--) {
      const shelf = fitShelf(options, from, to);
      if (!shelf && from < to - 1) break;
      const placed = shelf ?? stackAlone(options, from);
      const height = header + placed.rows * pitchY - gap + shelfGap;
      const empty = placed.columns.reduce(
        (sum, column, at) => sum + column * placed.rows - (counts[from + at] ?? 0),
        0,
      );
      const cost = (best[from]?.cost ?? 0) + height + empty * pitchY * 0.04;
      if (cost < choice.cost) choice = { cost, shelf: placed };
      if (!shelf) break;
    }
    best.push(choice);
  }
  const shelves: Shelf[] = [];
  for (let end = counts.length; end > 0; end = shelves[0]?.from ?? 0) {
    const shelf = best[end]?.shelf;
    if (!shelf) break;
    shelves.unshift(shelf);
  }
  const height = shelves.reduce((sum, shelf) => sum + header + shelf.rows * pitchY - gap + shelfGap, -shelfGap);
  return { shelves, height: Math.max(0, height) };
}

/**
 * Sets blocks on shelves that all hold the same number of blocks, each with the same number of tiles in a row: taller
 * than the tightest packing, but blocks stand under blocks.
 *
 * @param blocks blocks of a shelf
 * @param columns tiles in a row of a block
 */
export function packUniformly(options: PackOptions, blocks: number, columns: number): Packing {
  const { counts, pitchY, gap, shelfGap, header } = options;
  const shelves: Shelf[] = [];
  let height = -shelfGap;
  for (let from = 0; from < counts.length; from += blocks) {
    const to = Math.min(counts.length, from + blocks);
    const rows = counts.slice(from, to).reduce((most, count) => Math.max(most, Math.ceil(count / columns)), 1);
    shelves.push({ from, to, rows, columns: counts.slice(from, to).map(() => columns) });
    height += header + rows * pitchY - gap + shelfGap;
  }
  return { shelves, height: Math.max(0, height) };
}

/** Width of a shelf with the smallest gaps. */
export function measureShelf(
  columns: readonly number[],
  { pitchX, gap, blockGap }: Pick<PackOptions, 'pitchX' | 'gap' | 'blockGap'>,
): number {
  return columns.reduce((sum, column) => sum + column * pitchX - gap + blockGap, -blockGap);
}

/** The lowest shelf that holds these blocks, or `undefined` when none does. */
function fitShelf(options: PackOptions, from: number, to: number): Shelf | undefined {
  const counts = options.counts.slice(from, to);
  const tallest = counts.reduce((a, b) => Math.max(a, b), 1);
  const least = leastColumns(options);
  const at = (rows: number): readonly number[] => counts.map((count) => Math.max(least, Math.ceil(count / rows)));
  const fits = (rows: number): boolean => measureShelf(at(rows), options) <= options.width;
  if (!fits(tallest)) return undefined;
  let low = 1;
  let high = tallest;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return { from, to, rows: low, columns: at(low) };
}

/** One block wider than the shelf: as many columns as there is room for, at least one. */
function stackAlone(options: PackOptions, from: number): Shelf {
  const columns = Math.max(1, Math.floor((options.width + options.gap) / options.pitchX));
  const rows = Math.ceil((options.counts[from] ?? 1) / columns);
  return { from, to: from + 1, rows, columns: [columns] };
}

function leastColumns({ headerWidth, gap, pitchX }: PackOptions): number {
  return Math.max(1, Math.ceil((headerWidth + gap) / pitchX));
}

import { drawUnit } from './random.js';

/** A cell of the grid: odd rows stand half a cell to the right. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A cell's number, unique for columns and rows within ±100,000. */
export function keyCell({ column, row }: Cell): number {
  return (row + 1e5) * 1e6 + (column + 1e5);
}

/** Where a cell's centre lies before anything is moved; cells are one unit wide. */
export function centreOf({ column, row }: Cell): readonly [x: number, y: number] {
  return [column + (row & 1 ? 0.5 : 0), row * ROW_HEIGHT];
}

const ROW_HEIGHT = Math.sqrt(3) / 2;
/** How far corners are moved, and edges bent, as a share of a cell's width. */
const CORNER_SHIFT = 0.16;
const EDGE_BEND = 0.05;

/** The six cells around one. */
export function listNeighbours({ column, row }: Cell): readonly Cell[] {
  const shift = row & 1 ? 0 : -1;
  return [
    { column: column + 1, row },
    { column: column - 1, row },
    { column: column + shift, row: row - 1 },
    { column: column + shift + 1, row: row - 1 },
    { column: column + shift, row: row + 1 },
    { column: column + shift + 1, row: row + 1 },
  ];
}

/**
 * A cell's border: six corners moved at random, and bent edges between them. Neighbours get the very same numbers for
 * what they share, so that the cells fit without gaps.
 *
 * @param corners of the ring, a multiple of six; the ring is closed and one longer
 * @returns x and y pairs in cell widths
 */
export function traceCell(cell: Cell, seed: number, corners: number): readonly (readonly [number, number])[] {
  const fixed = listCorners(cell).map((corner) => shiftCorner(corner, seed));
  const pieces = Math.max(1, Math.round(corners / 6));
  const ring: (readonly [number, number])[] = [];
  for (const [index, from] of fixed.entries()) {
    const to = fixed[(index + 1) % 6] ?? from;
    ring.push([from.x, from.y], ...bendEdge(from, to, seed, pieces));
  }
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

interface Corner {
  /** Position in sixths and thirds of a cell: whole numbers, the same from every cell that has the corner. */
  readonly across: number;
  readonly down: number;
  readonly x: number;
  readonly y: number;
}

/** The corners of a cell, clockwise from the top. */
function listCorners(cell: Cell): readonly Corner[] {
  const [x, y] = centreOf(cell);
  const third = ROW_HEIGHT / 3;
  const steps = [
    [0, -2],
    [3, -1],
    [3, 1],
    [0, 2],
    [-3, 1],
    [-3, -1],
  ] as const;
  return steps.map(([across, down]) => ({
    across: Math.round(x * 6) + across,
    down: cell.row * 3 + down,
    x: x + across / 6,
    y: y + down * third,
  }));
}

function shiftCorner(corner: Corner, seed: number): Corner {
  const { across, down } = corner;
  const shift = (axis: number): number => (drawUnit(seed, across, down, axis) - 0.5) * 2 * CORNER_SHIFT;
  return { ...corner, x: corner.x + shift(1), y: corner.y + shift(2) };
}

/** Points between two corners, pushed off the straight line; asked from either end they are the same. */
function bendEdge(from: Corner, to: Corner, seed: number, pieces: number): readonly (readonly [number, number])[] {
  const forward = from.down < to.down || (from.down === to.down && from.across < to.across);
  const [start, end] = forward ? [from, to] : [to, from];
  const points = Array.from({ length: pieces - 1 }, (_, index): readonly [number, number] => {
    const along = (index + 1) / pieces;
    const swing = drawUnit(seed, start.across + end.across, start.down + end.down, index, 3) - 0.5;
    const aside = swing * 2 * EDGE_BEND * Math.sin(Math.PI * along) * 2;
    return [
      start.x + (end.x - start.x) * along - (end.y - start.y) * aside,
      start.y + (end.y - start.y) * along + (end.x - start.x) * aside,
    ];
  });
  return forward ? points : [...points].reverse();
}

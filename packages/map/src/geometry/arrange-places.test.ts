import { describe, expect, it } from 'vitest';
import { assignCells, orderByRows } from './arrange-places.js';

describe('orderByRows', () => {
  it('fills rows from the north, each from the west', () => {
    expect(
      orderByRows(
        [
          [1, 1],
          [0, 1],
          [0, 0],
        ],
        [1, 2],
      ),
    ).toEqual([2, 1, 0]);
  });

  it('keeps its order without places, and puts those without one last', () => {
    expect(orderByRows([undefined, undefined], [2])).toEqual([0, 1]);
    expect(orderByRows([undefined, [5, 5], [1, 1]], [3])).toEqual([2, 1, 0]);
  });
});

describe('assignCells', () => {
  /** A grid of 4 × 3 whose things were shuffled: the one at place p belongs into cell p. */
  const shuffled = [7, 2, 11, 0, 5, 9, 4, 1, 10, 3, 8, 6];
  const places = shuffled.map((cell): readonly [number, number] => [cell % 4, Math.floor(cell / 4)]);

  it('puts what lies on a grid back where it was', () => {
    const cells = assignCells(places, 4);
    expect(cells.map((thing) => shuffled[thing])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('uses every thing once, the same way each time, where the last row is short and places repeat', () => {
    const some = [...places.slice(0, 9), places[0], undefined];
    const cells = assignCells(some, 4);
    expect([...cells].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(assignCells(some, 4)).toEqual(cells);
  });
});

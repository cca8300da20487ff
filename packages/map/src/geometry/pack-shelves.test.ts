import { describe, expect, it } from 'vitest';
import { measureShelf, packShelves, packUniformly } from './pack-shelves.js';
import type { PackOptions } from './pack-shelves.js';

const options = (given: Partial<PackOptions>): PackOptions => ({
  counts: [],
  width: 400,
  pitchX: 50,
  pitchY: 50,
  gap: 4,
  blockGap: 20,
  shelfGap: 20,
  header: 40,
  headerWidth: 90,
  ...given,
});

describe('packShelves', () => {
  it('sets blocks side by side with level bottoms', () => {
    // 4 + 4 columns: 2 × 196 + 20 = 412 is too wide, 4 + 3 would need 4 rows for the 12
    const { shelves, height } = packShelves(options({ counts: [12, 9] }));
    expect(shelves).toEqual([{ from: 0, to: 2, rows: 3, columns: [4, 3] }]);
    expect(height).toBe(40 + 3 * 50 - 4);
  });

  it('keeps the order and starts a new shelf where that is lower', () => {
    const { shelves } = packShelves(options({ counts: [8, 8, 8, 8], width: 420 }));
    expect(shelves.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(shelves.every(({ rows }) => rows === 2)).toBe(true);
  });

  it('never makes a block narrower than its header', () => {
    const { shelves } = packShelves(options({ counts: [1, 1] }));
    // two columns are 96 wide, one is 46
    expect(shelves[0]?.columns).toEqual([2, 2]);
  });

  it('gives a block too wide for the shelf all of it', () => {
    const { shelves } = packShelves(options({ counts: [30], width: 60 }));
    expect(shelves).toEqual([{ from: 0, to: 1, rows: 30, columns: [1] }]);
  });

  it('has nothing to pack', () => {
    expect(packShelves(options({ counts: [] }))).toEqual({ shelves: [], height: 0 });
  });

  it('keeps every shelf within the width, whatever the counts', () => {
    for (const width of [200, 358, 768, 1200]) {
      const settings = options({ counts: [10, 12, 13, 13, 12, 11, 12, 12, 12, 5], width });
      for (const { columns } of packShelves(settings).shelves)
        expect(measureShelf(columns, settings)).toBeLessThanOrEqual(width);
    }
  });
});

describe('packUniformly', () => {
  it('sets blocks under blocks', () => {
    const { shelves, height } = packUniformly(options({ counts: [10, 12, 13, 5, 1] }), 2, 3);
    expect(shelves).toEqual([
      { from: 0, to: 2, rows: 4, columns: [3, 3] },
      { from: 2, to: 4, rows: 5, columns: [3, 3] },
      { from: 4, to: 5, rows: 1, columns: [3] },
    ]);
    expect(height).toBe(3 * 40 + 10 * 50 - 3 * 4 + 2 * 20);
  });
});

import { describe, expect, it } from 'vitest';
import { separateDots } from './separate-dots.js';
import type { Place } from './separate-dots.js';

const box = [0, 0, 400, 300] as const;

function nearest(places: readonly Place[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [x, y]] of places.entries()) {
    for (const [otherX, otherY] of places.slice(index + 1)) least = Math.min(least, Math.hypot(x - otherX, y - otherY));
  }
  return least;
}

describe('separateDots', () => {
  it('leaves alone what is apart', () => {
    const apart: readonly Place[] = [
      [10, 10],
      [50, 10],
    ];
    expect(separateDots(apart, 20, box)).toEqual(apart);
  });

  it('pulls apart forty dots on one spot, inside the box, the same way each time', () => {
    const heap = Array.from({ length: 40 }, (): Place => [0, 0]);
    const apart = separateDots(heap, 20, box);
    expect(nearest(apart)).toBeGreaterThan(20 * 0.95);
    for (const [x, y] of apart) expect(x >= 0 && x <= 400 && y >= 0 && y <= 300).toBe(true);
    expect(separateDots(heap, 20, box)).toEqual(apart);
  });

  it('ends where there is no room for all', () => {
    const apart = separateDots(
      Array.from({ length: 50 }, (): Place => [5, 5]),
      20,
      [0, 0, 30, 30],
    );
    expect(apart).toHaveLength(50);
    expect(apart.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

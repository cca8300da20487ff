import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignRanks } from './assign-ranks.js';

const ranksOf = (scores: readonly (number | null)[]) => assignRanks(scores, 2).map((place) => place?.rank ?? null);
const lastOf = (scores: readonly (number | null)[], last: number) =>
  assignRanks(scores, last).map((place) => place?.amongLast ?? null);

describe('assignRanks', () => {
  test('equals share a rank, and the next one skips', () => {
    expect(ranksOf([0.9, 0.5, 0.7, 0.7])).toEqual([1, 4, 2, 2]);
    expect(ranksOf([0.5, 0.5, 0.5])).toEqual([1, 1, 1]);
  });

  test('the unranked are no part of the round', () => {
    expect(ranksOf([0.9, null, 0.5])).toEqual([1, null, 2]);
    expect(lastOf([0.9, null, 0.5, 0.7, 0.6], 2)).toEqual([false, null, true, false, true]);
  });

  test('what rounding of doubles does makes no tie', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    expect(ranksOf([0.1 + 0.2, 0.3])).toEqual([1, 1]);
    expect(ranksOf([0.300000001, 0.3])).toEqual([1, 2]);
  });

  test('among the last n: fewer than n score lower', () => {
    // Lower scores: 3, 2, 1, 0.
    expect(lastOf([0.9, 0.8, 0.7, 0.6], 2)).toEqual([false, false, true, true]);
    // Both at 0.7 have one lower.
    expect(lastOf([0.9, 0.7, 0.7, 0.6], 2)).toEqual([false, true, true, true]);
    // Three at the bottom have none lower; 0.9 has three.
    expect(lastOf([0.9, 0.6, 0.6, 0.6], 2)).toEqual([false, true, true, true]);
    expect(lastOf([0.9, 0.8], 1)).toEqual([false, true]);
  });

  const scores = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 });

  test('a rank is one more than the ranked with a higher score; ranks run from 1 without a gap but for ties', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 5 }), (given, last) => {
        const places = assignRanks(given, last).flatMap((place) => place ?? []);
        const ranks = places.map(({ rank }) => rank).sort((a, b) => a - b);
        ranks.forEach((rank, index) => expect(rank === index + 1 || rank === ranks[index - 1]).toBe(true));
        // At least `last` of them are among the last, as far as there are so many.
        const bottom = places.filter(({ amongLast }) => amongLast).length;
        expect(bottom).toBeGreaterThanOrEqual(Math.min(last, places.length));
      }),
    );
  });

  test('the order of the areas makes no difference', () => {
    fc.assert(
      fc.property(scores, fc.infiniteStream(fc.nat()), (given, random) => {
        const order = given.map((_, index) => index).sort((a, b) => a - b);
        for (let i = order.length - 1; i > 0; i--) {
          const j = Number(random.next().value) % (i + 1);
          [order[i], order[j]] = [order[j] as number, order[i] as number];
        }
        const shuffled = assignRanks(
          order.map((index) => given[index] ?? null),
          2,
        );
        const straight = assignRanks(given, 2);
        expect(shuffled).toEqual(order.map((index) => straight[index]));
      }),
    );
  });
});

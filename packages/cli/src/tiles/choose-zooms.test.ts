import { expect, test } from 'vitest';
import { chooseZooms } from './choose-zooms.js';

test('a county begins two zooms before it fills a tile, and ends five after', () => {
  // 1/300 of the world: a tile of zoom 8 is 1/256 wide, one of zoom 9 is 1/512, so it fits into one of zoom 8
  const county = { width: 1 / 300, height: 1 / 400, villages: 112, townships: 10 };
  // no tile has more than 112 of them, and there is room for 600 names
  expect(chooseZooms(county)).toEqual({ min: 6, max: 13, villages: 6, points: { village: 6, township: 6 } });
});

test('half a million villages begin where a tile holds a thousand; townships are there from the start', () => {
  const { min, villages, max, points } = chooseZooms({
    width: 1 / 10,
    height: 1 / 10,
    villages: 500_000,
    townships: 45_000,
  });
  // fit: a tile of zoom 3 is 1/8 wide
  expect(min).toBe(1);
  // in a tile of zoom z lie 500,000 × 100 / 4^z villages: 763 at zoom 8, 3052 at zoom 7
  expect(villages).toBe(8);
  expect(max).toBe(9);
  // 763 are more than have room for names, 191 at zoom 9 are not; of the townships 275 at zoom 7, 1099 at zoom 6
  expect(points).toEqual({ village: 9, township: 7 });
});

test('without townships villages are drawn from the start, however many', () => {
  const { min, villages } = chooseZooms({ width: 1 / 10, height: 1 / 10, villages: 500_000, townships: 0 });
  expect(villages).toBe(min);
});

test.each([
  [{ width: 0, height: 0, villages: 1, townships: 0 }],
  [{ width: 1, height: 1, villages: 3, townships: 2 }],
  [{ width: 1e-7, height: 1e-7, villages: 2, townships: 1 }],
])('zooms are whole, in order and within what tiles have: %j', (extent) => {
  const { min, villages, max, points } = chooseZooms(extent);
  for (const zoom of [min, villages, max, points.village, points.township]) expect(Number.isInteger(zoom)).toBe(true);
  expect(min).toBeGreaterThanOrEqual(0);
  expect(min).toBeLessThanOrEqual(villages);
  expect(villages).toBeLessThanOrEqual(max);
  expect(max).toBeLessThanOrEqual(24);
});

import { expect, test } from 'vitest';
import { ringsMeet as meet } from './rings-meet.js';

const ringsMeet = (polygons: Parameters<typeof meet>[0], distance: number): boolean =>
  meet(polygons, distance, { left: 1_000_000 });

const square = (x: number, y: number, side = 10): number[] => [
  x,
  y,
  x + side,
  y,
  x + side,
  y + side,
  x,
  y + side,
  x,
  y,
];

test('parts that lie apart do not meet, nor does a hole its border', () => {
  expect(ringsMeet([[square(0, 0)], [square(12, 0)]], 1)).toBe(false);
  expect(ringsMeet([[square(0, 0, 30), square(10, 10)]], 1)).toBe(false);
  expect(ringsMeet([[square(0, 0)]], 1)).toBe(false);
});

test('borders that run along each other, cross, or leave a gap below the distance meet', () => {
  expect(ringsMeet([[square(0, 0)], [square(10, 3)]], 1)).toBe(true);
  expect(ringsMeet([[square(0, 0)], [square(10.5, 0)]], 1)).toBe(true);
  // long edges far from each other's corners, crossing in the middle
  expect(ringsMeet([[[-100, 0, 100, 1, 100, -1, -100, 0]], [[0, -100, 1, 100, -1, 100, 0, -100]]], 0.001)).toBe(true);
  expect(ringsMeet([[square(0, 0, 30), square(29.5, 10, 0.2)]], 1)).toBe(true);
});

test('what may not be compared is taken to meet', () => {
  const apart = [[square(0, 0)], [square(12, 0)]];
  expect(meet(apart, 1, { left: 0 })).toBe(true);
  // the box of the slanting side reaches over the square, so that one edge is compared with four
  const slope = [0, 0, 30, 0, 0, 30, 0, 0];
  expect(meet([[slope], [square(20, 20, 5)]], 1, { left: 3 })).toBe(true);
  expect(meet([[slope], [square(20, 20, 5)]], 1, { left: 10 })).toBe(false);
});

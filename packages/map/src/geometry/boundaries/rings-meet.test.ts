import { expect, test } from 'vitest';
import { ringsMeet } from './rings-meet.js';

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

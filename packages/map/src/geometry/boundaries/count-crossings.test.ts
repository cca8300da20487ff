import { expect, test } from 'vitest';
import { countCrossings } from './count-crossings.js';

const box = (x: number, y: number, width: number, height: number): readonly number[] =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ].flat();

/** Bars across each other: each edge along a bar of one crosses both of each bar of the other. */
const bars = (count: number, upright: boolean): readonly (readonly [readonly number[]])[] =>
  Array.from(
    { length: count },
    (_, at) => [upright ? box(at, -1, 0.5, count + 1) : box(-1, at, count + 1, 0.5)] as const,
  );

const count = (polygons: Parameters<typeof countCrossings>[0], most = 1000): number =>
  countCrossings(polygons, most, { left: 1_000_000 });

test('edges that cross are counted, corners both have are not', () => {
  // a cross of two boxes: four sides cross
  expect(count([[box(0, 1, 3, 1)], [box(1, 0, 1, 3)]])).toBe(4);
  expect(count([[box(0, 0, 1, 1)], [box(1, 0, 1, 1)]])).toBe(0);
  expect(count([[box(0, 0, 1, 1)], [box(2, 0, 1, 1)]])).toBe(0);
  // a ring may cross itself; that is no business of two polygons
  expect(count([[[0, 0, 1, 1, 1, 0, 0, 1, 0, 0]]])).toBe(0);
});

test('an end inside the edge of another cuts it', () => {
  // one side of the small one lies on the long side, two more end there
  expect(count([[box(0, 0, 1, 3)], [box(1, 1, 1, 1)]])).toBe(3);
});

test('no more is counted than asked, and nothing is compared that may not be', () => {
  const many = [...bars(10, false), ...bars(10, true)];
  expect(count(many)).toBe(400);
  expect(count(many, 50)).toBe(50);
  const few = { left: 100 };
  expect(countCrossings(many, 1000, few)).toBe(1000);
  expect(few.left).toBeLessThan(0);
});

import { expect, test } from 'vitest';
import type { SceneShape } from '../scene/scene.js';
import { findNeighbour } from './find-neighbour.js';
import type { Direction } from './find-neighbour.js';

/** Three columns by two rows, and one far to the lower right. */
const areas = [[0, 0], [10, 0], [20, 0], [0, 10], [10, 10], [20, 10], [60, 30]].map(
  ([x = 0, y = 0], index): SceneShape => ({ code: String(index), name: '', group: '', polygons: [], inner: [x, y], bounds: [x, y, x, y] }),
);

test.each<[string, Direction, string | undefined]>([
  ['0', 'right', '1'],
  ['0', 'down', '3'],
  ['1', 'left', '0'],
  ['4', 'up', '1'],
  ['5', 'right', '6'],
  ['6', 'left', '5'],
  ['0', 'left', undefined],
  ['0', 'up', undefined],
])('from %s %s to %s', (from, direction, to) => {
  expect(findNeighbour(areas, from, direction)).toBe(to);
});

test('from nowhere to the first, and nowhere in nothing', () => {
  expect(findNeighbour(areas, 'unknown', 'left')).toBe('0');
  expect(findNeighbour([], '0', 'left')).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import type { SceneLayout, SceneShape } from '../scene/scene.js';
import { findNeighbour, findNext, findShape } from './find-neighbour.js';
import type { Direction } from './find-neighbour.js';

/** Three columns by two rows, and one far to the lower right. */
const areas = [
  [0, 0],
  [10, 0],
  [20, 0],
  [0, 10],
  [10, 10],
  [20, 10],
  [60, 30],
].map(([x = 0, y = 0], index): SceneShape => ({
  code: String(index),
  name: '',
  group: '',
  polygons: [],
  inner: [x, y],
  bounds: [x, y, x, y],
}));

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

describe('areas that are in tiles alone', () => {
  const nowhere = { name: '', polygons: [], inner: [0, 0], bounds: [0, 0, 0, 0] } as const;
  /** Three groups in a row, each of two areas nobody knows the place of. */
  const groups = ['a', 'b', 'c'].map((code, index): SceneShape => ({
    code,
    name: '',
    group: '',
    polygons: [],
    inner: [index * 10, 5],
    bounds: [index * 10, 0, index * 10 + 9, 9],
  }));
  const base = { key: '', width: 30, height: 10, projection: { kind: 'tiles' }, outlines: [] } as const;
  const layout: SceneLayout = {
    ...base,
    areas: ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((code) => ({ code, group: code.slice(0, 1), ...nowhere })),
    overview: { ...base, areas: groups.map((group) => ({ ...group, inner: [5, group.inner[0]] as const })) },
  };

  test.each<readonly [string, Direction, string | undefined]>([
    ['a1', 'right', 'a2'],
    ['b1', 'left', 'a2'],
    ['a1', 'left', undefined],
    ['a2', 'down', 'b1'],
    ['c2', 'up', 'b1'],
    ['c2', 'down', undefined],
  ])('from %s %s to %s', (from, direction, to) => {
    expect(findNext(layout, from, direction)).toBe(to);
  });

  test('are seen by their group', () => {
    expect(findShape(layout, 'b2')?.code).toBe('b');
    expect(findShape(layout, 'c')?.code).toBe('c');
    expect(findShape(layout, null)).toBeUndefined();
    expect(findShape({ ...base, areas }, '4')?.code).toBe('4');
  });
});

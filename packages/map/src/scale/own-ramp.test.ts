import { expect, test } from 'vitest';
import { findWeakSpots, readRamp, stretchRamp } from './own-ramp.js';

test('a ramp is two to twelve colours', () => {
  expect(readRamp(['#FFF', '#1a7b6c'])).toEqual(['#ffffff', '#1a7b6c']);
  const others: readonly unknown[] = [
    null,
    '#fff,#000',
    [],
    ['#fff'],
    ['#fff', 'red'],
    ['#fff', '#00000080'],
    ['#fff', 5],
    Array.from({ length: 13 }, () => '#fff'),
  ];
  for (const other of others) expect(readRamp(other)).toBeUndefined();
});

test('between two colours lies their mixture, and both ends are kept', () => {
  expect(stretchRamp(['#000000', '#ffffff'], 3)).toEqual(['#000000', '#808080', '#ffffff']);
  expect(stretchRamp(['#000000', '#ffffff', '#ff0000'], 2)).toEqual(['#000000', '#ff0000']);
  expect(stretchRamp(['#000000', '#ffffff'], 1)).toEqual(['#ffffff']);
});

test('what is hard to read is found: black and white are 21:1, a middle grey is near both', () => {
  expect(findWeakSpots(['#ffffff', '#000000'], ['#000000', '#ffffff'])).toEqual({ alike: [], unreadable: [] });
  // #fefefe and #ffffff differ by 1.01:1; on #777777 white reads 4.48:1 and #333333 less
  expect(findWeakSpots(['#fefefe', '#ffffff', '#777777'], ['#333333', '#ffffff'])).toEqual({
    alike: ['#fefefe #ffffff'],
    unreadable: ['#777777'],
  });
});

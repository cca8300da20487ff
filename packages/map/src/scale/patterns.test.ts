import { describe, expect, it } from 'vitest';
import { patternPixels, PATTERNS } from './patterns.js';
import type { PatternName } from '../scene/scene.js';

const NAMES = Object.keys(PATTERNS) as readonly PatternName[];

/** Opacity at a pixel of a tile drawn at ten pixels a unit. */
const readAlpha = (name: PatternName): ((column: number, row: number) => number) => {
  const { width, data } = patternPixels(name, '#ff8000', 10);
  return (column, row) => data[(row * width + column) * 4 + 3] ?? 0;
};

describe('patternPixels', () => {
  it('draws one tile in the given colour', () => {
    const { width, height, data } = patternPixels('dots', '#ff8000', 2);
    expect([width, height, data.length]).toEqual([12, 12, 576]);
    expect(Array.from(data.slice(0, 3))).toEqual([255, 128, 0]);
  });

  it('covers what is inside and leaves out what is outside', () => {
    const dots = readAlpha('dots');
    expect([dots(15, 15), dots(45, 45), dots(45, 15)]).toEqual([255, 255, 0]);
    const lines = readAlpha('lines');
    expect([lines(3, 30), lines(57, 30), lines(30, 10)]).toEqual([255, 255, 0]);
  });

  it.each(NAMES)('repeats %s without a seam', (name) => {
    const alpha = readAlpha(name);
    const side = PATTERNS[name].size * 10;
    for (let at = 0; at < side; at++) {
      // an edge is one pixel wide, so no more than a smoothed pixel may lie between one tile and the next
      expect(Math.abs(alpha(at, 0) - alpha(at, side - 1)), `column ${at}`).toBeLessThan(200);
      expect(Math.abs(alpha(0, at) - alpha(side - 1, at)), `row ${at}`).toBeLessThan(200);
    }
  });

  it('is never without a pixel', () => {
    expect(patternPixels('hatch', '#000000', 0.01).width).toBe(1);
  });
});

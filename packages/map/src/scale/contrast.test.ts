import { describe, expect, it } from 'vitest';
import { measureContrast, mixColors, pickReadable, readHex, writeHex } from './contrast.js';

describe('colours', () => {
  it('reads and writes both notations', () => {
    expect(readHex('#0aF')).toEqual([0, 170, 255]);
    expect(readHex('#1a7b6c')).toEqual([26, 123, 108]);
    expect(writeHex([0, 170.4, 255])).toBe('#00aaff');
  });

  it('refuses what is no colour, and names it', () => {
    expect(() => readHex('teal')).toThrow('got "teal"');
  });

  it('measures contrast as WCAG does', () => {
    expect(measureContrast('#ffffff', '#000000')).toBe(21);
    expect(measureContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(measureContrast('#ffffff', '#767676')).toBe(measureContrast('#767676', '#ffffff'));
  });

  it('mixes and picks', () => {
    expect(mixColors('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mixColors('#123456', '#ffffff', 0)).toBe('#123456');
    expect(pickReadable('#1a7b6c', ['#172033', '#ffffff'])).toBe('#ffffff');
    expect(pickReadable('#b3d9d0', ['#172033', '#ffffff'])).toBe('#172033');
  });
});

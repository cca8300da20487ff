import { differenceEuclidean, displayable, oklch, wcagLuminance } from 'culori';
import { describe, expect, it } from 'vitest';
import { measureContrast, measureLuminance } from './contrast.js';
import { ATTAINMENT_ON_DARK, ATTAINMENT_ON_LIGHT, FIGURE_ON_DARK, FIGURE_ON_LIGHT, spreadRamp } from './ramps.js';
import { THEMES } from './themes.js';

const RAMPS = [
  { name: 'attainment on light', ramp: ATTAINMENT_ON_LIGHT, onData: THEMES.light.onData, rising: false },
  { name: 'attainment on dark', ramp: ATTAINMENT_ON_DARK, onData: THEMES.dark.onData, rising: true },
  { name: 'figure on light', ramp: FIGURE_ON_LIGHT, onData: THEMES.light.onData, rising: false },
  { name: 'figure on dark', ramp: FIGURE_ON_DARK, onData: THEMES.dark.onData, rising: true },
] as const;

describe.each(RAMPS)('ramp of $name', ({ ramp, onData, rising }) => {
  const steps = ramp.map((color) => {
    const step = oklch(color);
    if (!step) throw new Error(`no colour: ${color}`);
    return step;
  });

  it('goes one way in greyscale', () => {
    const greys = ramp.map((color) => measureLuminance(color));
    const sorted = [...greys].sort((a, b) => (rising ? a - b : b - a));
    expect(greys).toEqual(sorted);
  });

  it('takes equal steps of lightness', () => {
    const jumps = steps.slice(1).map((step, index) => Math.abs(step.l - (steps[index]?.l ?? 0)));
    const mean = jumps.reduce((a, b) => a + b, 0) / jumps.length;
    for (const jump of jumps) expect(Math.abs(jump - mean)).toBeLessThan(0.006);
    expect(mean).toBeGreaterThan(0.1);
  });

  it('keeps every two steps apart', () => {
    const distance = differenceEuclidean('oklab');
    for (const [index, color] of ramp.entries()) {
      for (const other of ramp.slice(index + 1)) expect(distance(color, other)).toBeGreaterThan(0.1);
    }
  });

  it('has one hue, which is not red, and colours every screen can show', () => {
    const hues = steps.filter(({ c }) => c > 0.02).map(({ h = 0 }) => h);
    expect(Math.max(...hues) - Math.min(...hues)).toBeLessThan(6);
    for (const hue of hues) expect(hue > 60 && hue < 330).toBe(true);
    expect(ramp.every((color) => displayable(color))).toBe(true);
  });

  it('carries readable text on every step', () => {
    for (const color of ramp) {
      const best = Math.max(...onData.map((text) => measureContrast(color, text)));
      expect(best, color).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('measureLuminance', () => {
  it('agrees with a colour library', () => {
    for (const color of ['#000000', '#ffffff', '#1a7b6c', '#c5221f', '#f2b01e']) {
      expect(measureLuminance(color)).toBeCloseTo(wcagLuminance(color), 6);
    }
  });
});

describe('spreadRamp', () => {
  it('keeps both ends', () => {
    expect(spreadRamp(['#000001', '#000002', '#000003', '#000004', '#000005'], 3)).toEqual(['#000001', '#000003', '#000005']);
    expect(spreadRamp(FIGURE_ON_LIGHT, 5)).toEqual(FIGURE_ON_LIGHT);
    expect(spreadRamp(FIGURE_ON_LIGHT, 1)).toEqual(['#2e457b']);
  });
});

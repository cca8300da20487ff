import {
  differenceEuclidean,
  displayable,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  oklch,
  parse,
  wcagLuminance,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { measureContrast, measureLuminance } from './contrast.js';
import {
  ATTAINMENT_ON_DARK,
  ATTAINMENT_ON_LIGHT,
  CHANGE_ON_DARK,
  CHANGE_ON_LIGHT,
  FIGURE_ON_DARK,
  FIGURE_ON_LIGHT,
  spreadRamp,
} from './ramps.js';
import { THEMES } from './themes.js';

const BLACK = { mode: 'rgb', r: 0, g: 0, b: 0 } as const;

const DEFICIENCIES = [
  ['deuteranopic', filterDeficiencyDeuter(1)],
  ['protanopic', filterDeficiencyProt(1)],
  ['tritanopic', filterDeficiencyTrit(1)],
] as const;

const MADE = [
  { name: 'attainment on light', ramp: ATTAINMENT_ON_LIGHT, onData: THEMES.light.onData, rising: false },
  { name: 'attainment on dark', ramp: ATTAINMENT_ON_DARK, onData: THEMES.dark.onData, rising: true },
  { name: 'figure on light', ramp: FIGURE_ON_LIGHT, onData: THEMES.light.onData, rising: false },
  { name: 'figure on dark', ramp: FIGURE_ON_DARK, onData: THEMES.dark.onData, rising: true },
] as const;

/** Every ramp a picture may use: each of the four in 2 to 7 steps. */
const RAMPS = MADE.flatMap(({ name, ramp, ...rest }) =>
  [2, 3, 4, 5, 6, 7].map((count) => ({
    ...rest,
    name: `${name} in ${count} steps`,
    ramp: spreadRamp(ramp, count),
    count,
  })),
);

describe.each(RAMPS)('ramp of $name', ({ ramp, onData, rising, count }) => {
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

  it('has as many steps as classes', () => {
    expect(new Set(ramp).size).toBe(count);
  });

  it('takes equal steps of lightness', () => {
    const jumps = steps.slice(1).map((step, index) => Math.abs(step.l - (steps[index]?.l ?? 0)));
    const mean = jumps.reduce((a, b) => a + b, 0) / jumps.length;
    for (const jump of jumps) expect(Math.abs(jump - mean)).toBeLessThan(0.006);
    expect(mean).toBeGreaterThan(0.09);
  });

  it('keeps every two steps apart', () => {
    const distance = differenceEuclidean('oklab');
    for (const [index, color] of ramp.entries()) {
      for (const other of ramp.slice(index + 1)) expect(distance(color, other)).toBeGreaterThan(0.09);
    }
  });

  it.each(DEFICIENCIES)('is the same order to %s eyes, every two steps apart', (_name, see) => {
    const seen = ramp.map((color) => formatHex(see(parse(color) ?? BLACK)));
    const greys = seen.map((color) => measureLuminance(color));
    expect(greys).toEqual([...greys].sort((a, b) => (rising ? a - b : b - a)));
    const distance = differenceEuclidean('oklab');
    for (const [index, color] of seen.entries()) {
      for (const other of seen.slice(index + 1)) expect(distance(color, other)).toBeGreaterThan(0.08);
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
    expect(spreadRamp(['#000001', '#000002', '#000003', '#000004', '#000005'], 3)).toEqual([
      '#000001',
      '#000003',
      '#000005',
    ]);
    expect(spreadRamp(FIGURE_ON_LIGHT, 5)).toEqual(FIGURE_ON_LIGHT);
    expect(spreadRamp(FIGURE_ON_LIGHT, 1)).toEqual(['#2e457b']);
  });
});

describe.each([
  ['light', CHANGE_ON_LIGHT, THEMES.light],
  ['dark', CHANGE_ON_DARK, THEMES.dark],
] as const)('changes on %s', (_name, change, theme) => {
  const lightness = (color: string): number => oklch(color)?.l ?? Number.NaN;
  const all = [...change.less, change.same, ...change.more];

  it('are as strong to either side: the same lightness for the same size, further from none for more', () => {
    const from = lightness(change.same);
    for (const [index, less] of change.less.entries()) {
      expect(Math.abs(lightness(less) - lightness(change.more[index] ?? ''))).toBeLessThan(0.01);
      const before = index === 0 ? 0 : Math.abs(lightness(change.less[index - 1] ?? '') - from);
      expect(Math.abs(lightness(less) - from)).toBeGreaterThan(before + 0.05);
    }
  });

  it('carry readable text, and show on every screen', () => {
    for (const color of all) {
      expect(Math.max(...theme.onData.map((text) => measureContrast(color, text))), color).toBeGreaterThanOrEqual(4.5);
      expect(displayable(color)).toBe(true);
    }
  });

  it.each(DEFICIENCIES)('are told apart by %s eyes, less from more as well', (_eyes, see) => {
    const distance = differenceEuclidean('oklab');
    const seen = all.map((color) => formatHex(see(parse(color) ?? BLACK)));
    for (const [index, color] of seen.entries()) {
      for (const other of seen.slice(index + 1))
        expect(distance(color, other), `${all[index]} ${other}`).toBeGreaterThan(0.04);
    }
  });
});

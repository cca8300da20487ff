import { differenceEuclidean, filterDeficiencyDeuter, filterDeficiencyProt, formatHex, parse } from 'culori';
import { describe, expect, it } from 'vitest';
import type { Nothing } from '../scene/scene.js';
import { measureContrast, measureLuminance, pickReadable } from './contrast.js';
import { THEME_NAMES, THEMES } from './themes.js';
import type { Surface } from './themes.js';

const NOTHINGS: readonly Nothing[] = ['notStarted', 'noData', 'notComputable', 'notApplicable', 'notReportedHere'];

const black = { mode: 'rgb', r: 0, g: 0, b: 0 } as const;

/** How a surface looks without its colours: what is left in a greyscale print. */
const drawing = ({ pattern, dashed, strokeWidth }: Surface): string =>
  [pattern ?? 'plain', dashed ? 'dashed' : 'solid', strokeWidth].join(' ');

it('nobody can change a theme, however deep', () => {
  const open = (value: unknown, path: string): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return [
      ...(Object.isFrozen(value) ? [] : [path]),
      ...Object.entries(value).flatMap(([key, part]) => open(part, `${path}.${key}`)),
    ];
  };
  expect(open(THEMES, 'THEMES')).toEqual([]);
  expect(() => Object.assign(THEMES.light, { ground: '#000000' })).toThrow(TypeError);
});

describe.each(THEME_NAMES)('theme %s', (name) => {
  const theme = THEMES[name];

  it('has readable text everywhere', () => {
    const pairs: readonly (readonly [string, string])[] = [
      [theme.ink, theme.ground],
      [theme.quiet, theme.ground],
      [theme.ink, theme.page],
      [theme.quiet, theme.page],
      [theme.accentText, theme.accent],
      [theme.accent, theme.ground],
      ...[...Object.values(theme.nothing), ...Object.values(theme.rollout)].map(
        ({ text, fill }) => [text, fill] as const,
      ),
    ];
    for (const [text, ground] of pairs)
      expect(measureContrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps names readable on patterns', () => {
    for (const surface of [...Object.values(theme.nothing), ...Object.values(theme.rollout)]) {
      if (surface.pattern === null) continue;
      expect(measureContrast(surface.text, surface.patternColor), surface.pattern).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('draws the kinds of nothing unlike each other and unlike the lowest class', () => {
    const drawings = NOTHINGS.map((kind) => drawing(theme.nothing[kind]));
    expect(new Set(drawings).size).toBe(5);
    const lowest = theme.attainment[0] ?? '';
    for (const kind of NOTHINGS) expect(theme.nothing[kind].fill, kind).not.toBe(lowest);
    expect(theme.nothing.notApplicable.fill).toBe(theme.ground);
    expect(theme.nothing.notStarted.dashed).toBe(true);
    expect(theme.nothing.noData.pattern).toBe('dots');
  });

  it('gives a zero an edge that stands out', () => {
    expect(measureContrast(theme.edge, theme.attainment[0] ?? '')).toBeGreaterThanOrEqual(3);
  });

  it('tells the states of the rollout apart without colour', () => {
    const states = Object.values(theme.rollout).map(
      (surface) => `${drawing(surface)} ${Math.round(measureLuminance(surface.fill) * 5)}`,
    );
    expect(new Set(states).size).toBe(5);
  });

  it('tells lights apart by shape, and by lightness to colour-blind eyes', () => {
    const signs = Object.values(theme.lights);
    expect(new Set(signs.map(({ shape }) => shape)).size).toBe(3);
    const distance = differenceEuclidean('oklab');
    for (const see of [filterDeficiencyProt(1), filterDeficiencyDeuter(1)]) {
      const [green, yellow, red] = signs.map(({ fill }) => formatHex(see(parse(fill) ?? black))) as [
        string,
        string,
        string,
      ];
      for (const [one, other] of [
        [green, yellow],
        [yellow, red],
        [green, red],
      ] as const)
        expect(distance(one, other)).toBeGreaterThan(0.05);
    }
  });

  it('draws every sign with an edge that shows on every fill', () => {
    const fills = [...theme.attainment, ...theme.figure, theme.ground];
    for (const { fill: sign, edges } of Object.values(theme.lights)) {
      for (const fill of fills) {
        const shown = Math.max(...[sign, pickReadable(fill, edges)].map((color) => measureContrast(color, fill)));
        expect(shown, `${sign} on ${fill}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('government red', () => {
  it('changes the chrome and never the data', () => {
    expect(THEMES['government-red'].attainment).toBe(THEMES.light.attainment);
    expect(THEMES['government-red'].figure).toBe(THEMES.light.figure);
    expect(THEMES['government-red'].accent).not.toBe(THEMES.light.accent);
  });
});

import { evaluate, parsePlan, readDataset } from '@guatu/core';
import { buildScene, layoutTiles } from '@guatu/map/scene';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixture } from '../testing/run-cli.js';
import { drawSwatches, listSwatches } from './swatches.js';

const text = (name: string): string => readFileSync(fixture(`yongchang/${name}`), 'utf8');
const { plan } = parsePlan(text('plan.json'));
if (!plan) throw new Error('no plan');
const file = (name: string) => ({ name, text: text(name) });
const dataset = readDataset(plan, {
  areas: file('areas.csv'),
  observations: file('observations.csv'),
  events: file('events.csv'),
});
const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });

function swatchesOf(level: 'village' | 'township', view: 'both' | 'lights' | 'rollout') {
  const layout = layoutTiles(dataset.roster, { width: 960, level });
  return listSwatches(buildScene({ evaluation, layout, target: 'collective-income-5-2022', level, view, locale: 'zh' }));
}

describe('listSwatches', () => {
  test('batches stand in the legend where tiles carry their marks', () => {
    const marks = (swatches: ReturnType<typeof swatchesOf>) => swatches.map(({ mark }) => mark).filter(Boolean);
    // 36, 48 and the remaining 28 villages.
    expect(marks(swatchesOf('village', 'both'))).toEqual(['①', '②', '③']);
    expect(swatchesOf('village', 'both').filter(({ mark }) => mark).map(({ label }) => label.split(' ').at(-1))).toEqual(['36', '48', '28']);
    expect(marks(swatchesOf('village', 'lights'))).toEqual([]);
    expect(marks(swatchesOf('township', 'rollout'))).toEqual([]);
  });

  test('no swatch is without a label', () => {
    for (const level of ['village', 'township'] as const) {
      for (const view of ['both', 'lights', 'rollout'] as const) {
        for (const { label, paint, mark } of swatchesOf(level, view)) {
          expect(label).toMatch(/^\S.* \d+$/);
          expect(paint !== null || mark !== '').toBe(true);
        }
      }
    }
  });
});

describe('drawSwatches', () => {
  const paint = { fill: '#112233', pattern: null, patternColor: '#000000', stroke: '#445566', dashed: false } as const;

  test('rows are broken where they would be too wide', () => {
    const swatches = Array.from({ length: 10 }, (_, index) => ({ paint, mark: '', label: `class ${index}` }));
    const wide = drawSwatches(swatches, { x: 0, y: 0, width: 10_000, ink: '#000000' });
    const narrow = drawSwatches(swatches, { x: 0, y: 0, width: 200, ink: '#000000' });
    expect(wide.height).toBe(26);
    expect(narrow.height).toBeGreaterThan(100);
    for (const [, x] of narrow.svg.matchAll(/<rect x="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(200);
  });

  test('labels are text', () => {
    const { svg } = drawSwatches([{ paint, mark: '', label: '<b>&"' }], { x: 0, y: 0, width: 100, ink: '#000000' });
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
  });

  test('a pattern is defined where it is used', () => {
    const { svg } = drawSwatches([{ paint: { ...paint, pattern: 'dots' }, mark: '', label: 'x' }], { x: 0, y: 0, width: 100, ink: '#000000' });
    expect(svg).toMatch(/<pattern id="legend-0".*fill="url\(#legend-0\)"/s);
  });
});

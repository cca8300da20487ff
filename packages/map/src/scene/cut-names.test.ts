import { evaluate, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/index.js';
import { layoutGeographic } from '../geometry/layout-geographic.js';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { buildScene } from './build-scene.js';
import type { Scene } from './scene.js';
import { cutName } from './short-name.js';
import { measureText } from './text-width.js';

/** A made-up county whose villages and townships have names far too long for any map. */
function readCounty(villages: number, tail: string) {
  const county = fictionalCounty({ villages, seed: 11 });
  const areasCsv = county.areasCsv
    .split('\n')
    .map((row) => {
      const [code, name, ...rest] = row.split(',');
      return code === 'code' || !code ? row : [code, `${name}${tail}`, ...rest].join();
    })
    .join('\n');
  const { plan } = parsePlan(county.plan, { source: 'plan.json' });
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: areasCsv },
    observations: { name: 'observations.csv', text: county.observationsCsv },
  });
  return { plan, dataset, boundaries: county.boundaries };
}

const TAIL = '民族团结进步示范高新技术开发区社区';
const { plan, dataset, boundaries } = readCounty(60, TAIL);
const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });
const draw = (layout: Scene['layout'], level: 'village' | 'township' = 'village'): Scene =>
  buildScene({ evaluation, layout, target: plan.targets[0]?.id ?? null, level, view: 'both' });

/** What is written of each name, the lines of one joined. */
const writtenOf = ({ texts }: Scene, role: string): ReadonlyMap<string, string> => {
  const written = new Map<string, string>();
  for (const text of texts) if (text.role === role) written.set(text.code, (written.get(text.code) ?? '') + text.text);
  return written;
};
const nameOf = (code: string): string => dataset.roster.areas[dataset.roster.indexOf(code)]?.name ?? '';

function expectCut(written: ReadonlyMap<string, string>): void {
  for (const [code, text] of written) {
    const name = nameOf(code);
    expect(
      text === name || (text.endsWith('…') && text.length > 1 && name.startsWith(text.slice(0, -1))),
      `${text} of ${name}`,
    ).toBe(true);
  }
}

describe('a name without room', () => {
  it('is as much of it as there is room for', () => {
    // characters of 12: three and the … are 48 wide
    expect(['红光新村示范区', '红光新', '红光新村'].map((name) => cutName(name, 48, 12))).toEqual([
      '红光新…',
      '红光新',
      '红光新村',
    ]);
    expect([
      cutName('红光新村', 24, 12),
      cutName('红光新村', 23, 12),
      cutName('红', 12, 12),
      cutName('', 0, 12),
    ]).toEqual(['红…', '', '红', '']);
    expect(cutName('𠮷祥村落', 36, 12)).toBe('𠮷祥…');
  });

  it.each([430, 776, 1232])('on shapes at %i pixels is cut, and the whole is in its label', (width) => {
    const { layout } = layoutGeographic(boundaries, dataset.roster, { width, level: 'village' });
    const scene = draw(layout);
    const written = writtenOf(scene, 'name');
    expectCut(written);
    // whoever has room for a character and the … in the smallest type is named
    const roomy = layout.areas.filter(({ bounds: [x0, y0, x1, y1] }) => x1 - x0 >= 30 && y1 - y0 >= 30);
    expect(roomy.length).toBeGreaterThan(width > 700 ? 50 : 10);
    // on a phone a few lie under names of their neighbours and townships
    expect(roomy.filter(({ code }) => !written.has(code)).length).toBeLessThanOrEqual(width > 700 ? 0 : 4);
    layout.areas.forEach(({ name }, index) => expect(scene.paints[index]?.label).toContain(name));
  });

  it('of a township is cut, on shapes and over tiles', () => {
    const shapes = layoutGeographic(boundaries, dataset.roster, { width: 1232, level: 'village' }).layout;
    const tiles = layoutTiles(dataset.roster, { width: 1232, level: 'village' });
    for (const layout of [shapes, tiles]) {
      const written = writtenOf(draw(layout), 'groupName');
      expectCut(written);
      expect(written.size).toBe(dataset.roster.areas.filter(({ level }) => level === 'township').length);
    }
  });

  it.each([200, 366, 776, 1232])('on tiles at %i pixels is cut, at both levels', (width) => {
    for (const level of ['village', 'township'] as const) {
      const layout = layoutTiles(dataset.roster, { width, level });
      const scene = draw(layout, level);
      const written = writtenOf(scene, 'name');
      expectCut(written);
      const least = level === 'village' ? [32, 16] : [64, 60];
      const roomy = layout.areas.filter(
        ({ bounds: [x0, y0, x1, y1] }) => x1 - x0 >= (least[0] ?? 0) && y1 - y0 >= (least[1] ?? 0),
      );
      expect(roomy.filter(({ code }) => !written.has(code)).map(({ name }) => name)).toEqual([]);
      for (const text of scene.texts) {
        const [x0, , x1] = layout.areas.find(({ code }) => code === text.code && text.role === 'name')?.bounds ?? [];
        if (x0 !== undefined && x1 !== undefined)
          expect(measureText(text.text, text.size)).toBeLessThanOrEqual(x1 - x0);
      }
    }
  });
});

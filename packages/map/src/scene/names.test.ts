import { readFileSync } from 'node:fs';
import { evaluate, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/index.js';
import { layoutGeographic } from '../geometry/layout-geographic.js';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { buildScene } from './build-scene.js';
import type { Scene, SceneText } from './scene.js';
import { measureText } from './text-width.js';

/** Width of the map on the portal page at 1280 pixels, and with the page to itself. */
const WIDTHS = [776, 896, 1232] as const;

function drawPolygons(
  width: number,
  { seed = 7, textSize = 'standard', split }: { seed?: number; textSize?: 'standard' | 'large'; split?: string } = {},
): Scene {
  const county = fictionalCounty({ villages: 112, seed });
  const { plan } = parsePlan(county.plan, { source: 'plan.json' });
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: county.areasCsv },
    observations: { name: 'observations.csv', text: county.observationsCsv },
    events: { name: 'events.csv', text: county.eventsCsv },
  });
  const boundaries = split === undefined ? county.boundaries : halve(county.boundaries, split);
  const { layout } = layoutGeographic(boundaries, dataset.roster, { width, level: 'village' });
  return buildScene({
    evaluation: evaluate(plan, dataset, { asOf: '2021-12-31' }),
    layout,
    target: plan.targets[0]?.id ?? null,
    level: 'village',
    textSize,
  });
}

/** The same shapes, with one area in two parts a little apart. */
function halve(boundaries: ReturnType<typeof fictionalCounty>['boundaries'], code: string): unknown {
  const features = boundaries.features.map((feature) => {
    if (feature.properties.code !== code) return feature;
    const [ring = []] = feature.geometry.coordinates;
    const middle = ring.reduce((sum, [x]) => sum + x, 0) / ring.length;
    const part = (side: 1 | -1) => [
      ring.map(([x, y]) => [side > 0 ? Math.max(x, middle + 1e-4) : Math.min(x, middle - 1e-4), y]),
    ];
    return { ...feature, geometry: { type: 'MultiPolygon', coordinates: [part(1), part(-1)] } };
  });
  return { ...boundaries, features };
}

const namesOf = ({ texts }: Scene): readonly SceneText[] => texts.filter(({ role }) => role === 'name');

/** Pairs of texts whose boxes lie over each other. */
function listCollisions(texts: readonly SceneText[]): readonly string[] {
  const boxes = texts.map(({ text, x, y, size, anchor }) => {
    const width = measureText(text, size);
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return { text, x0: left, x1: left + width, y0: y - size / 2, y1: y + size / 2 };
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .flatMap((other) =>
        one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1
          ? [`${one.text} / ${other.text}`]
          : [],
      ),
  );
}

describe('names on polygons', () => {
  it.each(WIDTHS)('are all there at %i pixels, and none lies over another', (width) => {
    const scene = drawPolygons(width);
    expect(new Set(namesOf(scene).map(({ code }) => code)).size).toBe(112);
    expect(namesOf(scene)).toHaveLength(112);
    expect(scene.texts.filter(({ role }) => role === 'groupName')).toHaveLength(10);
    expect(listCollisions(scene.texts)).toEqual([]);
  });

  it.each([320, 430, 640])('give way and never collide at %i pixels', (width) => {
    for (const textSize of ['standard', 'large'] as const) {
      const scene = drawPolygons(width, { seed: 3, textSize });
      expect(listCollisions(scene.texts)).toEqual([]);
      for (const { size } of scene.texts) expect(size).toBeGreaterThanOrEqual(textSize === 'large' ? 13 : 10);
    }
  });

  it('are written once on an area in two parts, on one of them', () => {
    const code = namesOf(drawPolygons(896))[40]?.code ?? '';
    const scene = drawPolygons(896, { split: code });
    const shape = scene.layout.areas.find((area) => area.code === code);
    expect(shape?.polygons).toHaveLength(2);
    expect(namesOf(scene).filter((text) => text.code === code)).toHaveLength(1);
  });
});

describe('names on tiles', () => {
  const read = (name: string) => ({
    name,
    text: readFileSync(new URL(`../../../../fixtures/yongchang/${name}`, import.meta.url), 'utf8'),
  });
  const { plan } = parsePlan(read('plan.json').text, { source: 'plan.json' });
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, {
    areas: read('areas.csv'),
    observations: read('observations.csv'),
    events: read('events.csv'),
  });
  const evaluation = evaluate(plan, dataset, { asOf: '2022-12-31' });

  it.each([366, ...WIDTHS])('are all there at %i pixels, in full', (width) => {
    const layout = layoutTiles(dataset.roster, { width, level: 'village' });
    const scene = buildScene({ evaluation, layout, target: 'collective-income-5-2022', level: 'village' });
    expect(new Set(namesOf(scene).map(({ code }) => code)).size).toBe(112);
    expect(scene.texts.filter(({ text }) => text.includes('…'))).toEqual([]);
  });

  it.each([366, ...WIDTHS])('leave air between a township’s name and its figure at %i pixels', (width) => {
    const layout = layoutTiles(dataset.roster, { width, level: 'village' });
    for (const target of ['collective-income-5-2022', 'village-toilets', 'household-waste-villages']) {
      const { texts } = buildScene({ evaluation, layout, target, level: 'village' });
      for (const name of texts.filter(({ role }) => role === 'groupName')) {
        const figure = texts.find(
          ({ role, code, y, anchor }) =>
            role === 'groupDetail' && code === name.code && y === name.y && anchor === 'end',
        );
        if (!figure) continue;
        const air = figure.x - measureText(figure.text, figure.size) - (name.x + measureText(name.text, name.size));
        expect(air, `${name.text} ${figure.text}`).toBeGreaterThanOrEqual(12);
      }
    }
  });
});

import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/fictional-county.js';
import { AreaFinder } from '../renderers/canvas/area-finder.js';
import { readShapes } from './boundaries/read-shapes.js';
import { layoutShapes } from './layout-shapes.js';
import { isInsidePolygon } from './ring.js';

/** A square around a point of half a side, as a closed ring of degrees. */
const ring = (x: number, y: number, half: number): number[][] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];
const lay = (shapes: Readonly<Record<string, number[][][]>>) => {
  const codes = Object.keys(shapes);
  const { roster } = parseAreas({
    name: 'areas.csv',
    text: [
      'code,name,level,parent,kind',
      'K,县,county,,county',
      'T,乡,township,K,town',
      ...codes.map((code) => `${code},${code},village,T,villagers-committee`),
    ].join('\n'),
  });
  const features = codes.map((code) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: shapes[code] },
  }));
  const read = readShapes({ type: 'FeatureCollection', features }, roster).shapes;
  return layoutShapes(read, roster, { width: 400, level: 'village' });
};

describe('a shape inside another', () => {
  it.each([
    ['before', { A1: [ring(0, 0, 0.1)], B2: [ring(0, 0, 1)], C3: [ring(2, 0, 1)] }, ['B2', 'C3', 'A1']],
    ['after', { B1: [ring(0, 0, 1)], A2: [ring(0, 0, 0.1)], C3: [ring(2, 0, 1)] }, ['B1', 'C3', 'A2']],
  ])('that comes %s it is drawn over it, found by the pointer, and cut out of it', (_when, shapes, order) => {
    const layout = lay(shapes);
    expect(layout.areas.map(({ code }) => code)).toEqual(order);
    const small = layout.areas.find(({ code }) => code.startsWith('A'));
    const large = layout.areas.find(({ code }) => code.startsWith('B'));
    if (!small || !large) throw new Error('both are drawn');
    expect(new AreaFinder(layout).find(...small.inner)).toBe(small.code);
    expect(large.polygons.map((rings) => rings.length)).toEqual([2]);
    // its name stands on what is left of it
    expect(new AreaFinder(layout).find(...large.inner)).toBe(large.code);
  });

  it('inside another inside a third is cut out of the second alone', () => {
    const layout = lay({ A: [ring(0, 0, 0.2)], B: [ring(0, 0, 0.5)], C: [ring(0, 0, 1)] });
    expect(layout.areas.map(({ code, polygons }) => [code, polygons[0]?.length])).toEqual([
      ['C', 2],
      ['B', 2],
      ['A', 1],
    ]);
    expect(layout.areas.map(({ inner }) => new AreaFinder(layout).find(...inner))).toEqual(['C', 'B', 'A']);
  });

  it('in a hole of it stays as it is', () => {
    const layout = lay({ A: [ring(0, 0, 0.5)], B: [ring(0, 0, 1), ring(0, 0, 0.5)] });
    expect(layout.areas.map(({ code, polygons }) => [code, polygons[0]?.length])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });

  it('that reaches out of it a little is drawn over it uncut', () => {
    const layout = lay({ A: [ring(0.95, 0, 0.05)], B: [ring(0, 0, 1)] });
    expect(layout.areas.map(({ code, polygons }) => [code, polygons[0]?.length])).toEqual([
      ['B', 1],
      ['A', 1],
    ]);
  });
});

it('a county whose villages adjoin is laid out as it was', () => {
  const county = fictionalCounty({ villages: 300, seed: 5 });
  const { roster } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
  const { shapes } = readShapes(county.boundaries, roster);
  const { areas } = layoutShapes(shapes, roster, { width: 776, level: 'village' });
  expect(areas.map(({ code }) => code)).toEqual(
    roster.areas.filter(({ code, level }) => level === 'village' && shapes.places.has(code)).map(({ code }) => code),
  );
  for (const { inner, polygons } of areas)
    expect(polygons.some((polygon) => isInsidePolygon(polygon, ...inner))).toBe(true);
});

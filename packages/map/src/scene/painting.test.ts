// Areas are painted before anything is known of their places: whatever the width, the picture is the one that was painted.
import { expect, test } from 'vitest';
import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Evaluation } from '@guatu/core';
import { parseShapes } from '../geometry/boundaries/parse-shapes.js';
import type { AreaShapes } from '../geometry/area-shapes.js';
import { layoutAreas, listDrawn } from '../geometry/layout-areas.js';
import type { AreaLayoutOptions } from '../geometry/layout-areas.js';
import { fictionalCounty } from '../fictional/index.js';
import { buildPainting } from './build-painting.js';
import { buildScene } from './build-scene.js';
import { placePainting } from './place-painting.js';

const county = fictionalCounty({ villages: 40, seed: 3 });
const { plan } = parsePlan(county.plan);
if (!plan) throw new Error('the fictional plan is a plan');
const dataset: Dataset = readDataset(plan, {
  areas: [{ name: 'areas.csv', text: county.areasCsv }],
  observations: [{ name: 'observations.csv', text: county.observationsCsv }],
  registers: [],
  events: [{ name: 'events.csv', text: county.eventsCsv }],
  links: [],
});
const evaluation: Evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });
const { shapes: whole } = parseShapes(JSON.stringify(county.boundaries), dataset.roster, { source: 'boundaries' });
/** A third of the villages have a place only: too few to draw shapes, enough to order tiles. */
const few: AreaShapes = {
  places: new Map([...whole.places].filter((_, index) => index % 3 === 0)),
};
const target = plan.targets[0]?.id ?? null;

const CASES: readonly (readonly [string, AreaShapes | null, Omit<AreaLayoutOptions, 'width'>])[] = [
  ['shapes', whole, { level: 'village' }],
  ['shapes of townships', whole, { level: 'township' }],
  ['shapes of one township', whole, { level: 'village', within: dataset.roster.areas[1]?.code ?? '' }],
  ['tiles in their places', whole, { level: 'village', shapes: 'tiles' }],
  ['hexagons in their places', whole, { level: 'village', shapes: 'tiles', tiles: 'hexagon' }],
  ['tiles, few places known', few, { level: 'village' }],
  ['tiles of townships', whole, { level: 'township', shapes: 'tiles' }],
  ['tiles without places', null, { level: 'village' }],
];

test.each(CASES)('%s: what is listed is what is laid out, at any width', (_name, shapes, options) => {
  const { kind, areas } = listDrawn(dataset.roster, shapes, options);
  for (const width of [320, 776, 1400]) {
    const layout = layoutAreas(dataset.roster, shapes, { ...options, width });
    expect(layout.projection.kind).toBe(kind);
    const places = (listed: typeof areas): readonly string[] =>
      listed.map(({ code, name, group }) => `${group} ${code} ${name}`).sort();
    expect(places(layout.areas)).toEqual(places(areas));
    expect(areas.length).toBeGreaterThan(0);
  }
});

test.each(CASES)(
  '%s: painted once, placed at any width: the picture that is built in one go',
  (_name, shapes, options) => {
    const { level, within } = options;
    const chosen = { evaluation, target, level, ...(within !== undefined && { within }) };
    const painting = buildPainting({ ...chosen, drawn: listDrawn(dataset.roster, shapes, options) });
    for (const width of [320, 776, 1400]) {
      const layout = layoutAreas(dataset.roster, shapes, { ...options, width });
      expect(JSON.stringify(placePainting(painting, { layout }))).toBe(
        JSON.stringify(buildScene({ ...chosen, layout })),
      );
    }
  },
);

test('the order of tiles in their places does depend on the width: the painting’s own does not', () => {
  const options = { level: 'village', shapes: 'tiles' } as const;
  const orderAt = (width: number): string =>
    layoutAreas(dataset.roster, whole, { ...options, width })
      .areas.map(({ code }) => code)
      .join(' ');
  expect(orderAt(320)).not.toBe(orderAt(1400));
});

test('a layout with an area that was not painted is refused by its code', () => {
  const drawn = listDrawn(dataset.roster, null, { level: 'village' });
  const painting = buildPainting({
    evaluation,
    target,
    level: 'village',
    drawn: { ...drawn, areas: drawn.areas.slice(1) },
  });
  const layout = layoutAreas(dataset.roster, null, { level: 'village', width: 776 });
  expect(() => placePainting(painting, { layout })).toThrow(drawn.areas[0]?.code);
});

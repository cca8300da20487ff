import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import areasText from '../../fixtures/yongchang/areas.csv?raw';
import eventsText from '../../fixtures/yongchang/events.csv?raw';
import observationsText from '../../fixtures/yongchang/observations.csv?raw';
import planText from '../../fixtures/yongchang/plan.json?raw';
import type { View } from '../../packages/map/src/scene/view.js';
import { fictionalCounty } from '../../packages/map/src/fictional/index.js';
import { layoutGeographic } from '../../packages/map/src/geometry/layout-geographic.js';
import { layoutTiles } from '../../packages/map/src/geometry/layout-tiles.js';
import type { TileOptions } from '../../packages/map/src/geometry/layout-tiles.js';
import { buildScene } from '../../packages/map/src/scene/build-scene.js';
import type { Scene } from '../../packages/map/src/scene/scene.js';

/** The county's 112 villages as tiles on a page of 1280 pixels. */
export function makeBoardScene(view: View, tiles: NonNullable<TileOptions['shape']> = 'square'): Scene {
  const areas = { name: 'areas.csv', text: areasText };
  const { plan } = parsePlan(planText, { source: 'plan.json' });
  if (!plan) throw new Error('the plan does not read');
  const dataset = readDataset(plan, {
    areas,
    observations: { name: 'observations.csv', text: observationsText },
    events: { name: 'events.csv', text: eventsText },
  });
  const layout = layoutTiles(parseAreas(areas).roster, { width: 1280, level: 'village', shape: tiles });
  return buildScene({
    evaluation: evaluate(plan, dataset, { asOf: '2021-12-31' }),
    layout,
    target: 'collective-income-5-2022',
    level: 'village',
    view,
  });
}

/** A county that does not exist, as polygons: one township lies in two parts, and another has a hole. */
export function makeGroundScene(view: View, villages = 112): Scene {
  const county = fictionalCounty({ villages });
  const areas = { name: 'areas.csv', text: county.areasCsv };
  const dataset = readDataset(county.plan, {
    areas,
    observations: { name: 'observations.csv', text: county.observationsCsv },
    events: { name: 'events.csv', text: county.eventsCsv },
  });
  const { layout } = layoutGeographic(county.boundaries, dataset.roster, { width: 1000, level: 'village' });
  return buildScene({
    evaluation: evaluate(county.plan, dataset, { asOf: '2021-12-31' }),
    layout,
    target: 'income-5',
    level: 'village',
    view,
  });
}

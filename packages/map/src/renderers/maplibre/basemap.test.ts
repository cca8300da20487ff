import { afterEach, expect, it, vi } from 'vitest';
import type { Scene } from '../../scene/scene.js';
import type { BasemapState } from '../basemap-source.js';
import { areaFillLayer } from './style.js';
import {
  colorAt,
  differ,
  drawn,
  mount,
  type Mounted,
  settled,
  takePicture,
  unmountAll,
} from './testing/mounted-map.js';
import { makeTestScene } from './testing/test-scene.js';

afterEach(unmountAll);

const flat = makeTestScene();
const globe: Scene = {
  ...flat,
  layout: { ...flat.layout, projection: { kind: 'mercator', west: 0.7831, north: 0.3911, scale: 512 * 2 ** 9.37 } },
};

const green = {
  version: 8,
  sources: {
    field: {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      attribution: '© <b>Field</b> &amp; Co',
    },
  },
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#00ff00' } }],
};

async function show(scene: Scene, basemap: string | object | null): Promise<{ map: Mounted; states: BasemapState[] }> {
  const states: BasemapState[] = [];
  const map = mount(scene, { onBasemap: (state) => states.push(state) });
  await drawn(map);
  map.renderer.setBasemap(basemap);
  await vi.waitFor(() => expect(basemap === null || states.length > 0).toBe(true), { timeout: 5000 });
  await settled(map);
  return { map, states };
}

it('lies under the areas, which let a little of it through, and names its origin as text', async () => {
  const { map, states } = await show(globe, green);
  const picture = takePicture(map);
  expect(colorAt(picture, 3, 3)).toBe('#00ff00');
  const {
    inner: [x, y],
  } = globe.layout.areas[0] as Scene['layout']['areas'][number];
  const fill = globe.paints[0]?.fill ?? '';
  const blended = `#${[1, 3, 5]
    .map((at, index) =>
      Math.round(0.8 * Number.parseInt(fill.slice(at, at + 2), 16) + 0.2 * ([0, 255, 0][index] ?? 0))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
  expect(differ(colorAt(picture, x + 20, y + 20), blended)).toBeLessThanOrEqual(2);
  expect(states.at(-1)).toEqual({ attribution: ['© Field & Co'], problem: '' });
  map.renderer.setBasemap(null);
  await settled(map);
  const without = takePicture(map);
  expect(colorAt(without, 3, 3)).toBe('#ffffff');
  expect(differ(colorAt(without, x + 20, y + 20), fill)).toBeLessThanOrEqual(1);
  expect(states.at(-1)?.attribution).toEqual([]);
});

it('stays when the scene is painted anew, and when the style is', async () => {
  const { map } = await show(globe, green);
  map.renderer.draw({ ...globe, background: '#eeeeee' });
  await settled(map);
  expect(colorAt(takePicture(map), 3, 3)).toBe('#00ff00');
  const wider: Scene = {
    ...globe,
    layout: {
      ...globe.layout,
      key: 'other',
      projection: { kind: 'mercator', west: 0.7831, north: 0.3911, scale: 512 * 2 ** 12.4 },
    },
  };
  map.renderer.draw(wider);
  await vi.waitFor(
    async () => {
      await settled(map);
      expect(colorAt(takePicture(map), 3, 3)).toBe('#00ff00');
    },
    { timeout: 8000 },
  );
});

it('is none under a schematic scene', async () => {
  const states: BasemapState[] = [];
  const map = mount(flat, { onBasemap: (state) => states.push(state) });
  await drawn(map);
  map.renderer.setBasemap(green);
  await settled(map);
  expect(colorAt(takePicture(map), 3, 3)).toBe('#ffffff');
  expect(states).toEqual([]);
});

it.each([
  ['an address without a style', '/no/such/style.json'],
  ['something that is no style', { version: 7 }],
  [
    'far too many layers',
    {
      version: 8,
      sources: {},
      layers: Array.from({ length: 1001 }, (_, index) => ({ id: String(index), type: 'background' })),
    },
  ],
  ['a layer without its source', { version: 8, sources: {}, layers: [{ id: 'x', type: 'fill', source: 'nowhere' }] }],
])('%s is told, and the areas are drawn all the same', async (_name, basemap) => {
  const { map, states } = await show(globe, basemap);
  expect(states.at(-1)?.problem).not.toBe('');
  expect(map.told.onFail).toEqual([]);
  expect(map.renderer.map?.queryRenderedFeatures({ layers: [areaFillLayer] }).length).toBeGreaterThan(0);
});

import { beforeEach, expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { fictionalCounty } from '../../fictional/index.js';
import { createBoard } from '../../internal/create-board.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import type { GuatuMap } from './map.js';

async function mountPolygons(properties: Partial<GuatuMap>): Promise<GuatuMap> {
  const { plan, areasCsv, observationsCsv, boundaries } = fictionalCounty({ villages: 12, corners: 6 });
  const board = createBoard();
  await board.load({
    plan: { data: plan },
    areas: { name: 'areas.csv', text: areasCsv },
    observations: { name: 'observations.csv', text: observationsCsv },
    boundaries: { data: boundaries },
  });
  return mount('guatu-map', { board, ...properties });
}

beforeEach(() => {
  // a page that is served module by module fills what browsers keep of requests
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(10_000);
});

/** Addresses the page has asked for that hold a word. */
const asked = (word: string): URL[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ href }) => href.includes(word));

async function drawnByMaplibre(draws: readonly { readonly renderer: string }[]): Promise<void> {
  await vi.waitFor(() => expect(draws.map(({ renderer }) => renderer)).toContain('maplibre'), { timeout: 25_000 });
}

test('天地图 without a key: nothing is asked for, and the page is told why', async () => {
  const draws = collect('guatu-draw');
  const map = await mountPolygons({
    renderer: 'maplibre',
    basemap: 'tianditu',
    tiandituHost: `${location.origin}/no-key`,
  });
  await drawnByMaplibre(draws);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked('wmts')).toEqual([]);
  expect(asked('tianditu.gov')).toEqual([]);
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('basemap-key');
});

test('天地图 with a key: streets and names from the one host that is named, with its attribution', async () => {
  const draws = collect('guatu-draw');
  const map = await mountPolygons({
    basemap: 'tianditu',
    tiandituKey: 'my key',
    tiandituHost: `${location.origin}/tiles`,
  });
  await drawnByMaplibre(draws);
  await vi.waitFor(
    () =>
      expect(new Set(asked('wmts').map(({ pathname }) => pathname))).toEqual(
        new Set(['/tiles/vec_w/wmts', '/tiles/cva_w/wmts']),
      ),
    { timeout: 10_000 },
  );
  for (const url of asked('wmts')) {
    expect(url.origin).toBe(location.origin);
    expect(url.searchParams.get('tk')).toBe('my key');
    expect(url.searchParams.get('TILEMATRIX')).toMatch(/^\d+$/);
  }
  expect(performance.getEntriesByType('resource').every(({ name }) => new URL(name).origin === location.origin)).toBe(
    true,
  );
  await settle(map);
  expect(readText(map, '[part=attribution]')).toBe('底图：天地图');
  await expectAccessible(map);
});

test('where there is none the map says so: schematic layouts, and without WebGL', async () => {
  const style = { version: 8, sources: {}, layers: [] };
  const tiles = await mount('guatu-map', { board: await loadTinyBoard(), basemap: style });
  expect(readText(tiles, '.notices')).toContain('此图不显示底图');
  expect(tiles.board.snapshot.diagnostics.map(({ code }) => code)).toContain('basemap-not-shown');
  const svg = await mountPolygons({ basemap: style, renderer: 'svg' });
  expect(readText(svg, '.notices')).toContain('此图不显示底图');
  svg.basemap = null;
  await settle(svg);
  expect(readText(svg, '.notices')).not.toContain('底图');
  expect(pick(svg, '.notices')).not.toBeNull();
});

// How areas are painted goes into a tile: properties are added, and nothing else changes.
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, expect, test } from 'vitest';
import { dressTile } from '../../packages/map/src/archive/dress-tile.js';
import type { Dress } from '../../packages/map/src/archive/dress-tile.js';
import { openArchive } from '../../packages/map/src/archive/open-archive.js';
import { makeArchive, serveFile } from './archive-server.js';

let tile: Uint8Array;
const decode = (bytes: Uint8Array): VectorTile['layers'] => new VectorTile(new PbfReader(bytes)).layers;
const list = (layer: VectorTile['layers'][string] | undefined) =>
  Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index));

beforeAll(async () => {
  const { bytes } = await makeArchive(112);
  const {
    boundaries: {
      bounds: [west, south],
      minZoom,
    },
    readTile,
  } = await openArchive('https://example.test/dress.pmtiles', serveFile(bytes).fetcher);
  const count = 2 ** minZoom;
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (south * Math.PI) / 360)) / (2 * Math.PI);
  tile = (await readTile(minZoom, Math.floor((west / 360 + 0.5) * count), Math.floor(y * count))) ?? new Uint8Array();
});

test('features have their dress beside what they had, in the same shape', () => {
  const red: Dress = { fill: '#ff0000', width: 0.25 };
  const blue: Dress = { fill: '#0000ff', width: 0.25, pattern: 'dots' };
  const before = list(decode(tile)['villages']);
  expect(before.length).toBeGreaterThan(5);
  const dressOf = (code: string): Dress => (Number(code) % 2 === 0 ? red : blue);
  const after = list(
    decode(dressTile(tile, { dressed: new Map([['villages', dressOf]]), plain: new Set() }))['villages'],
  );
  expect(after.map((feature) => ({ ...feature?.properties }))).toEqual(
    before.map((feature) => ({ ...feature?.properties, ...dressOf(String(feature?.properties['code'])) })),
  );
  expect(after.map((feature) => feature?.loadGeometry())).toEqual(before.map((feature) => feature?.loadGeometry()));
  expect(after.map((feature) => feature?.type)).toEqual(before.map((feature) => feature?.type));
});

test('what has no dress is not in the tile; layers nobody asked for are left out', () => {
  const [first] = list(decode(tile)['villages']);
  const only = String(first?.properties['code']);
  const dressed = decode(
    dressTile(tile, {
      dressed: new Map([['villages', (code) => (code === only ? {} : null)]]),
      plain: new Set(['townships']),
    }),
  );
  expect(Object.keys(dressed).sort()).toEqual(['townships', 'villages']);
  expect(list(dressed['villages']).map((feature) => feature?.properties['code'])).toEqual([only]);
  expect(list(dressed['townships']).map((feature) => ({ ...feature?.properties }))).toEqual(
    list(decode(tile)['townships']).map((feature) => ({ ...feature?.properties })),
  );
});

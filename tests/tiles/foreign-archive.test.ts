// Archives that other programs made: layers found by name, areas put together from the parts in their tiles.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAreas } from '@guatu/core';
import { readShapes } from '@guatu/map/scene';
import { expect, test } from 'vitest';
import { ArchiveWriter } from '../../packages/cli/src/tiles/archive-writer.js';
import { encodeTile } from '../../packages/cli/src/tiles/encode-tile.js';
import type { TileFeature } from '../../packages/cli/src/tiles/encode-tile.js';
import { openArchive } from '../../packages/map/src/archive/open-archive.js';
import { serveFile } from './archive-server.js';

const box = (code: string, [x0, y0, x1, y1]: readonly [number, number, number, number]): TileFeature => ({
  type: 3,
  properties: { code, name: `village ${code}` },
  rings: [[x0, y0, x1, y0, x1, y1, x0, y1, x0, y0]],
});

/** Two tiles of zoom 10 side by side at 0°, 0°: village 111 fills half of each, 112 lies in the right one alone. */
async function writeForeign(metadata: object): Promise<Uint8Array> {
  const path = join(mkdtempSync(join(tmpdir(), 'guatu-foreign-')), 'f.pmtiles');
  const archive = await ArchiveWriter.open(path);
  const tile = (...features: readonly TileFeature[]): Uint8Array =>
    gzipSync(encodeTile([{ name: 'parcels', extent: 4096, features }]));
  const tiles = [
    { place: [10, 511, 511], bytes: tile(box('111', [2048, 1024, 4160, 2048])) },
    { place: [10, 512, 511], bytes: tile(box('111', [-64, 1024, 2048, 2048]), box('112', [2048, 2048, 4096, 3072])) },
  ] as const;
  // from x 511 to 512 the curve goes through half of the world: the left one has the smaller id
  for (const { place, bytes } of tiles) await archive.add([...place], bytes);
  const degrees = 360 / 1024;
  await archive.finish({ bounds: [-degrees / 2, 0.05, degrees, degrees] }, metadata);
  await archive.close();
  return new Uint8Array(readFileSync(path));
}

const ROSTER = parseAreas({
  name: 'areas.csv',
  text: `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor
1,county,county,,county,,,,,
11,town,township,1,town,,,,,
111,village 111,village,11,villagers-committee,,,,,
112,village 112,village,11,villagers-committee,,,,,
`,
}).roster;

test('a single layer of any name is taken for villages, whose parts are put together', async () => {
  const bytes = await writeForeign({ vector_layers: [{ id: 'parcels', fields: {}, minzoom: 10, maxzoom: 10 }] });
  const { boundaries } = await openArchive('https://example.test/foreign.pmtiles', serveFile(bytes).fetcher);
  expect(boundaries.layers).toEqual({ village: { layer: 'parcels', minZoom: 10 } });
  expect(boundaries).toMatchObject({ hasVillages: true, notice: '' });
  expect(boundaries.overview.features).toHaveLength(3);
  const { shapes, diagnostics } = readShapes(boundaries.overview, ROSTER, { crs: 'WGS84' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const place = shapes.places.get('111');
  expect(place?.polygons).toHaveLength(2);
  // from the middle of the left tile to that of the right one, with what reaches over the edge between them
  const xs = (place?.polygons ?? []).flatMap((rings) =>
    rings.flatMap((ring) => ring.filter((_, index) => index % 2 === 0)),
  );
  expect([Math.min(...xs), Math.max(...xs)].map((x) => x * 1024)).toEqual([
    expect.closeTo(511.5, 6),
    expect.closeTo(512.5, 6),
  ]);
});

test('layers are known by their names; none that is known is an error', async () => {
  const layer = (id: string): object => ({ id, fields: {}, minzoom: 10, maxzoom: 10 });
  const named = await writeForeign({ vector_layers: [layer('roads'), layer('townships')] });
  const { boundaries } = await openArchive('https://example.test/named.pmtiles', serveFile(named).fetcher);
  expect(boundaries.layers).toEqual({ township: { layer: 'townships', minZoom: 10 } });
  for (const metadata of [{ vector_layers: [layer('roads'), layer('water')] }, {}, { vector_layers: 'none' }]) {
    const bytes = await writeForeign(metadata);
    await expect(
      openArchive(`https://example.test/${JSON.stringify(metadata).length}.pmtiles`, serveFile(bytes).fetcher),
    ).rejects.toMatchObject({ code: 'tiles-no-layer' });
  }
});

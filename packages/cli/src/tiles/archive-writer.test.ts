import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { expect, test } from 'vitest';
import { openArchiveFile } from '../testing/archive-file.js';
import { makeFolder } from '../testing/run-cli.js';
import { writeDirectories } from './archive-directory.js';
import { ArchiveWriter } from './archive-writer.js';

test('every tile of a large archive is found again, through leaf directories', async () => {
  const folder = makeFolder({});
  const path = join(folder, 'large.pmtiles');
  const archive = await ArchiveWriter.open(path);
  // all of zoom 8, but for every seventh tile, each with its own content; and one tile of zoom 3
  const first = zxyToTileId(8, 0, 0);
  const wanted = Array.from({ length: 4 ** 8 }, (_, index) => first + index).filter((id) => id % 7 !== 0);
  for (const id of wanted) await archive.add(tileIdToZxy(id), gzipSync(contentOf(id)));
  await archive.add([3, 5, 2], gzipSync('the coarse one'));
  const { tiles } = await archive.finish({ bounds: [-1, -2, 3, 4] }, { name: 'large' });
  await archive.close();
  expect(tiles).toBe(wanted.length + 1);
  expect(readdirSync(folder)).toEqual(['large.pmtiles']);

  const read = openArchiveFile(path);
  const header = await read.getHeader();
  expect(header).toMatchObject({
    specVersion: 3,
    minZoom: 3,
    maxZoom: 8,
    minLon: -1,
    minLat: -2,
    maxLon: 3,
    maxLat: 4,
    centerLon: 1,
    centerLat: 1,
    numAddressedTiles: tiles,
    numTileEntries: tiles,
    numTileContents: tiles,
    clustered: true,
    tileType: 1,
  });
  expect(header.leafDirectoryLength).toBeGreaterThan(0);
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
  expect(await read.getMetadata()).toEqual({ name: 'large' });
  const text = async (place: [number, number, number]): Promise<string | undefined> => {
    const tile = await read.getZxy(...place);
    return tile && new TextDecoder().decode(tile.data);
  };
  for (let id = first; id < first + 4 ** 8; id += 331) {
    expect(await text(tileIdToZxy(id))).toBe(id % 7 === 0 ? undefined : contentOf(id));
  }
  expect(await text([3, 5, 2])).toBe('the coarse one');
}, 60_000);

/** Of a length that no compression can foresee. */
function contentOf(id: number): string {
  const length = Math.imul(id, 2654435761) >>> 28;
  return `tile ${id} ${Array.from({ length }, (_, index) => Math.sin(id + index).toString(36)).join('')}`;
}

test('a small archive needs no leaves', () => {
  const entries = [
    { tileId: 5, offset: 0, length: 10 },
    { tileId: 9, offset: 10, length: 300 },
  ];
  expect(writeDirectories(entries).leaves).toHaveLength(0);
  // two leaves of a pair each, though nothing forces them, once the root may hold no more than a few bytes
  expect(writeDirectories(entries, 45).root.length).toBeLessThanOrEqual(45);
});

test('tiles out of order are refused, and an archive that is not finished leaves nothing', async () => {
  const folder = makeFolder({});
  const archive = await ArchiveWriter.open(join(folder, 'a.pmtiles'));
  await archive.add([1, 1, 1], gzipSync('late'));
  await expect(archive.add([1, 0, 0], gzipSync('early'))).rejects.toThrow('tile 1/0/0 comes after a later one');
  await archive.close();
  expect(readdirSync(folder)).toEqual([]);
});

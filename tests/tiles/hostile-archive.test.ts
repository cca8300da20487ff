// Archives whose headers, directories and compressed parts say more than a file can hold: refused before any work is done.
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../packages/map/src/archive/open-archive.js';
import { RangeSource } from '../../packages/map/src/archive/range-source.js';
import type { Fetcher } from '../../packages/map/src/archive/range-source.js';
import { readOverview } from '../../packages/map/src/archive/read-overview.js';
import { makeArchive, serveFile } from './archive-server.js';

let bytes: Uint8Array;
let address = 0;
const url = (): string => `https://example.test/hostile-${(address += 1)}.pmtiles`;

beforeAll(async () => {
  ({ bytes } = await makeArchive(60));
});

/** Where the numbers of a header stand: PMTiles specification, version 3. */
const AT = {
  rootOffset: 8,
  rootLength: 16,
  metadataOffset: 24,
  metadataLength: 32,
  leavesOffset: 40,
  leavesLength: 48,
  dataOffset: 56,
  dataLength: 64,
} as const;

/** The archive with one of its header's numbers changed. */
function withNumber(field: keyof typeof AT, value: bigint): Uint8Array {
  const changed = Uint8Array.from(bytes);
  new DataView(changed.buffer).setBigUint64(AT[field], value, true);
  return changed;
}

/** The archive with another part in its place, appended to it. */
function withPart(offset: keyof typeof AT, length: keyof typeof AT, part: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + part.length);
  whole.set(bytes);
  whole.set(part, bytes.length);
  const view = new DataView(whole.buffer);
  view.setBigUint64(AT[offset], BigInt(bytes.length), true);
  view.setBigUint64(AT[length], BigInt(part.length), true);
  return whole;
}

const opening = (file: Uint8Array): Promise<unknown> => openArchive(url(), serveFile(file).fetcher);

describe('a header that says', () => {
  test.each<readonly [string, keyof typeof AT, bigint, string]>([
    ['its description has two gigabytes', 'metadataLength', 2_000_000_000n, 'its description has 2000000000 bytes'],
    ['its root directory has a gigabyte', 'rootLength', 1_000_000_000n, 'its root directory of 1000000000 bytes'],
    ['its root directory begins in the header', 'rootOffset', 3n, 'its root directory'],
    ['its root directory has no end', 'rootLength', 2n ** 63n, 'its root directory'],
    ['its description has no bytes', 'metadataLength', 0n, 'a part of 0 bytes'],
    ['its description begins nowhere', 'metadataOffset', 2n ** 60n, 'begins at'],
  ])('%s is refused with a reason', async (_, field, value, reason) => {
    await expect(opening(withNumber(field, value))).rejects.toMatchObject({
      code: 'tiles-broken',
      params: { reason: expect.stringContaining(reason) as string },
    });
  });

  test.each([
    [200, 5],
    [27, 30],
    [0, 255],
  ])('its zooms go from %i to %i is refused', async (min, max) => {
    const changed = Uint8Array.from(bytes);
    changed[100] = min;
    changed[101] = max;
    await expect(opening(changed)).rejects.toMatchObject({
      code: 'tiles-broken',
      params: { reason: expect.stringContaining('zooms') as string },
    });
  });
});

describe('a part that inflates to more than it may', () => {
  test('a description of 60 MB in 60 KB is broken off', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 0x20));
    await expect(opening(withPart('metadataOffset', 'metadataLength', bomb))).rejects.toMatchObject({
      code: 'tiles-broken',
      params: { reason: 'a part of it inflates to more than 32 MB' },
    });
  });

  test('a directory that counts more entries than it has bytes is refused, and none is made', async () => {
    const huge = gzipSync(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 1]));
    const changed = Uint8Array.from(bytes);
    changed.set(huge, 127);
    new DataView(changed.buffer).setBigUint64(AT.rootLength, BigInt(huge.length), true);
    const began = performance.now();
    // 0x0fffffffff × … : 34 bits of ones and four more: 549,755,813,887
    await expect(opening(changed)).rejects.toMatchObject({
      code: 'tiles-broken',
      params: { reason: 'a directory of 9 bytes says it has 549755813887 entries' },
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a range', () => {
  test('is no longer asked for than a tile may be, nor beyond the end of the file', async () => {
    const { fetcher, asked } = serveFile(bytes);
    const source = new RangeSource(url(), fetcher);
    await source.getBytes(0, 16_384);
    for (const [offset, length] of [
      [0, 17_000_000],
      [5, 0],
      [-1, 10],
      [1.5, 10],
      [2 ** 60, 10],
    ] as const)
      await expect(source.getBytes(offset, length)).rejects.toMatchObject({ code: 'tiles-broken' });
    await expect(source.getBytes(bytes.length - 5, 10)).rejects.toMatchObject({ code: 'tiles-truncated' });
    expect(asked).toHaveLength(1);
  });

  test('answered without end is broken off', async () => {
    let given = 0;
    const endless: Fetcher = () => {
      const body = new ReadableStream({
        pull(controller) {
          given += 1;
          controller.enqueue(new Uint8Array(100_000));
        },
      });
      return Promise.resolve(
        new Response(body, { status: 206, headers: { 'content-range': 'bytes 0-16383/99999999' } }),
      );
    };
    await expect(new RangeSource(url(), endless).getBytes(0, 16_384)).rejects.toMatchObject({
      code: 'tiles-broken',
      params: { reason: 'the server answered more than the 16384 bytes asked for' },
    });
    expect(given).toBeLessThan(5);
  });
});

test('of the whole world at a deep zoom sixteen tiles are asked for, at once', async () => {
  const asked: number[][] = [];
  const facts = {
    kind: 'pmtiles',
    url: '',
    bounds: [-180, -85, 180, 85],
    minZoom: 26,
    maxZoom: 26,
    layers: { village: { layer: 'villages', minZoom: 26 } },
    notice: '',
  } as const;
  const began = performance.now();
  await readOverview(facts, (...place) => {
    asked.push(place);
    return Promise.resolve(null);
  });
  expect(asked).toHaveLength(16);
  expect(performance.now() - began).toBeLessThan(500);
});

/** How many times the usual number of examples: `LAWS_RUNS=20` for a long look. */
const LONGER = Number(process.env['LAWS_RUNS'] ?? 1);

test('whatever bytes stand in header and directories, an archive opens or says why not, within two seconds', async () => {
  const place = fc.tuple(fc.nat({ max: 400 }), fc.uint8Array({ minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, values] of changes) changed.set(values, 8 + at);
      const began = performance.now();
      const error: unknown = await opening(changed).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(performance.now() - began).toBeLessThan(2000);
      if (error !== null)
        expect(error).toMatchObject({
          name: 'ArchiveError',
          code: expect.stringMatching(/^(tiles|source)-/) as string,
        });
    }),
    { seed: 20_200_301, numRuns: 300 * LONGER },
  );
});

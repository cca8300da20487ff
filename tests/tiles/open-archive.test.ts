// Archives of vector tiles as a page reads them: by ranges, from servers good and bad.
import { parseAreas } from '@guatu/core';
import { readShapes } from '@guatu/map/scene';
import { beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../packages/map/src/archive/open-archive.js';
import type { Fetcher } from '../../packages/map/src/archive/range-source.js';
import { makeArchive, serveFile } from './archive-server.js';

let archive: Awaited<ReturnType<typeof makeArchive>>;
let address = 0;
/** Archives are kept by their address: every test has one of its own. */
const url = (): string => `https://example.test/${(address += 1)}.pmtiles`;

beforeAll(async () => {
  archive = await makeArchive(112);
});

describe('an archive on a server with ranges', () => {
  test('its first picture takes a few requests and a part of the file', async () => {
    const { fetcher, asked } = serveFile(archive.bytes);
    const { boundaries } = await openArchive(url(), fetcher);
    expect(asked.length).toBeLessThanOrEqual(6);
    const read = asked
      .map((range) => /(\d+)-(\d+)/.exec(range))
      .reduce((sum, found) => sum + Number(found?.[2]) - Number(found?.[1]) + 1, 0);
    expect(read).toBeLessThan(archive.bytes.length / 2);
    expect(boundaries).toMatchObject({ kind: 'pmtiles', hasVillages: true, notice: archive.county.notice });
    expect(boundaries.layers).toMatchObject({ village: { layer: 'villages' }, township: { layer: 'townships' } });
  });

  test('the overview joins to the roster and lies where the boundaries lie', async () => {
    const { boundaries } = await openArchive(url(), serveFile(archive.bytes).fetcher);
    const { roster } = parseAreas({ name: 'areas.csv', text: archive.county.areasCsv });
    const tiled = readShapes(boundaries.overview, roster, { crs: 'WGS84' });
    const whole = readShapes(archive.county.boundaries, roster, { crs: 'WGS84' });
    expect(tiled.diagnostics).toEqual([]);
    expect([...tiled.shapes.places.keys()].sort()).toEqual([...whole.shapes.places.keys()].sort());
    const [west, , east] = boundaries.bounds;
    // one line of the grid, of which there are 65,536 across
    const step = (east - west) / 360 / 65_536;
    for (const [code, { polygons, inner }] of whole.shapes.places) {
      const place = tiled.shapes.places.get(code);
      expect(place?.polygons.map((rings) => rings.length)).toEqual(polygons.map((rings) => rings.length));
      for (const axis of [0, 1] as const)
        expect(Math.abs((place?.inner[axis] ?? 0) - inner[axis])).toBeLessThan(20 * step);
    }
  });

  test("an answer cut short in the browser's cache is asked for again, past the cache", async () => {
    const { fetcher } = serveFile(archive.bytes);
    const cached: Fetcher = async (given, init) => {
      const answer = await fetcher(given, init);
      if (init.cache === 'no-store') return answer;
      const { status, headers } = answer;
      return new Response((await answer.arrayBuffer()).slice(0, -151), { status, headers });
    };
    const { boundaries } = await openArchive(url(), cached);
    expect(boundaries).toMatchObject({ kind: 'pmtiles', hasVillages: true });
  });

  test('a tile is fetched once, and again after it was broken off', async () => {
    const { fetcher, asked } = serveFile(archive.bytes);
    let fail = false;
    const flaky: Fetcher = (given, init) =>
      fail ? Promise.reject(new TypeError('connection lost')) : fetcher(given, init);
    const opened = await openArchive(url(), flaky);
    const {
      boundaries: {
        bounds: [west, south, east, north],
        maxZoom,
      },
    } = opened;
    const [lon, lat] = [(west + east) / 2, ((south + north) / 2) * (Math.PI / 180)];
    const x = Math.floor(((lon + 180) / 360) * 2 ** maxZoom);
    const y = Math.floor((0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI)) * 2 ** maxZoom);
    fail = true;
    await expect(opened.readTile(maxZoom, x, y)).rejects.toMatchObject({
      code: 'source-network',
      params: { reason: 'connection lost' },
    });
    fail = false;
    const tile = await opened.readTile(maxZoom, x, y);
    expect(tile?.length).toBeGreaterThan(0);
    const before = asked.length;
    expect(await opened.readTile(maxZoom, x, y)).toBe(tile);
    expect(asked).toHaveLength(before);
    expect(await opened.readTile(maxZoom, 0, 0)).toBeNull();
  });
});

test('a request that is no longer wanted is broken off, and nothing listens any more', async () => {
  let heard: AbortSignal | null | undefined;
  const { fetcher } = serveFile(archive.bytes);
  let hang = false;
  const slow: Fetcher = (given, init) => {
    if (!hang) return fetcher(given, init);
    heard = init.signal;
    return new Promise((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
    );
  };
  const {
    readTile,
    boundaries: {
      maxZoom,
      bounds: [west, south, east, north],
    },
  } = await openArchive(url(), slow);
  hang = true;
  const controller = new AbortController();
  const count = 2 ** maxZoom;
  const lat = ((south + north) / 2) * (Math.PI / 180);
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI);
  const reading = readTile(
    maxZoom,
    Math.floor(((west + east) / 720 + 0.5) * count),
    Math.floor(y * count),
    controller.signal,
  );
  setTimeout(() => controller.abort(), 20);
  await expect(reading).rejects.toThrow('aborted');
  expect(heard?.aborted).toBe(true);
});

describe('a server without ranges', () => {
  test('a small file is taken whole, once', async () => {
    const { fetcher, asked } = serveFile(archive.bytes, { ranges: false });
    const { boundaries } = await openArchive(url(), fetcher);
    expect(boundaries.hasVillages).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test('a large file is not fetched, and it is said what to do', async () => {
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    const fetcher: Fetcher = () => Promise.resolve(new Response(body, { headers: { 'content-length': '120000000' } }));
    await expect(openArchive(url(), fetcher)).rejects.toMatchObject({
      code: 'tiles-no-ranges',
      params: { megabytes: 120 },
    });
    expect(cancelled).toBe(true);
  });

  test('a large file of unknown length is broken off', async () => {
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    await expect(openArchive(url(), () => Promise.resolve(new Response(body)))).rejects.toMatchObject({
      code: 'tiles-no-ranges',
    });
    expect(given).toBeLessThan(40);
  });
});

describe('what is no archive', () => {
  const answer =
    (body: BodyInit | null, init?: ResponseInit): Fetcher =>
    () =>
      Promise.resolve(new Response(body, init));
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  test.each<readonly [string, Fetcher, object]>([
    [
      '404',
      answer('no', { status: 404, statusText: 'Not Found' }),
      { code: 'source-status', params: { status: '404 Not Found' } },
    ],
    ['a web page', answer('<!doctype html><title>login</title>'), { code: 'source-html' }],
    ['an empty file', answer(''), { code: 'source-empty' }],
    ['GeoJSON', answer('{"type":"FeatureCollection"}'), { code: 'tiles-not-pmtiles', params: { got: '{"type":"Fea' } }],
    [
      'an older version',
      answer(Uint8Array.from([...text('PMTiles'), 2, ...new Uint8Array(200)])),
      { code: 'tiles-not-pmtiles', params: { got: 'PMTiles 2' } },
    ],
    [
      'no connection',
      () => Promise.reject(new TypeError('Failed to fetch')),
      { code: 'source-network', params: { reason: 'Failed to fetch' } },
    ],
  ])('%s', async (_name, fetcher, error) => {
    await expect(openArchive(url(), fetcher)).rejects.toMatchObject(error);
  });

  test.each([50, 127, 5000])('an archive cut short to %i bytes says how much is missing', async (length) => {
    const { fetcher } = serveFile(archive.bytes.subarray(0, length));
    await expect(openArchive(url(), fetcher)).rejects.toMatchObject({
      code: 'tiles-truncated',
      params: { got: length },
    });
  });

  test('pictures in tiles are refused', async () => {
    const pictures = Uint8Array.from(archive.bytes);
    pictures[99] = 2;
    await expect(openArchive(url(), serveFile(pictures).fetcher)).rejects.toMatchObject({ code: 'tiles-not-vector' });
  });

  test('bytes gone wrong inside are an error that names them, never a throw of another kind', async () => {
    for (let at = 127; at < 2000; at += 61) {
      const broken = Uint8Array.from(archive.bytes);
      broken.fill(0xff, at, at + 40);
      const error: unknown = await openArchive(url(), serveFile(broken).fetcher).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null)
        expect(error).toMatchObject({
          name: 'ArchiveError',
          code: expect.stringMatching(/^(tiles|source)-/) as string,
        });
    }
  });
});

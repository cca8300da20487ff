import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fictionalCounty } from '@guatu/map/fictional';
import { describe, expect, test } from 'vitest';
import { openArchiveFile, readTile } from '../testing/archive-file.js';
import { makeFolder, runCli } from '../testing/run-cli.js';

/** A square of a tenth of a degree with its lower left corner in tenths of a degree. */
const square = (left: number, bottom: number): number[][] =>
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([x = 0, y = 0]) => [(left + x) / 10, (bottom + y) / 10]);

const feature = (properties: object, ...rings: number[][][]): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});

/** Two townships side by side, each of two villages one over the other; 西村 has a hole. */
const features = [
  feature({ code: '111', name: '东村', parent: '11' }, square(1000, 300)),
  feature({ code: '112', name: '上村', parent: '11' }, square(1000, 301)),
  feature({ code: '121', name: '西村', parent: '12' }, square(999, 300), [
    [99.94, 30.04],
    [99.96, 30.04],
    [99.96, 30.06],
    [99.94, 30.06],
    [99.94, 30.04],
  ]),
  feature({ code: '122', name: '下村', parent: '12' }, square(999, 301)),
];
const collection = (members: object = {}, of: readonly unknown[] = features): string =>
  JSON.stringify({ type: 'FeatureCollection', crs: 'WGS84', ...members, features: of });

const AREAS = `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor
1,甲县,county,,county,,,,,
11,东镇,township,1,town,,,,,
12,西镇,township,1,town,,,,,
111,东村,village,11,villagers-committee,,,,,
112,上村,village,11,villagers-committee,,,,,
121,西村,village,12,villagers-committee,,,,,
122,下村,village,12,villagers-committee,,,,,
`;

/** Runs the command on a file of boundaries. */
async function cut(boundaries: string, options: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
  const folder = makeFolder({ 'boundaries.geojson': boundaries, 'areas.csv': AREAS, ...files });
  const output = join(folder, 'areas.pmtiles');
  const asked = options.map((option) => (option === 'areas.csv' ? join(folder, option) : option));
  return { ...(await runCli('tiles', join(folder, 'boundaries.geojson'), '-o', output, ...asked)), output, folder };
}

/** The tile of a zoom that a place lies in, after the definition of web-mercator tiles. */
function tileAt(lon: number, lat: number, z: number): [number, number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)];
}

describe('guatu tiles', () => {
  test('an enclave lies over what encloses it, wherever the file has it', async () => {
    const small = feature({ code: '111', name: '飞地', parent: '11' }, [
      [100.04, 30.04],
      [100.06, 30.04],
      [100.06, 30.06],
      [100.04, 30.06],
      [100.04, 30.04],
    ]);
    const { output } = await cut(
      collection({}, [small, feature({ code: '112', name: '大村', parent: '11' }, square(1000, 300))]),
    );
    const archive = openArchiveFile(output);
    const { maxZoom } = await archive.getHeader();
    const zoom = Math.min(maxZoom, 11);
    const { villages } = (await readTile(archive, tileAt(100.05, 30.05, zoom))) ?? {};
    const codes = Array.from(
      { length: villages?.length ?? 0 },
      (_, index) => villages?.feature(index).properties['code'],
    );
    expect(codes).toEqual(['112', '111']);
  });

  test('writes villages and the townships they make up, with codes, names and parents', async () => {
    const { status, stderr, output } = await cut(collection({ fictional: true, notice: '示意' }), [
      '--areas',
      'areas.csv',
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('4 villages and 2 townships in');
    expect(stderr).toContain('2 townships among them are put together from their villages');
    expect(stderr).toContain('示意');
    const archive = openArchiveFile(output);
    const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat, tileType } = await archive.getHeader();
    expect(tileType).toBe(1);
    for (const [got, wanted] of [
      [minLon, 99.9],
      [minLat, 30],
      [maxLon, 100.1],
      [maxLat, 30.2],
    ] as const)
      expect(got).toBeCloseTo(wanted, 6);
    expect(await archive.getMetadata()).toMatchObject({
      attribution: '示意',
      guatu: {
        version: 1,
        fictional: true,
        notice: '示意',
        levels: { village: { layer: 'villages', count: 4 }, township: { layer: 'townships', count: 2 } },
      },
    });
    for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
      // a place in 上村, away from every border
      const place = tileAt(100.03, 30.17, zoom);
      const layers = await readTile(archive, place);
      const found = (layer: string) =>
        Array.from({ length: layers?.[layer]?.length ?? 0 }, (_, index) => layers?.[layer]?.feature(index));
      const here = found('villages').filter((village) =>
        contains(village?.toGeoJSON(place[1], place[2], zoom).geometry, [100.03, 30.17]),
      );
      expect(here.map((village) => ({ ...village?.properties }))).toEqual([
        { code: '112', name: '上村', parent: '11' },
      ]);
      const above = found('townships').filter((township) =>
        contains(township?.toGeoJSON(place[1], place[2], zoom).geometry, [100.03, 30.17]),
      );
      expect(above.map((township) => ({ ...township?.properties }))).toEqual([{ code: '11', name: '东镇' }]);
    }
  });

  test('the overview holds every area whole and once, corners and holes as they were', async () => {
    const { output } = await cut(collection(), ['--areas', 'areas.csv']);
    const archive = openArchiveFile(output);
    const { minZoom } = await archive.getHeader();
    const seen = new Map<string, number[][][]>();
    for (const lon of [99.91, 100.01]) {
      for (const lat of [30.01, 30.11]) {
        const place = tileAt(lon, lat, minZoom);
        const layer = (await readTile(archive, place))?.['villages-overview'];
        for (let index = 0; index < (layer?.length ?? 0); index++) {
          const read = layer?.feature(index).toGeoJSON(place[1], place[2], minZoom);
          if (read?.geometry.type === 'Polygon') seen.set(String(read.properties?.['code']), read.geometry.coordinates);
        }
      }
    }
    expect([...seen.keys()].sort()).toEqual(['111', '112', '121', '122']);
    expect(seen.get('121')?.map((ring) => ring.length)).toEqual([5, 5]);
    const corners = seen.get('121')?.[0] ?? [];
    // the grid has 65,536 lines across the 0.2 degrees of the county: 3e-6 degrees, of which rounding keeps half
    for (const [lon = 0, lat = 0] of corners) {
      expect(Math.min(Math.abs(lon - 99.9), Math.abs(lon - 100))).toBeLessThan(2e-6);
      expect(Math.min(Math.abs(lat - 30), Math.abs(lat - 30.1))).toBeLessThan(2e-6);
    }
  });

  test('without a roster shapes name themselves; by name they are found in one', async () => {
    const own = await cut(collection());
    expect(own.status).toBe(0);
    expect(own.stderr).toContain('4 villages and 2 townships');
    const named = features.map((one) => ({
      ...one,
      properties: { name: (one as { properties: { name: string } }).properties.name },
    }));
    const joined = await cut(collection({}, named), ['--areas', 'areas.csv']);
    expect(joined.stderr).toContain('4 villages and 2 townships');
    const codeless = await cut(collection({}, named));
    expect(codeless).toMatchObject({ status: 2 });
    expect(codeless.stderr).toContain(
      'none of its 4 shapes can be used; check their codes, or give the roster with --areas',
    );
  });

  test('invented shapes are marked, whether the file has words for it or not', async () => {
    for (const mark of ['fictional', 'synthetic']) {
      const { stderr, output } = await cut(collection({ [mark]: true }));
      expect(stderr).toContain('Invented shapes');
      expect(await openArchiveFile(output).getMetadata()).toMatchObject({
        attribution: '边界为虚构 Invented shapes',
        guatu: { fictional: true },
      });
    }
    expect(await openArchiveFile((await cut(collection())).output).getMetadata()).not.toHaveProperty('guatu.notice');
  });

  test('TopoJSON is read too', async () => {
    const arcs = features.flatMap((one) => (one as { geometry: { coordinates: number[][][] } }).geometry.coordinates);
    let arc = 0;
    const geometries = features.map((one) => {
      const { properties, geometry } = one as { properties: object; geometry: { coordinates: number[][][] } };
      return { type: 'Polygon', properties, arcs: geometry.coordinates.map(() => [arc++]) };
    });
    const topology = JSON.stringify({
      type: 'Topology',
      crs: 'WGS84',
      arcs,
      objects: { villages: { type: 'GeometryCollection', geometries } },
    });
    const { status, stderr } = await cut(topology, ['--areas', 'areas.csv']);
    expect(status).toBe(0);
    expect(stderr).toContain('4 villages and 2 townships');
  });

  test('coordinates of Amap are brought to WGS 84', async () => {
    const { output } = await cut(collection({ crs: 'GCJ02' }));
    const { minLon, minLat } = await openArchiveFile(output).getHeader();
    // the shift at 99.9° E, 30° N is some hundred metres, a few thousandths of a degree
    for (const [got, was] of [
      [minLon, 99.9],
      [minLat, 30],
    ] as const) {
      expect(Math.abs(got - was)).toBeGreaterThan(0.0005);
      expect(Math.abs(got - was)).toBeLessThan(0.01);
    }
  });

  test('shapes on both sides of 180° are said, and one written beyond it is cut where it lies', async () => {
    const row = [feature({ code: '111' }, square(1798, 300)), feature({ code: '112' }, square(1800, 300))];
    const { stderr, output } = await cut(collection({}, row));
    expect(stderr).toContain('shapes lie on both sides of 180°');
    const archive = openArchiveFile(output);
    const { minLon, maxLon, maxZoom } = await archive.getHeader();
    expect([minLon, maxLon]).toEqual([expect.closeTo(-180, 6), expect.closeTo(179.9, 6)]);
    expect(
      (await readTile(archive, tileAt(-179.95, 30.05, maxZoom)))?.['villages']?.feature(0).properties['code'],
    ).toBe('112');
    expect((await cut(collection())).stderr).not.toContain('180°');
  });

  test('what cannot be used is told with its place, and the rest is cut', async () => {
    const { status, stderr } = await cut(
      collection({}, [
        ...features,
        feature({ code: '999', name: '外村' }, square(1000, 302)),
        { type: 'Feature', properties: { code: '112' }, geometry: null },
        feature({ code: '1' }, square(990, 300)),
      ]),
      ['--areas', 'areas.csv'],
    );
    expect(status).toBe(0);
    expect(stderr).toContain('boundaries.geojson features[4]');
    expect(stderr).toContain('外村');
    expect(stderr).toContain('boundaries.geojson features[5]');
    expect(stderr).toContain('1 shapes of counties are left out');
    expect(stderr).toContain('4 villages and 2 townships');
  });

  test.each([
    ['<!doctype html><html></html>', 'boundaries.geojson: this is a web page, not GeoJSON'],
    [collection().slice(0, -60), 'the file is cut short, within feature 4; get it again'],
    [collection().replace('"东村"', '东村'), 'boundaries.geojson features[0]: is no valid JSON'],
    ['{"type":"FeatureCollection","features":[]}', 'none of its 0 shapes can be used'],
  ])('refuses %.30s', async (text, message) => {
    const { status, stderr, output, folder } = await cut(text);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(output)).toBe(false);
    expect(readFileSync(join(folder, 'boundaries.geojson'), 'utf8')).toBe(text);
  });

  test('never writes over what it reads', async () => {
    const folder = makeFolder({ 'b.geojson': collection() });
    const { status, stderr } = await runCli('tiles', join(folder, 'b.geojson'), '-o', join(folder, '.', 'b.geojson'));
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is an input file; give it another name') as string,
    });
    expect(readFileSync(join(folder, 'b.geojson'), 'utf8')).toBe(collection());
    expect((await runCli('tiles', join(folder, 'b.geojson'), '-o', folder)).stderr).toContain(
      'this is a folder; give a file',
    );
    expect(
      (await runCli('tiles', join(folder, 'b.geojson'), '-o', join(folder, 'none', 'x.pmtiles'))).stderr,
    ).toContain('there is no such file');
  });

  test('the same file gives the same archive', async () => {
    const one = await cut(collection(), ['--areas', 'areas.csv']);
    const other = await cut(collection(), ['--areas', 'areas.csv']);
    expect(readFileSync(one.output).equals(readFileSync(other.output))).toBe(true);
  });

  test('a made-up county of 400: every village is in the tiles under its inner ground, at every zoom', async () => {
    const county = fictionalCounty({ villages: 400, seed: 3 });
    const folder = makeFolder({});
    writeFileSync(join(folder, 'b.geojson'), JSON.stringify(county.boundaries));
    writeFileSync(join(folder, 'areas.csv'), county.areasCsv);
    const output = join(folder, 'b.pmtiles');
    expect(
      (await runCli('tiles', join(folder, 'b.geojson'), '-o', output, '--areas', join(folder, 'areas.csv'))).status,
    ).toBe(0);
    const archive = openArchiveFile(output);
    const { minZoom, maxZoom } = await archive.getHeader();
    for (const zoom of [minZoom + 2, maxZoom]) {
      for (const { properties, geometry } of county.boundaries.features.filter((_, index) => index % 23 === 0)) {
        const ring = geometry.coordinates[0] ?? [];
        // cells are nearly convex around the mean of their corners
        const lon = ring.reduce((sum, [x]) => sum + x, 0) / ring.length;
        const lat = ring.reduce((sum, [, y]) => sum + y, 0) / ring.length;
        const place = tileAt(lon, lat, zoom);
        const villages = (await readTile(archive, place))?.['villages'];
        const codes = Array.from({ length: villages?.length ?? 0 }, (_, index) => villages?.feature(index)).flatMap(
          (village) =>
            contains(village?.toGeoJSON(place[1], place[2], zoom).geometry, [lon, lat])
              ? [village?.properties['code']]
              : [],
        );
        expect(codes).toEqual([properties.code]);
      }
    }
  });
});

type Geometry = { readonly type: string; readonly coordinates?: unknown } | undefined;

/** Whether a point lies in a polygon: even-odd over all rings. */
function contains(geometry: Geometry, [x, y]: readonly [number, number]): boolean {
  const polygons = (
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  ) as number[][][][];
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let at = 0; at + 1 < ring.length; at++) {
      const [x0 = 0, y0 = 0] = ring[at] ?? [];
      const [x1 = 0, y1 = 0] = ring[at + 1] ?? [];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

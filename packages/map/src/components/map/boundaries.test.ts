import { describe, expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { createBoard } from '../../internal/create-board.js';
import { collect, expectAccessible, mount, pick, readText, settle } from '../../internal/testing/mount.js';
import { tinyAreas, tinySources } from '../../internal/testing/tiny-county.js';
import type { BoardSources, BoardState } from '../../board/board.js';
import type { GuatuMap } from './map.js';

type Ring = readonly (readonly number[])[];

const square = (x: number, y: number): Ring => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const feature = (code: string, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties: { code },
  geometry: { type, coordinates },
});

/** All but the first village, as squares in a row. */
const others = ['1001202', '1001203', '1002201', '1002202'].map((code, at) => feature(code, [square(at + 1, 0)]));
const collection = (...features: readonly object[]): object => ({ type: 'FeatureCollection', features });
const withFirst = (coordinates: unknown, type?: string): object =>
  collection(feature('1001201', coordinates, type), ...others);

async function mountWith(
  boundaries: BoardSources['boundaries'],
  more: Partial<BoardSources> = {},
  state: Partial<BoardState> = {},
): Promise<GuatuMap> {
  const board = createBoard({ target: 'income-5', ...state });
  await board.load({ ...tinySources(), ...(boundaries !== undefined && { boundaries }), ...more });
  const map = await mount('guatu-map', { renderer: 'svg', board });
  await settle(map);
  return map;
}

const data = (input: unknown): BoardSources['boundaries'] => ({ name: 'b.geojson', data: input });
const file = (text: string): BoardSources['boundaries'] => ({ name: 'b.geojson', text });
const drawn = (map: Element): readonly string[] =>
  [...(map.shadowRoot?.querySelectorAll<SVGPathElement>('path[data-code]') ?? [])].map(
    ({ dataset }) => dataset['code'] ?? '',
  );
const kindOf = (map: GuatuMap): string | undefined => map.scene?.layout.projection.kind;
const messageOf = (map: Element): string =>
  map.shadowRoot?.querySelector('.message') ? readText(map, '.message') : '';

/** Answers some addresses by what they end in; the rest of the network is as it was. */
function answer(responses: Readonly<Record<string, () => Response>>): void {
  const ask = window.fetch.bind(window);
  const spy = vi.spyOn(window, 'fetch').mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const [, respond] = Object.entries(responses).find(([address]) => url.endsWith(address)) ?? [];
    return respond ? Promise.resolve(respond()) : ask(input, init);
  });
  onTestFinished(() => spy.mockRestore());
}

describe('a fault in one shape: it is told on the map, the rest is drawn, and the page hears of it', () => {
  test.each([
    [
      'crosses itself',
      withFirst([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
      'boundary-crosses-itself',
      '自相交 1 处',
      5,
    ],
    [
      'has no geometry',
      collection({ type: 'Feature', properties: { code: '1001201' }, geometry: null }, ...others),
      'boundary-empty',
      '没有图形',
      4,
    ],
    ['is an empty polygon', withFirst([]), 'boundary-empty', '没有图形', 4],
    [
      'has no code and no name',
      collection(
        { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square(0, 0)] } },
        ...others,
      ),
      'boundary-without-code',
      '既没有代码也没有名称',
      4,
    ],
    [
      'has latitude first',
      withFirst([
        [
          [38.2, 101.9],
          [38.3, 101.9],
          [38.3, 102],
          [38.2, 101.9],
        ],
      ]),
      'boundary-swapped',
      '纬度写在了前面',
      4,
    ],
    ['lies in another hemisphere', withFirst([square(-120, 0)]), 'boundary-far-away', '离其余图形约', 4],
    [
      'is in metres',
      withFirst([
        [
          [500000, 4000000],
          [500001, 4000000],
          [500001, 4000001],
          [500000, 4000000],
        ],
      ]),
      'boundary-out-of-range',
      '以度为单位',
      4,
    ],
    [
      'is a line',
      withFirst(
        [
          [0, 0],
          [1, 1],
        ],
        'LineString',
      ),
      'boundary-not-polygon',
      '应为面或点',
      4,
    ],
  ])('%s', async (_, input, code, said, count) => {
    const problems = collect('guatu-diagnostic');
    const map = await mountWith(data(input));
    expect(messageOf(map)).toContain(said);
    expect(messageOf(map)).toContain('b.geojson features[0]');
    expect(drawn(map)).toHaveLength(count);
    expect(kindOf(map)).toBe('mercator');
    expect(problems.at(-1)?.diagnostics.map((problem) => problem.code)).toContain(code);
    await expectAccessible(map);
    map.locale = 'en';
    await settle(map);
    expect(messageOf(map).replaceAll('上沟村', '')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    [
      'a ring that is not closed',
      withFirst([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
      'boundary-open-ring',
    ],
    [
      'positions with a height',
      withFirst([square(0, 0).map((corner) => [...corner, 1500])]),
      'boundary-height-dropped',
    ],
  ])('%s changes nothing that is seen: heard of, and not said over the picture', async (_, input, code) => {
    const problems = collect('guatu-diagnostic');
    const map = await mountWith(data(input));
    expect(drawn(map)).toHaveLength(5);
    expect(messageOf(map)).toBe('');
    expect(problems.at(-1)?.diagnostics.map((problem) => problem.code)).toContain(code);
  });
});

describe('nothing usable in a file: it is told on the map, and tiles are drawn', () => {
  test.each([
    ['an empty collection', data(collection()), 'boundary-empty-collection', '没有图形'],
    ['a file cut short', file(JSON.stringify(withFirst([square(0, 0)])).slice(0, -30)), 'boundary-json', '可能不完整'],
    ['a web page', file('<!doctype html><html><body>login</body></html>'), 'source-html', '得到的是网页'],
    ['other JSON', data({ rows: [] }), 'boundary-not-geojson', '应为 GeoJSON'],
    [
      'shapes of another county',
      data(collection(feature('999', [square(0, 0)]))),
      'boundary-none-usable',
      '没有一个能用',
    ],
    [
      'TopoJSON without its arcs',
      data({ type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[3]] } } }),
      'boundary-topojson',
      '弧段',
    ],
    [
      'more features than are read',
      data({ type: 'FeatureCollection', features: Array.from({ length: 200_001 }, () => others[0]) }),
      'boundary-too-many-features',
      '超过上限 200000',
    ],
  ])('%s', async (_, boundaries, code, said) => {
    const problems = collect('guatu-diagnostic');
    const map = await mountWith(boundaries);
    expect(messageOf(map)).toContain(said);
    expect(pick(map, '.message').getAttribute('role')).toBe('alert');
    expect(drawn(map)).toHaveLength(5);
    expect(kindOf(map)).toBe('tiles');
    expect(readText(map, '.notices')).toContain('示意布局');
    expect(problems.at(-1)?.diagnostics.map((problem) => problem.code)).toContain(code);
    await expectAccessible(map);
  });

  test('an address without a file', async () => {
    const map = await mountWith('/no/such/boundaries.geojson');
    expect(messageOf(map)).toMatch(/boundaries\.geojson.*(404|网页)/);
    expect(drawn(map)).toHaveLength(5);
    expect(kindOf(map)).toBe('tiles');
  });

  test('an address that answers 404', async () => {
    answer({ '/gone.geojson': () => new Response('gone', { status: 404, statusText: 'Not Found' }) });
    const map = await mountWith('/gone.geojson');
    expect(messageOf(map)).toContain('服务器回答 404');
    expect(kindOf(map)).toBe('tiles');
  });

  test('an address that answers with a login page', async () => {
    answer({
      '/login.geojson': () =>
        new Response('<html><body>请登录</body></html>', { headers: { 'content-type': 'text/html' } }),
    });
    const map = await mountWith('/login.geojson');
    expect(messageOf(map)).toContain('得到的是网页');
    expect(kindOf(map)).toBe('tiles');
  });
});

describe('sources', () => {
  test('an address in the attribute, with its coordinate system', async () => {
    const china = collection(
      ...['1001201', '1001202', '1001203', '1002201', '1002202'].map((code, at) =>
        feature(code, [square(100 + at, 38)]),
      ),
    );
    answer({ '/b.geojson': () => new Response(JSON.stringify(china)) });
    const map = await mount('guatu-map', { renderer: 'svg' });
    const codes = (): readonly string[] => map.board.snapshot.diagnostics.map(({ code }) => code);
    const west = (): number => map.board.snapshot.areaShapes?.places.get('1001201')?.polygons[0]?.[0]?.[0] ?? 0;
    await map.board.load({ ...tinySources(), boundaries: '/b.geojson' });
    expect(codes()).toContain('boundary-crs-undeclared');
    const asIs = west();
    await settle(map);
    // what is off by a few hundred metres looks the same: the page's author hears of it, its reader does not
    expect(messageOf(map)).toBe('');
    await map.board.load({ ...tinySources(), boundaries: '/b.geojson', crs: 'GCJ02' });
    expect(codes()).not.toContain('boundary-crs-undeclared');
    expect(west()).not.toBe(asIs);
  });

  test('the attributes of the element say the same', async () => {
    answer({
      '/areas.csv': () => new Response(tinyAreas),
      '/b.geojson': () => new Response(JSON.stringify(withFirst([square(0, 0)]))),
    });
    const map = await mount('guatu-map', {
      renderer: 'svg',
      areas: '/areas.csv',
      boundaries: '/b.geojson',
      crs: 'Beijing54',
    });
    await vi.waitFor(() => expect(map.board.snapshot.status).toBe('ready'));
    expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('boundary-crs-unknown');
    map.setAttribute('crs', 'CGCS2000');
    await vi.waitFor(() =>
      expect(map.board.snapshot.diagnostics.map(({ code }) => code)).not.toContain('boundary-crs-unknown'),
    );
  });

  test('properties of other names, named in attributes', async () => {
    const codes = ['1001201', '1001202', '1001203', '1002201', '1002202'];
    const features = codes.map((code, at) => ({
      ...feature(code, [square(at, 0)]),
      properties: { VILLCODE: code, VILLNAME: '?' },
    }));
    answer({
      '/areas.csv': () => new Response(tinyAreas),
      '/other-names.geojson': () => new Response(JSON.stringify(collection(...features))),
    });
    const map = await mount('guatu-map', { renderer: 'svg', areas: '/areas.csv', boundaries: '/other-names.geojson' });
    await vi.waitFor(() =>
      expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('boundary-properties'),
    );
    await settle(map);
    expect(messageOf(map)).toContain('VILLCODE');
    map.setAttribute('code-property', 'VILLCODE');
    await vi.waitFor(() => expect(map.board.snapshot.join?.byCode).toBe(5));
    expect(map.board.snapshot.diagnostics.map(({ code }) => code)).not.toContain('boundary-properties');
  });

  test('shapes of townships alone are drawn as townships, and said; another choice is kept', async () => {
    const towns = collection(...['1001', '1002'].map((code, at) => feature(code, [square(at, 0)])));
    const map = await mount('guatu-map', { renderer: 'svg' });
    await map.board.load({ ...tinySources(), boundaries: { data: towns } });
    await settle(map);
    expect(map.board.snapshot.state.level).toBe('township');
    expect(kindOf(map)).toBe('mercator');
    expect(messageOf(map)).toContain('乡镇');
    map.level = 'village';
    await settle(map);
    expect([map.board.snapshot.state.level, kindOf(map)]).toEqual(['village', 'tiles']);
  });

  test('points are dots that say they are no borders', async () => {
    const map = await mountWith(
      data(
        collection(
          ...['1001201', '1001202', '1001203', '1002201', '1002202'].map((code, at) =>
            feature(code, [at, at % 2], 'Point'),
          ),
        ),
      ),
    );
    expect(kindOf(map)).toBe('mercator');
    expect(drawn(map)).toHaveLength(5);
    expect(readText(map, '.notices')).toContain('圆点只表示位置，非行政区划界线');
    expect(pick(map, 'text[data-role=name][data-for="1001201"]').textContent).toBe('上沟');
    await expectAccessible(map);
    map.setAttribute('shapes', 'tiles');
    await settle(map);
    expect(kindOf(map)).toBe('tiles');
  });

  test('points of the roster itself are dots, or put tiles in place', async () => {
    const areas = tinyAreas
      .trim()
      .split('\n')
      .map((line, at) =>
        at === 0 ? `${line},longitude,latitude` : /,village,/.test(line) ? `${line},${10 - at},${at % 3}` : `${line},,`,
      )
      .join('\n');
    const map = await mountWith(undefined, { areas: { name: 'areas.csv', text: areas } });
    expect(kindOf(map)).toBe('mercator');
    expect(readText(map, '.notices')).toContain('圆点只表示位置');
    const left = (code: string): number => map.scene?.layout.areas.find((area) => area.code === code)?.inner[0] ?? 0;
    // lines further down lie further west
    expect(left('1001203')).toBeLessThan(left('1001201'));
    map.shapes = 'tiles';
    await settle(map);
    expect(kindOf(map)).toBe('tiles');
    expect(left('1002201')).toBeLessThan(left('1001201'));
  });

  test('fewer shapes than half of the areas: tiles, placed by those there are', async () => {
    const map = await mountWith(
      data(collection(feature('1001203', [square(0, 0)]), feature('1001201', [square(5, 0)]))),
    );
    expect(kindOf(map)).toBe('tiles');
    expect(messageOf(map)).toContain('不到一半（2/5）');
    const left = (code: string): number => map.scene?.layout.areas.find((area) => area.code === code)?.inner[0] ?? 0;
    expect(left('1001203')).toBeLessThan(left('1001201'));
  });

  test('hexagons by attribute, and an unknown shape of tile is told', async () => {
    const map = await mountWith(undefined);
    map.setAttribute('tiles', 'hexagon');
    await settle(map);
    expect(map.scene?.layout.areas.every(({ polygons }) => polygons[0]?.[0]?.length === 14)).toBe(true);
    expect(pick(map, 'text[data-role=name][data-for="1001201"]').textContent).toBe('上沟');
    await expectAccessible(map);
    map.setAttribute('tiles', 'round');
    await settle(map);
    expect(map.tiles).toBe('hexagon');
    expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('state-choice');
  });

  test('an area of two parts is labelled once and selected as one', async () => {
    const map = await mountWith(data(withFirst([[square(0, 0)], [square(0, 2)]], 'MultiPolygon')));
    expect(map.shadowRoot?.querySelectorAll('text[data-role=name][data-for="1001201"]')).toHaveLength(1);
    expect(map.shadowRoot?.querySelectorAll('path[data-code="1001201"]')).toHaveLength(1);
    expect(pick(map, 'path[data-code="1001201"]').getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });
});

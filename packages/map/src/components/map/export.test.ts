import { afterEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import '../../define/all.js';
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

const imprint = { publisher: '县农业农村局', approvalNumber: '甘S(2021)1号' } as const;

async function mountTiny(
  state: Parameters<typeof loadTinyBoard>[0] = {},
  properties: Partial<GuatuMap> = {},
): Promise<GuatuMap> {
  return mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(state), ...properties });
}

/** What the browser's debugging protocol takes, as far as it is used here. */
interface Session {
  send(
    method: 'Emulation.setEmulatedMedia',
    parameters: {
      readonly media?: string;
      readonly features?: readonly { readonly name: string; readonly value: string }[];
    },
  ): Promise<unknown>;
}
const session = cdp() as unknown as Session;

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

const fillsOf = (root: ParentNode): Map<string | null, string | undefined> =>
  new Map(
    Array.from(root.querySelectorAll('path[data-code]'), (path) => [
      path.getAttribute('data-code'),
      path.getAttribute('fill')?.replace(/guatu-\d+/, 'guatu'),
    ]),
  );

const textOf = (parsed: Document): string =>
  Array.from(parsed.querySelectorAll('text'), ({ textContent }) => textContent).join('');

async function readPixels(png: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(png);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height) as ImageData;
}

describe('SVG', () => {
  test('title, notices, sentence, legend and imprint around the picture that is on the screen', async () => {
    const map = await mountTiny({ selected: '1001202' }, imprint);
    const parsed = parse(await map.exportSvg());
    expect(fillsOf(parsed)).toEqual(fillsOf(pick(map, '#svg')));
    const text = textOf(parsed);
    for (const said of [
      '小县三年计划',
      '示例数据',
      '示意布局，非行政区划界线',
      map.scene?.summary,
      '发布：县农业农村局',
      '审图号：甘S(2021)1号',
      '数据截至：2021年12月31日',
    ]) {
      expect(text).toContain(said);
    }
    for (const { label } of map.scene?.legend.classes ?? []) expect(text).toContain(label);
    // the selected area is ringed here as there
    expect(parsed.querySelectorAll('[data-layer=rings] path')).toHaveLength(2);
    expect(parsed.documentElement.getAttribute('xml:lang')).toBe('zh-CN');
    expect(parsed.querySelector('style, script, image, foreignObject, [style]')).toBeNull();
  });

  test('under a filter, in a township, in another theme and language: as it is seen', async () => {
    const map = await mountTiny({
      filter: { cohorts: ['2020'], classes: [] },
      within: '1001',
      theme: 'dark',
      locale: 'en',
    });
    const parsed = parse(await map.exportSvg());
    expect([...fillsOf(parsed).keys()]).toEqual(['1001201', '1001202', '1001203']);
    expect(fillsOf(parsed)).toEqual(fillsOf(pick(map, '#svg')));
    expect(textOf(parsed)).toContain('A small county’s three years');
  });

  test('two dates side by side are two maps under their dates, the earlier first', async () => {
    const map = await mountTiny({ asOf: '2021-12-31', compareTo: '2020-12-31' });
    const parsed = parse(await map.exportSvg());
    expect(parsed.querySelectorAll('[data-layer=areas]')).toHaveLength(2);
    const text = textOf(parsed);
    expect(text.indexOf('2020年12月31日')).toBeGreaterThan(-1);
    expect(text.indexOf('2020年12月31日')).toBeLessThan(text.lastIndexOf('2021年12月31日'));
    const [first, second] = Array.from(parsed.querySelectorAll('[data-layer=areas]'), fillsOf);
    expect(first).toEqual(fillsOf(pick(map, '#second')));
    expect(second).toEqual(fillsOf(pick(map, '#svg')));
  });

  test('what a page puts into the slots is in the export too', async () => {
    const map = await mountTiny({}, imprint);
    const link = document.createElement('a');
    Object.assign(link, { slot: 'publisher', href: '/', textContent: '小县统计局' });
    map.append(link);
    await settle(map);
    expect(textOf(parse(await map.exportSvg()))).toContain('发布：小县统计局');
    expect(pick<HTMLSlotElement>(map, 'slot[name=publisher]').assignedElements()).toEqual([link]);
    await expectAccessible(map);
  });

  test('without a picture there is none to save, and that is said', async () => {
    const map = await mount('guatu-map');
    await expect(map.exportSvg()).rejects.toThrow('there is no picture yet');
  });
});

describe('PNG', () => {
  test('holds the colours and the Chinese of the SVG, in the size asked for', async () => {
    const map = await mountTiny({}, imprint);
    const svg = parse(await map.exportSvg()).documentElement;
    const picture = await readPixels(await map.exportPng({ scale: 2 }));
    expect([picture.width, picture.height]).toEqual([
      2 * Number(svg.getAttribute('width')),
      2 * Number(svg.getAttribute('height')),
    ]);
    const pixel = (x: number, y: number): number[] => {
      const at = (Math.round(y) * picture.width + Math.round(x)) * 4;
      return Array.from(picture.data.subarray(at, at + 3));
    };
    // 上沟村 is painted in one colour: look near the lower left corner of its tile, where no text stands
    const scene = map.scene;
    const index = scene?.layout.areas.findIndex(({ code }) => code === '1001201') ?? -1;
    const [x0, , , y1] = scene?.layout.areas[index]?.bounds ?? [0, 0, 0, 0];
    const frame = svg.querySelector('[data-layer=areas]')?.parentElement?.getAttribute('transform') ?? '';
    const [, left = '', top = ''] = /translate\(([\d.]+) ([\d.]+)\)/.exec(frame) ?? [];
    const fill = scene?.paints[index]?.fill ?? '';
    expect(pixel(2 * (Number(left) + x0 + 6), 2 * (Number(top) + y1 - 4))).toEqual(
      [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16)),
    );
    // the title is written in strokes, not in the empty boxes of a missing font: both halves of each character hold ink
    const dark = (from: number, to: number): number => {
      let count = 0;
      for (let y = 48; y < 92; y++)
        for (let x = from; x < to; x++) if (pixel(x, y).every((channel) => channel < 100)) count += 1;
      return count;
    };
    const inks = [0, 1, 2, 3, 4, 5].map((at) => dark(48 + at * 40, 48 + (at + 1) * 40));
    expect(new Set(inks).size).toBeGreaterThan(3);
    expect(Math.min(...inks)).toBeGreaterThan(20);
  });

  test.each([
    [0.001, 0.25],
    [100, 8],
    [Number.NaN, 2],
  ])('scale %d is %d', async (asked, used) => {
    const map = await mountTiny({}, {});
    const { width } = await createImageBitmap(await map.exportPng({ scale: asked }));
    expect(width).toBe(Math.round(used * Number(parse(await map.exportSvg()).documentElement.getAttribute('width'))));
  });
});

test('buttons save the files under the plan’s name; without the attribute there are none', async () => {
  const saved: { readonly name: string; readonly href: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href });
  });
  const map = await mountTiny();
  expect(map.shadowRoot?.querySelector('[data-action^=export]')).toBeNull();
  map.setAttribute('export', '');
  await settle(map);
  await expectAccessible(map);
  pick<HTMLButtonElement>(map, '[data-action=exportSvg]').click();
  pick<HTMLButtonElement>(map, '[data-action=exportPng]').click();
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  click.mockRestore();
  expect(saved.map(({ name }) => name).sort()).toEqual([
    'tiny-income-5-2021-12-31.png',
    'tiny-income-5-2021-12-31.svg',
  ]);
  const svg = await (await fetch(saved.find(({ name }) => name.endsWith('.svg'))?.href ?? '')).text();
  expect(fillsOf(parse(svg))).toEqual(fillsOf(pick(map, '#svg')));
});

test('a picture that cannot be made is told, until the next one is', async () => {
  const map = await mountTiny({}, { exportable: true });
  const decode = vi
    .spyOn(HTMLImageElement.prototype, 'decode')
    .mockRejectedValue(new DOMException('no', 'EncodingError'));
  pick<HTMLButtonElement>(map, '[data-action=exportPng]').click();
  await vi.waitFor(() => expect(readText(map, '.message')).toContain('图片没有生成'));
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('export-failed');
  decode.mockRestore();
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  pick<HTMLButtonElement>(map, '[data-action=exportPng]').click();
  await vi.waitFor(() => expect(map.shadowRoot?.querySelector('.message')).toBeNull());
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).not.toContain('export-failed');
  expect(click).toHaveBeenCalledTimes(1);
  click.mockRestore();
});

describe('publication', () => {
  test('what is missing is stated on the map and among the problems, not counted as one', async () => {
    const map = await mountTiny({}, { publicationCheck: true });
    expect(readText(map, '[part=publication]')).toBe('发布检查 示意布局，图上没有任何界线 没有写发布单位');
    const diagnostics = document.createElement('guatu-diagnostics');
    map.append(diagnostics);
    diagnostics.open = true;
    await settle(diagnostics);
    expect(readText(diagnostics, 'summary')).toContain('没有发现问题');
    expect(readText(diagnostics, '[part=publication]')).toContain('没有写发布单位');
    await expectAccessible(diagnostics);
    map.publisher = '县农业农村局';
    await settle(map);
    expect(map.checkPublication().map(({ code }) => code)).toEqual(['publication-schematic']);
    expect(readText(map, '[part=publication]')).not.toContain('没有写发布单位');
    await expectAccessible(map);
  });

  test('a data date of the page’s own stands in place of the moment', async () => {
    const map = await mountTiny({}, { dataDate: '2021年度' });
    expect(readText(map, '.imprint')).toBe('数据截至 2021年度');
    expect(textOf(parse(await map.exportSvg()))).toContain('数据截至：2021年度');
  });
});

describe('on paper', () => {
  afterEach(async () => {
    window.dispatchEvent(new Event('afterprint'));
    await session.send('Emulation.setEmulatedMedia', { media: '', features: [] });
  });

  async function print(map: GuatuMap): Promise<void> {
    await vi.waitFor(() => expect(map.shadowRoot?.querySelector('#svg svg')).not.toBeNull());
    // what paper needs is fetched after the first picture
    await new Promise((resolve) => setTimeout(resolve, 300));
    window.dispatchEvent(new Event('beforeprint'));
    await session.send('Emulation.setEmulatedMedia', { media: 'print' });
    await settle(map);
  }

  test('white, with legend and imprint, patterns and all; the screen comes back as it was', async () => {
    const themes: string[] = [];
    const map = await mountTiny({ theme: 'dark' }, imprint);
    map.board.subscribe(({ state }) => themes.push(state.theme));
    const points = collect('guatu-filter-change');
    await print(map);
    expect(getComputedStyle(pick(map, '.base')).backgroundColor).toBe('rgb(255, 255, 255)');
    expect(pick(map, '#svg rect').getAttribute('fill')).toBe('#ffffff');
    expect(pick(map, '#svg').querySelector('pattern')).not.toBeNull();
    expect(pick(map, '.print-legend').checkVisibility()).toBe(true);
    const legend = pick(map, '.print-legend').textContent;
    for (const { label } of map.scene?.legend.classes ?? []) expect(legend).toContain(label);
    expect(readText(map, '.imprint')).toContain('审图号：甘S(2021)1号');
    expect(pick(map, '.toolbar').checkVisibility()).toBe(false);
    window.dispatchEvent(new Event('afterprint'));
    await settle(map);
    expect(map.theme).toBe('dark');
    expect(map.shadowRoot?.querySelector('.print-legend')).toBeNull();
    expect(points).toEqual([]);
    expect(themes.at(-1)).toBe('dark');
  });

  test('two maps of one board both come back from paper', async () => {
    const board = await loadTinyBoard({ theme: 'dark' });
    const [one, two] = [
      await mount('guatu-map', { renderer: 'svg', board }),
      await mount('guatu-map', { renderer: 'svg', board }),
    ];
    await print(one);
    expect([one, two].map((map) => map.shadowRoot?.querySelector('.print-legend svg') !== null)).toEqual([true, true]);
    window.dispatchEvent(new Event('afterprint'));
    await settle(two);
    expect([one, two].map((map) => map.shadowRoot?.querySelector('.print-legend'))).toEqual([null, null]);
    expect(board.snapshot.state.theme).toBe('dark');
  });

  test('a narrower sheet holds the whole picture, and a legend of the page’s own is not doubled', async () => {
    const map = await mountTiny();
    map.append(document.createElement('guatu-legend'));
    await settle(map);
    (map.parentElement as HTMLElement).style.width = '360px';
    await print(map);
    const { width, height } = pick(map, '#svg svg').getBoundingClientRect();
    expect(width).toBeLessThanOrEqual(360);
    expect(pick(map, '.stage').getBoundingClientRect().height).toBeCloseTo(height, 0);
    expect(map.shadowRoot?.querySelector('.print-legend svg')).toBeNull();
  });
});

test('in forced colours the areas keep theirs: they are the data', async () => {
  const map = await mountTiny();
  await session.send('Emulation.setEmulatedMedia', {
    media: '',
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  try {
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const path = pick(map, 'path[data-code="1001201"]');
    const wanted = path.getAttribute('fill') ?? '';
    expect(getComputedStyle(path).fill).toBe(
      `rgb(${[1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16)).join(', ')})`,
    );
  } finally {
    await session.send('Emulation.setEmulatedMedia', { media: '', features: [] });
  }
});

import { expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { createBoard } from '../../internal/create-board.js';
import { collect, loadTinyBoard, mount, pick, settle } from '../../internal/testing/mount.js';
import { tinySources } from '../../internal/testing/tiny-county.js';

const key = (map: Element, name: string, more: KeyboardEventInit = {}): boolean =>
  pick(map, '[role=listbox]').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
  );

test('plus and minus zoom the picture without WebGL, and the browser keeps its own keys', async () => {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard() });
  const [, , width = 0] = pick(map, '#svg svg').getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  const seen = (): number => Number(pick(map, '#svg svg').getAttribute('viewBox')?.split(' ')[2]);
  expect(key(map, '+', { ctrlKey: true })).toBe(true);
  expect(seen()).toBe(width);
  expect(key(map, '+')).toBe(false);
  expect(seen()).toBe(width / 2);
  key(map, '=');
  expect(seen()).toBe(width / 4);
  key(map, '-');
  expect(seen()).toBe(width / 2);
  map.fit();
  await settle(map);
  expect(seen()).toBe(width);
});

test('what is seen can be read and set from outside, and is told', async () => {
  const told = collect('guatu-camera-change');
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard() });
  expect(map.camera).toEqual({ zoom: 1, x: 0.5, y: 0.5 });
  map.camera = { zoom: 4, x: 0.25, y: 0.75 };
  await settle(map);
  const { width, height } = map.scene?.layout ?? { width: 0, height: 0 };
  expect(pick(map, '#svg svg').getAttribute('viewBox')?.split(' ').map(Number)).toEqual([
    width / 8,
    height * 0.625,
    width / 4,
    height / 4,
  ]);
  expect(map.camera).toEqual({ zoom: 4, x: 0.25, y: 0.75 });
  expect(told.map(({ camera }) => camera)).toEqual([{ zoom: 4, x: 0.25, y: 0.75 }]);
  key(map, '-');
  expect(map.camera).toEqual({ zoom: 2, x: 0.25, y: 0.75 });
  map.camera = { zoom: 1000, x: 0, y: 0 };
  await settle(map);
  expect(map.camera).toEqual({ zoom: 8, x: 1 / 16, y: 1 / 16 });
  map.fit();
  expect(told.at(-1)?.camera).toEqual({ zoom: 1, x: 0.5, y: 0.5 });
  expect(() => (map.camera = { zoom: 0, x: 0, y: 0 })).toThrow(
    'camera: expected a zoom of 1 or more and a point, got {"zoom":0,"x":0,"y":0}',
  );
});

test('what is to be seen may be said before there is anything', async () => {
  const board = createBoard({ target: 'income-5' });
  const map = await mount('guatu-map', { renderer: 'svg', board, camera: { zoom: 2, x: 0.5, y: 0.25 } });
  await board.load(tinySources());
  await settle(map);
  expect(map.camera).toEqual({ zoom: 2, x: 0.5, y: 0.25 });
});

test('maplibre takes over where the reader is, and so does the page when it goes', async () => {
  const drawn = collect('guatu-draw');
  const map = await mount('guatu-map', { board: await loadTinyBoard() });
  map.camera = { zoom: 3, x: 0.4, y: 0.5 };
  await vi.waitFor(() => expect(drawn.map(({ renderer }) => renderer)).toContain('maplibre'), { timeout: 20_000 });
  const close = { zoom: expect.closeTo(3, 3), x: expect.closeTo(0.4, 3), y: expect.closeTo(0.5, 3) };
  expect(pick(map, '#svg').classList.contains('is-behind')).toBe(true);
  expect(map.camera).toEqual(close);
  map.renderer = 'svg';
  await settle(map);
  expect(pick(map, '#svg').classList.contains('is-behind')).toBe(false);
  expect(map.camera).toEqual(close);
});

test('two pictures side by side stay whole', async () => {
  const board = await loadTinyBoard({ compareTo: '2020-12-31', comparison: 'beside', asOf: '2021-12-31' });
  const map = await mount('guatu-map', { renderer: 'svg', board }, 900);
  const widths = (): (string | undefined)[] =>
    [...(map.shadowRoot?.querySelectorAll('.stage svg') ?? [])].map(
      (svg) => svg.getAttribute('viewBox')?.split(' ')[2],
    );
  const before = widths();
  expect(before).toHaveLength(2);
  key(map, '+');
  map.zoomBy(1);
  await settle(map);
  expect(widths()).toEqual(before);
});

import { expect, test } from 'vitest';
import '../../define/guatu-map.js';
import { loadTinyBoard, mount, pick, settle } from '../../internal/testing/mount.js';

const key = (map: Element, name: string, more: KeyboardEventInit = {}): boolean =>
  pick(map, '[role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));

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

test('two pictures side by side stay whole', async () => {
  const board = await loadTinyBoard({ compareTo: '2020-12-31', comparison: 'beside', asOf: '2021-12-31' });
  const map = await mount('guatu-map', { renderer: 'svg', board }, 900);
  const widths = (): (string | undefined)[] => [...(map.shadowRoot?.querySelectorAll('.stage svg') ?? [])].map((svg) => svg.getAttribute('viewBox')?.split(' ')[2]);
  const before = widths();
  expect(before).toHaveLength(2);
  key(map, '+');
  map.zoomBy(1);
  await settle(map);
  expect(widths()).toEqual(before);
});

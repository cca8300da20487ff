import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { createBoard } from '../../internal/create-board.js';
import { collect, loadTinyBoard, mount, settle } from '../../internal/testing/mount.js';
import { tinySources } from '../../internal/testing/tiny-county.js';
import type { GuatuMap } from './map.js';

const clean = location.pathname + location.search;

afterEach(() => history.replaceState(null, '', clean));

async function mountLinked(properties: Partial<GuatuMap> = {}): Promise<GuatuMap> {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(), hash: '', ...properties });
  await import('./hash-link.js');
  await settle(map);
  return map;
}

test('the address says what is chosen, and the board follows it back and forward, without events', async () => {
  const selections = collect('guatu-area-select');
  const map = await mountLinked();
  expect(location.hash).toBe('');
  map.selected = '1001201';
  await settle(map);
  expect(location.hash).toBe('#selected=1001201');
  map.within = '1001';
  await settle(map);
  expect(location.hash).toBe('#within=1001&selected=1001201');
  history.back();
  await vi.waitFor(() => expect(map.within).toBeNull());
  expect(map.selected).toBe('1001201');
  history.back();
  await vi.waitFor(() => expect(map.selected).toBeNull());
  history.forward();
  await vi.waitFor(() => expect(map.selected).toBe('1001201'));
  expect(selections).toEqual([]);
});

test('an address that is opened decides, whatever the attributes say; what a board cannot be is told', async () => {
  history.replaceState(null, '', '#target=vegetable-area&as-of=2020-12-31&view=flying');
  const map = await mountLinked();
  await settle(map);
  expect(map).toMatchObject({ target: 'vegetable-area', asOf: '2020-12-31', view: 'both' });
  expect(map.board.snapshot.diagnostics.map(({ code, path }) => `${path} ${code}`)).toContain('view state-choice');
});

test('moving in time takes the place of the last entry; many changes at once are one step', async () => {
  const map = await mountLinked();
  const step = vi.spyOn(history, 'pushState');
  map.asOf = '2020-12-31';
  await settle(map);
  expect(location.hash).toBe('#as-of=2020-12-31');
  expect(step).not.toHaveBeenCalled();
  map.asOf = '2021-12-31';
  await settle(map);
  // the date that is shown anyway needs no word
  expect(location.hash).toBe('');
  Object.assign(map, { view: 'lights', level: 'township', selected: '1002' });
  await settle(map);
  expect(step).toHaveBeenCalledTimes(1);
  step.mockRestore();
  expect(location.hash).toBe('#view=lights&level=township&selected=1002');
});

test('the second map of a page writes under its id, a third without one not at all', async () => {
  const first = await mountLinked();
  const second = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(), hash: '', id: 'south' });
  const third = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(), hash: '' });
  await vi.waitFor(() => expect(third.board.snapshot.diagnostics.map(({ code }) => code)).toContain('hash-shared'));
  first.selected = '1001201';
  second.selected = '1002201';
  third.selected = '1002202';
  await settle(third);
  expect(location.hash).toBe('#selected=1001201&south.selected=1002201');
});

test('a map that takes another one’s place takes its address too', async () => {
  const first = await mountLinked();
  const second = document.createElement('guatu-map');
  Object.assign(second, { renderer: 'svg', board: await loadTinyBoard(), hash: '' });
  first.replaceWith(second);
  await settle(second);
  second.selected = '1001201';
  await settle(second);
  expect(second.board.snapshot.diagnostics).toEqual([]);
  expect(location.hash).toBe('#selected=1001201');
});

test('files that come later do not write over what the address asked for', async () => {
  history.replaceState(null, '', '#within=1002&selected=1002201');
  const board = createBoard({ target: 'income-5' });
  const map = await mount('guatu-map', { renderer: 'svg', board, hash: '' });
  await import('./hash-link.js');
  await board.load(tinySources());
  await settle(map);
  expect(map).toMatchObject({ selected: '1002201', within: '1002' });
  expect(location.hash).toBe('#within=1002&selected=1002201');
});

test('what is seen stands in the address once it rests, takes no step of its own, and comes back from it', async () => {
  history.replaceState(null, '', '#camera=4,0.25,0.75');
  const map = await mountLinked();
  await settle(map);
  expect(map.camera).toEqual({ zoom: 4, x: 0.25, y: 0.75 });
  const step = vi.spyOn(history, 'pushState');
  map.zoomBy(-1);
  await vi.waitFor(() => expect(location.hash).toBe('#camera=2%2C0.25%2C0.75'));
  expect(step).not.toHaveBeenCalled();
  step.mockRestore();
  map.fit();
  await vi.waitFor(() => expect(location.hash).toBe(''));
});

test('a township that is opened closely is looked at closely; a camera that is none is told', async () => {
  history.replaceState(null, '', '#within=1001&camera=2,0.5,0.25');
  const map = await mountLinked();
  await settle(map);
  expect(map.within).toBe('1001');
  expect(map.camera).toMatchObject({ zoom: 2 });
  history.replaceState(null, '', '#camera=2,0.5');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await settle(map);
  expect(map.camera.zoom).toBe(1);
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('hash-refused');
});

test('without the attribute the address stays as it is, and a map that leaves takes its hands off', async () => {
  const map = await mountLinked();
  map.hash = null;
  await settle(map);
  map.selected = '1001201';
  await settle(map);
  expect(location.hash).toBe('');
  map.hash = '';
  await settle(map);
  map.remove();
  await new Promise((resolve) => setTimeout(resolve));
  history.replaceState(null, '', '#selected=1002202');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  expect(map.selected).toBe('1001201');
});

test('a page with a base of its own keeps its path', async () => {
  const base = document.createElement('base');
  base.href = new URL('/somewhere/else/', location.href).href;
  document.head.append(base);
  onTestFinished(() => base.remove());
  const map = await mountLinked();
  map.selected = '1001201';
  await settle(map);
  expect(location.pathname + location.search).toBe(clean);
  expect(location.hash).toBe('#selected=1001201');
  map.asOf = '2020-12-31';
  await settle(map);
  expect(location.pathname + location.search).toBe(clean);
});

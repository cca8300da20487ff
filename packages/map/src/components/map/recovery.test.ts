import goodWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { afterEach, expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { configureMap } from '../../renderers/configure-map.js';
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

afterEach(() => configureMap({ workerUrl: goodWorker }));

const isBehind = (map: GuatuMap, layer: string): boolean => pick(map, layer).classList.contains('is-behind');

async function mountDrawn(): Promise<GuatuMap> {
  const draws = collect('guatu-draw');
  const map = await mount('guatu-map', { renderer: 'maplibre', board: await loadTinyBoard() });
  await vi.waitFor(() => expect(draws.map(({ renderer }) => renderer)).toContain('maplibre'), { timeout: 25_000 });
  await settle(map);
  return map;
}

test('a worker that cannot be loaded: the map says so, tells the page, and works on without it', async () => {
  const worker = `/${'a-long-way/'.repeat(12)}no-such-worker.mjs`;
  configureMap({ workerUrl: worker });
  const problems = collect('guatu-diagnostic');
  const selections = collect('guatu-area-select');
  const map = await mount('guatu-map', { renderer: 'maplibre', board: await loadTinyBoard() });
  await vi.waitFor(() => expect(problems.at(-1)?.diagnostics.map(({ code }) => code)).toContain('renderer-fallback'), {
    timeout: 20_000,
  });
  await settle(map);
  const fallback = problems.at(-1)?.diagnostics.find(({ code }) => code === 'renderer-fallback');
  for (const locale of ['zh', 'en'] as const) {
    const said = fallback && map.board.describe(fallback, locale);
    expect(said).toContain(`${location.origin}${worker}`);
    expect(said).toMatch(/configureMap\(\{ workerUrl \}\)$/);
  }
  expect(readText(map, '.message')).toContain('未用 WebGL');
  expect(isBehind(map, '#svg')).toBe(false);
  pick(map, 'path[data-code="1001201"]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(selections.map(({ code }) => code)).toEqual(['1001201']);
  await expectAccessible(map);
});

test('a lost WebGL context: the page’s own picture stands in until it is back', async () => {
  const map = await mountDrawn();
  expect(isBehind(map, '#svg')).toBe(true);
  const context = pick<HTMLCanvasElement>(map, '#maplibre canvas')
    .getContext('webgl2')
    ?.getExtension('WEBGL_lose_context');
  context?.loseContext();
  await vi.waitFor(() => expect(isBehind(map, '#svg')).toBe(false));
  // said at once, and no longer when it is back
  await vi.waitFor(() => expect(readText(map, '.message')).toContain('WebGL 中断'), { timeout: 2000 });
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('renderer-interrupted');
  expect(map.shadowRoot?.querySelectorAll('#svg path[data-code]')).toHaveLength(5);
  // what is chosen meanwhile is on both pictures
  map.selected = '1002201';
  await settle(map);
  expect(pick(map, '#svg').querySelectorAll('[data-layer=rings] path')).not.toHaveLength(0);
  context?.restoreContext();
  await vi.waitFor(() => expect(isBehind(map, '#svg')).toBe(true), { timeout: 15_000 });
  expect(isBehind(map, '#maplibre')).toBe(false);
  await settle(map);
  expect(map.shadowRoot?.querySelector('.message')).toBeNull();
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).not.toContain('renderer-interrupted');
});

test('a page without workers: the map says so within two seconds, and works on where it was', async () => {
  vi.stubGlobal('Worker', undefined);
  try {
    const board = await loadTinyBoard();
    const still = await mount('guatu-map', { renderer: 'svg', board });
    const place = pick(still, '#svg').getBoundingClientRect().top - still.getBoundingClientRect().top;
    const map = await mount('guatu-map', { renderer: 'maplibre', board });
    await vi.waitFor(() => expect(readText(map, '.message')).toContain('未用 WebGL'), { timeout: 2000 });
    expect(map.board.snapshot.diagnostics.find(({ code }) => code === 'renderer-fallback')?.message).toContain(
      'worker-missing',
    );
    expect(isBehind(map, '#svg')).toBe(false);
    // what is said of it moves no picture
    await settle(map);
    expect(pick(map, '#svg').getBoundingClientRect().top - map.getBoundingClientRect().top).toBe(place);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('moved in the document the map keeps its canvas, and goes on', async () => {
  const draws = collect('guatu-draw');
  const map = await mountDrawn();
  const canvas = pick(map, '#maplibre canvas');
  const other = document.createElement('div');
  map.parentElement?.append(other);
  other.append(map);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await settle(map);
  expect(pick(map, '#maplibre canvas')).toBe(canvas);
  map.within = '1001';
  await settle(map);
  expect(map.scene?.layout.areas).toHaveLength(3);
  expect(draws.filter(({ renderer }) => renderer === 'maplibre')).toHaveLength(1);
});

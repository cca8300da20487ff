import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { createBoard } from '../../internal/create-board.js';
import type * as loadOnce from '../../internal/load-once.js';
import { collect, loadTinyBoard, mount, pick, settle } from '../../internal/testing/mount.js';
import type { GuatuMap } from './map.js';

// a server that no longer has the parts of the script, as after a new version was put up
vi.mock('../../internal/load-once.js', async (importOriginal) => {
  const { LoadOnce } = await importOriginal<typeof loadOnce>();
  class Missing extends LoadOnce<unknown> {
    constructor() {
      super(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
    }
  }
  return { LoadOnce: Missing };
});

const unhandled: unknown[] = [];
const note = (event: PromiseRejectionEvent): void => {
  unhandled.push(event.reason);
};
beforeEach(() => window.addEventListener('unhandledrejection', note));
afterEach(() => window.removeEventListener('unhandledrejection', note));

const missing = (map: GuatuMap): readonly string[] =>
  map.board.snapshot.diagnostics.filter(({ code }) => code === 'script-missing').map(({ path }) => path);

test.each([
  { wish: 'hash', properties: { hash: '' } },
  { wish: 'basemap', properties: { basemap: { version: 8, sources: {}, layers: [] } } },
  { wish: 'print', properties: {} },
])('what $wish takes cannot be fetched: the map stands, and says so', async ({ wish, properties }) => {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(), ...properties });
  await vi.waitFor(() => expect(missing(map)).toContain(wish));
  await settle(map);
  expect(pick(map, '#svg').querySelectorAll('path[data-code]')).toHaveLength(5);
  // said once, and not asked for again by every update
  map.requestUpdate();
  await settle(map);
  expect(missing(map).filter((path) => path === wish)).toEqual([wish]);
  expect(unhandled).toEqual([]);
});

test('an export rejects with the reason, and its button says it over the picture', async () => {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(), exportable: true });
  await expect(map.exportSvg()).rejects.toThrow('Failed to fetch');
  pick(map, '[data-action=exportPng]').click();
  await vi.waitFor(() => expect(pick(map, '.message').textContent).toContain('Failed to fetch'));
  expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('export-failed');
  expect(unhandled).toEqual([]);
});

test('without what draws by WebGL the map falls back, once', async () => {
  const problems = collect('guatu-diagnostic');
  const map = await mount('guatu-map', { renderer: 'maplibre', board: await loadTinyBoard() });
  await vi.waitFor(() => expect(map.board.snapshot.diagnostics.map(({ code }) => code)).toContain('renderer-fallback'));
  await settle(map);
  expect(problems).toHaveLength(1);
  expect(pick(map, '#svg').classList.contains('is-behind')).toBe(false);
  expect(unhandled).toEqual([]);
});

test('an archive that nothing can read is not said to be broken', async () => {
  const board = createBoard();
  const { diagnostics } = await board.load({
    areas: { name: 'areas.csv', text: 'code,name,level,parent\n1,甲县,county,\n' },
    boundaries: 'areas.pmtiles',
  });
  expect(diagnostics.filter(({ path }) => path === 'areas.pmtiles').map(({ code }) => code)).toEqual([
    'script-missing',
  ]);
});

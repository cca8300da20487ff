// maplibre comes when a reader wants what only it does well, and for nothing else.
import { expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { createBoard } from '../../internal/create-board.js';
import { interceptContexts } from '../../renderers/maplibre/testing/intercept-contexts.js';
import { collect, loadTinyBoard, mount, pick, settle } from '../../internal/testing/mount.js';
import { tinySources } from '../../internal/testing/tiny-county.js';
import type { GuatuMap } from './map.js';

/** Contexts of WebGL that were asked for, each with whether a complete picture had been told by then. */
function watchContexts(): boolean[] {
  const asked: boolean[] = [];
  const draws = collect('guatu-draw');
  interceptContexts(({ kind, ask }) => {
    if (kind === 'webgl2') asked.push(draws.length > 0);
    return ask();
  });
  onTestFinished(() => void vi.restoreAllMocks());
  return asked;
}

const isTaken = (map: GuatuMap): boolean => pick(map, '#svg').classList.contains('is-behind');

async function waitUntilTaken(map: GuatuMap): Promise<void> {
  await vi.waitFor(() => expect(isTaken(map)).toBe(true), { timeout: 25_000 });
}

function turnWheel(map: GuatuMap): void {
  const svg = pick(map, '#svg svg');
  const { left, top, width, height } = svg.getBoundingClientRect();
  svg.dispatchEvent(
    new WheelEvent('wheel', {
      ctrlKey: true,
      deltaY: -40,
      clientX: left + width / 4,
      clientY: top + height / 4,
      bubbles: true,
      cancelable: true,
    }),
  );
}

test('looking, pointing, other targets and dates want nothing of WebGL', async () => {
  const asked = watchContexts();
  const map = await mount('guatu-map', { board: await loadTinyBoard() });
  for (const change of [
    { target: null },
    { asOf: '2020-12-31' },
    { pointed: '1001201' },
    { selected: '1001201' },
    { view: 'lights' },
  ] as const) {
    map.board.request(change);
    await settle(map);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked).toEqual([]);
  expect(isTaken(map)).toBe(false);
});

test('the gesture that asks for it is answered at once, and where it led maplibre takes over', async () => {
  const map = await mount('guatu-map', { board: await loadTinyBoard() });
  turnWheel(map);
  const { camera } = map;
  expect(camera.zoom).toBeCloseTo(2 ** 0.4, 3);
  expect(camera.x).toBeLessThan(0.5);
  await waitUntilTaken(map);
  expect(map.camera.zoom).toBeCloseTo(camera.zoom, 2);
  expect(map.camera.x).toBeCloseTo(camera.x, 2);
  expect(map.camera.y).toBeCloseTo(camera.y, 2);
});

test('a hand that drags keeps what it holds until it lets go', async () => {
  const map = await mount('guatu-map', { board: await loadTinyBoard() });
  turnWheel(map);
  const svg = pick(map, '#svg svg');
  const press = (type: string, x: number): boolean =>
    svg.dispatchEvent(
      new PointerEvent(type, { button: 0, clientX: x, clientY: 100, bubbles: true, pointerType: 'mouse' }),
    );
  press('pointerdown', 100);
  await vi.waitFor(() => expect(pick(map, '#maplibre').querySelector('canvas')).not.toBeNull(), { timeout: 25_000 });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(isTaken(map)).toBe(false);
  press('pointerup', 100);
  await waitUntilTaken(map);
});

test('one that is zoomed from the beginning asks for WebGL only after its first picture', async () => {
  const asked = watchContexts();
  const board = createBoard({ target: 'income-5' });
  const map = await mount('guatu-map', { board, camera: { zoom: 2, x: 0.5, y: 0.25 } });
  await board.load(tinySources());
  await waitUntilTaken(map);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).not.toContain(false);
});

import { expect, test } from 'vitest';
import '../define/guatu-map.js';
import '../define/guatu-timeline.js';
import { createBoard } from './create-board.js';
import { mount, settle } from './testing/mount.js';
import { VERSION } from './version.js';
import manifest from '../../package.json' with { type: 'json' };

test('the version is the package’s', () => {
  expect(VERSION).toBe(manifest.version);
});

test('an element finds the map it names, else the one around it, else the first beside it', async () => {
  const beside = await mount('guatu-map', { id: 'beside' });
  const around = await mount('guatu-map', { id: 'around' });
  const timeline = document.createElement('guatu-timeline');
  document.body.append(timeline);
  await settle(timeline);
  expect(timeline.board).toBe(beside.board);
  around.append(timeline);
  await settle(timeline);
  expect(timeline.board).toBe(around.board);
  timeline.for = 'beside';
  await settle(timeline);
  expect(timeline.board).toBe(beside.board);
  timeline.for = 'nobody';
  await settle(timeline);
  expect(timeline.board).toBeNull();
});

test('an element waits for its map, and follows it to another board', async () => {
  const timeline = await mount('guatu-timeline', { for: 'later' });
  expect(timeline.board).toBeNull();
  const map = await mount('guatu-map', { id: 'later' });
  await settle(timeline);
  expect(timeline.board).toBe(map.board);
  const other = createBoard();
  map.board = other;
  expect(timeline.board).toBe(other);
  const own = createBoard();
  timeline.board = own;
  expect(timeline.board).toBe(own);
  timeline.board = null;
  expect(timeline.board).toBe(other);
});

import { Board } from '@guatu/map';
import { afterEach, expect, test, vi } from 'vitest';
import { openChannel } from './parent-channel.js';

afterEach(() => vi.unstubAllGlobals());

test('an area chosen while figures are still read is told with its name', async () => {
  vi.stubGlobal('window', { addEventListener: () => undefined });
  const heard: unknown[] = [];
  const board = new Board({ fetchText: () => new Promise(() => undefined) });
  openChannel({
    board,
    origin: 'https://county.example',
    parent: { postMessage: (message: unknown) => heard.push(message) },
  });
  const areas =
    'code,name,level,parent,kind\nC,甲县,county,,\nT,乙乡,township,C,township\nV,丙村,village,T,villagers-committee\n';
  void board.load({ plan: 'plan.json', areas: { name: 'areas.csv', text: areas }, observations: 'observations.csv' });
  await vi.waitFor(() => expect(board.snapshot.roster).not.toBeNull());
  expect(board.snapshot.dataset).toBeNull();
  board.request({ selected: 'V' });
  expect(heard).toContainEqual({ guatu: 1, type: 'select', code: 'V', name: '丙村' });
});

// Twelve maps of one plan on a page: what each of them reads and evaluates is read and evaluated once.
import { beforeEach, expect, test, vi } from 'vitest';
import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import { shareReading } from '../internal/share-files.js';
import { tinySources } from '../internal/testing/tiny-county.js';
import { Board } from './board-store.js';

vi.mock('@guatu/core', { spy: true });

const counts = (): readonly number[] =>
  [parsePlan, parseAreas, readDataset, evaluate].map((one) => vi.mocked(one).mock.calls.length);

beforeEach(() => void vi.clearAllMocks());

/** Texts of a test of its own: what another test read a moment ago is still there. */
async function loadTwelve(name: string): Promise<readonly Board[]> {
  const { plan, ...files } = tinySources();
  const sources = { ...files, plan: { name, text: JSON.stringify((plan as { readonly data: unknown }).data) } };
  const boards = Array.from({ length: 12 }, () => new Board({ share: shareReading }));
  await Promise.all(boards.map((board) => board.load(sources)));
  return boards;
}

test('twelve boards of the same texts are one plan, one roster, one dataset and one evaluation of a date', async () => {
  const boards = await loadTwelve('first.json');
  const targets = ['income-5', 'vegetable-area', 'garden-villages'];
  for (const [index, board] of boards.entries()) board.request({ target: targets[index % 3] ?? null });
  expect(new Set(boards.map(({ snapshot }) => snapshot.evaluation)).size).toBe(1);
  for (const { snapshot } of boards) expect(snapshot.painting?.legend.total).toBeGreaterThan(0);
  expect(counts()).toEqual([1, 1, 1, 1]);
  // moved in time together
  for (const board of boards) board.request({ asOf: '2020-12-31' });
  expect(new Set(boards.map(({ snapshot }) => snapshot.evaluation)).size).toBe(1);
  expect(counts()).toEqual([1, 1, 1, 2]);
});

test('what one of them chooses is its own, and another date is another evaluation', async () => {
  const [one, two, three] = await loadTwelve('second.json');
  two?.request({ asOf: '2020-12-31', target: 'vegetable-area' });
  const evaluations = [one, two, three].map((board) => board?.snapshot.evaluation);
  expect(evaluations[0]).toBe(evaluations[2]);
  expect(evaluations.map((one) => one?.asOf)).toEqual(['2021-12-31', '2020-12-31', '2021-12-31']);
  expect(two?.snapshot.state.target).toBe('vegetable-area');
  expect(one?.snapshot.state.target).toBeNull();
  expect(counts()[3]).toBe(2);
});

test('boards that share nothing evaluate each for itself', async () => {
  const boards = [new Board(), new Board()];
  await Promise.all(boards.map((board) => board.load(tinySources())));
  const [one, two] = boards.map(({ snapshot }) => snapshot.evaluation);
  expect(one).not.toBe(two);
});

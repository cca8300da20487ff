import { expect, test, vi } from 'vitest';
import type { Mock } from 'vitest';
import { Board } from '../board/board-store.js';
import { describeFault } from '../board/findings.js';
import { LoadOnce } from './load-once.js';

type Fetch = () => Promise<{ readonly name: string }>;

/** A fetch that fails as often as said, and then brings a part. */
function failing(times: number): Mock<Fetch> {
  const fetch = vi.fn<Fetch>(() => Promise.resolve({ name: 'part' }));
  for (let left = times; left > 0; left -= 1)
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  return fetch;
}

test('what is wished for several times is fetched once, however soon the wishes come', async () => {
  const fetch = failing(0);
  const code = new LoadOnce(fetch);
  expect(code.part).toBeNull();
  const answers = await Promise.all([code.load(), code.load()]);
  await code.load();
  expect(answers).toEqual([{ part: { name: 'part' } }, { part: { name: 'part' } }]);
  expect(code.part).toEqual({ name: 'part' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a failure is an answer, said once to all who wait; the next wish fetches again', async () => {
  const fetch = failing(1);
  const code = new LoadOnce(fetch);
  const failed = { reason: 'Failed to fetch dynamically imported module' };
  expect(await Promise.all([code.load(), code.load()])).toEqual([failed, failed]);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(code.part).toBeNull();
  expect(await code.load()).toEqual({ part: { name: 'part' } });
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('a caller that answers for the failure gets an error that a finding is made from', async () => {
  const code = new LoadOnce(failing(1));
  const error: unknown = await code.loadOrThrow().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(describeFault('areas.pmtiles', error)).toMatchObject({
    code: 'script-missing',
    path: 'areas.pmtiles',
    params: { reason: 'Failed to fetch dynamically imported module' },
  });
  expect(await code.loadOrThrow()).toEqual({ name: 'part' });
});

test('a board is told what is missing and why, in both languages, until it is there', async () => {
  const board = new Board();
  const code = new LoadOnce(failing(2));
  expect(await code.loadFor(board, 'hash')).toBeNull();
  expect(await code.loadFor(board, 'hash')).toBeNull();
  const [finding, ...others] = board.snapshot.diagnostics;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: 'script-missing', severity: 'error', path: 'hash' });
  expect(finding && board.describe(finding, 'en')).toBe(
    'hash: a part of the script could not be fetched: Failed to fetch dynamically imported module; check the network, and load the page again',
  );
  expect(finding && board.describe(finding, 'zh')).toBe(
    'hash：有一部分程序没有取到：Failed to fetch dynamically imported module。请检查网络，再重新载入网页',
  );
  expect(await code.loadFor(board, 'hash')).toEqual({ name: 'part' });
  expect(board.snapshot.diagnostics).toEqual([]);
});

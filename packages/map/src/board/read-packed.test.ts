import { gzipSync } from 'node:zlib';
import { parsePlan, readDataset } from '@guatu/core';
import type { DatasetFiles } from '@guatu/core';
import { packBoard } from '@guatu/core/board-file';
import { describe, expect, test } from 'vitest';
import { shareReading } from '../internal/share-files.js';
import { tinyPlan, tinySources } from '../internal/testing/tiny-county.js';
import { Board } from './board-store.js';
import type { FetchBytes } from './load-files.js';

const { plan } = parsePlan(tinyPlan);
if (!plan) throw new Error('the plan of the tests was refused');
const dataset = readDataset(plan, tinySources() as DatasetFiles);
const { buffer: bytes } = packBoard({ plan, dataset });

const served =
  (answer: Awaited<ReturnType<FetchBytes>>, asked: string[] = []): FetchBytes =>
  (url) => {
    asked.push(url);
    return Promise.resolve(answer);
  };

/** What a board shows, as far as it can be written down. */
function tell({ snapshot }: Board): unknown {
  const { status, plan: own, roster, dataset, evaluation, diagnostics: found, state } = snapshot;
  const rows = roster?.areas.map((_, row) => row) ?? [];
  const answers = rows.map((row) => evaluation?.target('income-5').explain(row));
  return { status, own, areas: roster?.areas, counts: [...(dataset?.rowCounts ?? [])], found, state, answers };
}

async function loadTexts(): Promise<Board> {
  const board = new Board({ state: { target: 'income-5' } });
  await board.load(tinySources());
  return board;
}

describe('a board file', () => {
  test('shows what its texts show, from an address or from memory, packed or not', async () => {
    const texts = tell(await loadTexts());
    const asked: string[] = [];
    for (const src of ['data/board.guatu', { bytes }, { bytes: gzipSync(Buffer.from(bytes)) }] as const) {
      const board = new Board({ fetchBytes: served({ bytes }, asked), state: { target: 'income-5' } });
      await board.load({ src });
      expect(tell(board)).toEqual(texts);
    }
    expect(asked).toEqual(['data/board.guatu']);
  });

  test('is there all at once: there is no outline to wait with', async () => {
    const board = new Board();
    const seen: string[] = [];
    board.subscribe(({ status, roster }) => seen.push(`${status} ${roster?.areas.length ?? 0}`));
    await board.load({ src: { bytes } });
    expect(seen).toEqual(['loading 0', 'ready 9']);
  });

  test('is opened once by boards that fetched the same bytes', async () => {
    const boards = [1, 2].map(() => new Board({ fetchBytes: served({ bytes }), share: shareReading }));
    await Promise.all(boards.map((board) => board.load({ src: 'board.guatu' })));
    expect(boards[0]?.snapshot.dataset).not.toBeNull();
    expect(boards[0]?.snapshot.dataset).toBe(boards[1]?.snapshot.dataset);
  });

  test('stands in place of the texts that are given beside it, which are told and not fetched', async () => {
    const fetched: string[] = [];
    const board = new Board({
      fetchText: (url) => {
        fetched.push(url);
        return Promise.resolve({ text: '' });
      },
    });
    await board.load({ src: { bytes }, plan: 'plan.json', areas: 'areas.csv', events: 'events.csv' });
    expect(fetched).toEqual([]);
    expect(board.snapshot.status).toBe('ready');
    expect(board.snapshot.diagnostics.map(({ message }) => message)).toEqual([
      'board.guatu: a board file was given, which has a plan, a roster and all reports of its own; plan, areas, events not read',
    ]);
  });

  test.each([
    ['damaged', { bytes: bytes.slice(0, 100) }, 'board-file-cut'],
    ['a web page', { bytes: new TextEncoder().encode('<!doctype html>').buffer }, 'board-file-other'],
    ['not there', { finding: 'source-status', reason: '404 Not Found' }, 'source-status'],
    ['out of reach', { finding: 'source-network', reason: 'offline' }, 'source-network'],
  ] as const)('that is %s is told, and nothing else is said to be missing', async (_, answer, code) => {
    const board = new Board({ fetchBytes: served(answer) });
    await board.load({ src: 'data/board.guatu' });
    expect(board.snapshot.status).toBe('failed');
    expect(board.snapshot.diagnostics.map((finding) => [finding.code, finding.path])).toEqual([[code, 'board.guatu']]);
    for (const locale of ['zh', 'en'] as const)
      expect(board.describe(board.snapshot.diagnostics[0] as never, locale)).toMatch(/^board\.guatu[:：] ?\S/);
  });

  test('leaves what stands where the network brings it no longer', async () => {
    let answer: Awaited<ReturnType<FetchBytes>> = { bytes };
    const board = new Board({ fetchBytes: () => Promise.resolve(answer) });
    await board.load({ src: 'board.guatu' });
    answer = { finding: 'source-network', reason: 'offline' };
    await board.load({ src: 'board.guatu' });
    expect(board.snapshot.status).toBe('ready');
    expect(board.snapshot.diagnostics.map(({ code }) => code)).toEqual(['source-network', 'board-kept']);
  });

  test('of any other form is told, and nothing throws', async () => {
    for (const src of [{ bytes: 'board' }, {}, null, { bytes: null }] as never[]) {
      const board = new Board();
      await board.load({ src });
      expect(board.snapshot.diagnostics.map(({ code }) => code)).toEqual(['source-bytes']);
    }
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createObservations } from '../observation/create-observations.js';
import { createDataset } from '../observation/create-dataset.js';
import { readRows, smallPlan } from '../observation/testing/small-county.js';
import { checksumOf } from './checksum.js';
import { readNumbers } from './column-reader.js';
import { openBoard } from './open-board.js';
import { packBoard } from './pack-board.js';
import { rewriteBoard, sealBoard, writeBoard } from './testing/rewrite-board.js';

const dataset = readRows([
  'land,V1,2020,0.38',
  'land,V2,2020,缺',
  'land,V3,2020,0',
  'land,V3,2020,x',
  'toilets,V1,2020,,3,4',
]);
const bytes = packBoard({ plan: smallPlan, dataset });

const codesOf = async (file: Uint8Array): Promise<readonly string[]> =>
  (await openBoard(file)).diagnostics.map(({ code }) => code);

describe('a board file', () => {
  test('begins with its signature, format 1, its length and the checksum of what follows', () => {
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, ...Buffer.from('GUATU'), 0x0d, 0x0a]);
    expect([bytes[8], bytes[9], bytes[10], bytes[11]]).toEqual([1, 0, 0, 0]);
    expect(view.getUint32(12, true)).toBe(bytes.length);
    expect(view.getUint32(16, true)).toBe(checksumOf(bytes.subarray(20)));
    expect(view.getUint32(20, true) % 8).toBe(0);
  });

  // the check value every description of CRC-32 gives
  test('has the checksum of gzip', () => {
    expect(checksumOf(new TextEncoder().encode('123456789'))).toBe(0xcb_f4_39_26);
  });

  // 0.38 万亩 are 3,800 亩, 3,800 × 2,000 ÷ 3 m²: in thirds of a square metre 7,600,000
  test('has figures in integers, what was written, and where', () => {
    const end = 24 + new DataView(bytes.buffer).getUint32(20, true);
    const { tables } = JSON.parse(new TextDecoder().decode(bytes.subarray(24, end))) as {
      readonly tables: Readonly<Record<string, { readonly rows: number; readonly columns: Columns }>>;
    };
    type Columns = Readonly<Record<string, { readonly type?: string; readonly at: number; readonly values?: unknown }>>;
    const { reports, figures } = tables as Required<typeof tables>;
    expect(reports?.rows).toBe(4);
    expect(reports?.columns['file']?.values).toEqual(['observations.csv']);
    // 0.38, a blank, 0, and 3 of 4: values of a column with as many as rows are not numbered
    expect(figures?.columns['value']?.values).toEqual(['0.38', '缺', '0', '']);
    expect(figures?.columns['mantissa']?.type).toBe('u32');
    const at = end + (figures?.columns['mantissa']?.at ?? 0);
    expect([0, 4, 8, 12].map((row) => new DataView(bytes.buffer).getUint32(at + row, true))).toEqual([
      7_600_000, 0, 0, 3,
    ]);
  });

  test('opens as it is, packed, and as whatever view of bytes it comes', async () => {
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    for (const file of [bytes, bytes.buffer, gzipSync(bytes), padded.subarray(3), new DataView(bytes.buffer)]) {
      const { plan, dataset: opened } = await openBoard(file);
      expect(plan).toEqual(smallPlan);
      expect(opened?.diagnostics).toEqual(dataset.diagnostics);
      expect(opened?.observations.reports.at(1)).toMatchObject({ value: '缺', place: 'observations.csv:3' });
    }
  });

  test('a blank is missing and 0 is 0', async () => {
    const { dataset: opened } = await openBoard(bytes);
    const [cells] = opened?.observations.column('land')?.cells ?? [];
    const rows = ['V1', 'V2', 'V3'].map((code) => opened?.roster.indexOf(code) ?? -1);
    expect(rows.map((row) => cells?.values[row])).toEqual([7_600_000, Number.NaN, 0]);
    expect(rows.map((row) => cells?.status[row])).toEqual([1, 0, 1]);
  });

  test('does not change with the bytes it was opened from', async () => {
    const own = bytes.slice();
    const { dataset: opened } = await openBoard(own);
    own.fill(0);
    expect(packBoard({ plan: smallPlan, dataset: opened as typeof dataset })).toEqual(bytes);
  });
});

describe('what is no board is told', () => {
  const grown = (file: Uint8Array) => rewriteBoard(file, { columns: () => new Uint8Array(4_000_000) });
  const header = (change: (header: Record<string, unknown>) => void) =>
    rewriteBoard(bytes, {
      header: (own) => {
        change(own as Record<string, unknown>);
        return own;
      },
    });
  const tables = (table: string, change: (table: { rows: unknown; columns: Record<string, unknown> }) => void) =>
    header((own) => change((own as { tables: Record<string, never> }).tables[table] as never));
  const newer = bytes.slice();
  newer[8] = 2;
  const damaged = bytes.slice();
  damaged[bytes.length - 1] = (damaged[bytes.length - 1] as number) ^ 1;

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'board-file-other'],
    ['a text', new TextEncoder().encode('indicator,area,period\n'), 'board-file-other'],
    ['a page', new TextEncoder().encode('<!doctype html>'), 'board-file-other'],
    ['a signature alone', bytes.subarray(0, 8), 'board-file-cut'],
    ['a newer format', newer, 'board-file-version'],
    ['half of it', bytes.subarray(0, bytes.length >> 1), 'board-file-cut'],
    ['more than all of it', Buffer.concat([bytes, bytes]), 'board-file-cut'],
    ['a changed bit', damaged, 'board-file-damaged'],
    ['half of it, packed', gzipSync(bytes).subarray(0, 200), 'board-file-unpack'],
    ['packed twice', gzipSync(gzipSync(bytes)), 'board-file-other'],
    ['what unpacks without end', gzipSync(grown(bytes)), 'board-file-grows'],
    ['a header that is no JSON', writeBoard(bytes, '{"plan":', new Uint8Array()), 'board-file-content'],
    ['a header of another kind', writeBoard(bytes, '[1]', new Uint8Array()), 'board-file-content'],
    ['a header beyond the end', sealBoard(bytes.slice(), 2 ** 32 - 8), 'board-file-content'],
    ['a deep header', writeBoard(bytes, '['.repeat(1_000_000), new Uint8Array()), 'board-file-content'],
    [
      'a deep plan',
      header((own) => (own['plan'] = JSON.parse('['.repeat(500) + ']'.repeat(500)))),
      'board-file-content',
    ],
    ['no plan', header((own) => (own['plan'] = null)), 'board-file-content'],
    ['a plan with more in it', header((own) => (own['plan'] = { ...smallPlan, other: 1 })), 'board-file-content'],
    ['more rows than bytes', tables('reports', (table) => (table.rows = 2 ** 53 - 1)), 'board-file-content'],
    ['rows below none', tables('reports', (table) => (table.rows = -1)), 'board-file-content'],
    ['half a row', tables('events', (table) => (table.rows = 0.5)), 'board-file-content'],
    ['no such column', tables('reports', (table) => delete table.columns['area']), 'board-file-content'],
    [
      'a column beyond the end',
      tables('reports', (t) => (t.columns['area'] = { type: 'u8', at: 8e9 })),
      'board-file-content',
    ],
    [
      'a column of no type',
      tables('reports', (t) => (t.columns['area'] = { type: 'u64', at: 0 })),
      'board-file-content',
    ],
    [
      'a column out of line',
      tables('reports', (t) => (t.columns['area'] = { type: 'u8', at: 1 })),
      'board-file-content',
    ],
    [
      'a name of all objects',
      tables('reports', (t) => (t.columns['area'] = { type: 'constructor', at: 0 })),
      'board-file-content',
    ],
    ['a dictionary of numbers', tables('areas', (t) => (t.columns['name'] = { values: [1] })), 'board-file-content'],
    ['two areas of one code', tables('areas', (t) => (t.columns['code'] = { values: ['C'] })), 'board-file-content'],
    [
      'a date that is none',
      tables('areas', (t) => (t.columns['validTo'] = { values: ['2021-02-30'] })),
      'board-file-content',
    ],
    [
      'a level that is none',
      tables('areas', (t) => (t.columns['level'] = { values: ['planet'] })),
      'board-file-content',
    ],
    ['accounts that are none', header((own) => (own['rowCounts'] = [{ file: 'a', rows: -1 }])), 'board-file-content'],
    ['a refused row there is not', header((own) => (own['refusedReports'] = [99])), 'board-file-content'],
    ['findings that are none', header((own) => (own['diagnostics'] = [{ code: 1 }])), 'board-file-content'],
  ])('%s', async (_, file, code) => {
    expect(await codesOf(file)).toEqual([code]);
  });

  test('in a sentence, under the name of the file', async () => {
    const { diagnostics, plan } = await openBoard(damaged, { source: 'county.guatu' });
    expect(plan).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(/^county\.guatu: damaged: /);
  });

  test('a browser that cannot unpack is, and opens what its server unpacked', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await codesOf(gzipSync(bytes))).toEqual(['board-file-no-gzip']);
    expect(await codesOf(bytes)).toEqual([]);
  });

  test('the caller who gives no bytes is', async () => {
    await expect(openBoard('board.guatu' as never)).rejects.toThrow('openBoard: expected an ArrayBuffer');
  });
});

// 0x0102 is 258: the file has 02 01; a machine with the most significant byte first reads 01 02 as that
test('numbers are turned around where the machine has its bytes the other way', () => {
  const place = { type: 'u16', at: 0, rows: 2 } as const;
  expect([...readNumbers(Uint8Array.of(2, 1, 255, 0), place)]).toEqual([258, 255]);
  // turned around, and then read by this machine, which has the least significant byte first
  expect([...readNumbers(Uint8Array.of(1, 2, 0, 255), place, false)]).toEqual([258, 255]);
});

describe('packBoard', () => {
  test('takes what readDataset answers, for the plan it was read against', () => {
    const { observations } = createObservations({ plan: smallPlan, roster: dataset.roster, columns: [] });
    expect(() => packBoard({ plan: smallPlan, dataset: {} as never })).toThrow('packBoard: expected a dataset');
    expect(() => packBoard({ plan: '{}' as never, dataset })).toThrow('packBoard: expected a plan');
    expect(() => packBoard({ plan: { ...smallPlan, indicators: [] }, dataset })).toThrow('against another plan');
    const values = new Float64Array(dataset.roster.areas.length).fill(1);
    const columns = [{ indicator: 'land', period: '2020', values }];
    const blocks = createObservations({ plan: smallPlan, roster: dataset.roster, columns });
    const made = createDataset({ roster: dataset.roster, observations: blocks.observations });
    expect(() => packBoard({ plan: smallPlan, dataset: made })).toThrow('packBoard: expected a dataset');
    expect(
      packBoard({ plan: smallPlan, dataset: createDataset({ roster: dataset.roster, observations }) }),
    ).toBeInstanceOf(Uint8Array);
  });
});

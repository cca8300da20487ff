import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fixture, makeFolder, runCli } from '../testing/run-cli.js';

const county = fixture('yongchang');
const plan = join(county, 'plan.json');

/** A case with a warning, a refused row and a blank. */
const small = fixture('cases/missing/five-ways-to-say-missing');

async function pack(folder: string, ...more: readonly string[]): Promise<string> {
  const file = join(makeFolder({}), 'board.guatu');
  const { status, stderr } = await runCli('pack', join(folder, 'plan.json'), '--data', folder, '-o', file, ...more);
  expect([status, stderr.replace(/^.*board\.guatu: [\d.]+ kB\n/, '')]).toEqual([0, '']);
  return file;
}

describe('pack', () => {
  test('the county in less than 100 kB, packed by gzip, the same each time', async () => {
    const [first, second] = [await pack(county), await pack(county)];
    expect(statSync(first).size).toBeLessThan(100_000);
    expect(readFileSync(first).subarray(0, 2).toString('hex')).toBe('1f8b');
    expect(gunzipSync(readFileSync(first)).toString('latin1', 1, 6)).toBe('GUATU');
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });

  test('what is evaluated, checked and drawn of it is the same, byte for byte', async () => {
    const file = await pack(county);
    const [asOf, data] = [
      ['--as-of', '2021-12-31'],
      ['--data', county],
    ] as const;
    const few = ['--target', 'collective-income-5-2022', '--level', 'township'];
    for (const rest of [
      ['--format', 'csv'],
      ['--format', 'csv', '--explain', ...few],
      ['--format', 'json', ...few],
    ]) {
      const packed = await runCli('evaluate', file, ...asOf, ...rest);
      expect(packed.stdout).not.toBe('');
      expect(packed).toEqual(await runCli('evaluate', plan, ...data, ...asOf, ...rest));
    }
    expect(await runCli('check', file)).toEqual(await runCli('check', plan, ...data));
    const drawn = ['--target', 'collective-income-5-2022', ...asOf];
    expect(await runCli('draw', file, ...drawn)).toEqual(await runCli('draw', plan, ...data, ...drawn));
  });

  test('findings are told, before and after', async () => {
    const folder = makeFolder({
      'plan.json': readFileSync(join(small, 'plan.json'), 'utf8'),
      'areas.csv': readFileSync(join(small, 'areas.csv'), 'utf8'),
      'observations.csv': 'indicator,area,period,value\nno-such,C,2020,1\n',
      '2023.csv': '',
    });
    const file = join(folder, 'board.guatu');
    const packed = await runCli('pack', join(folder, 'plan.json'), '--data', folder, '-o', file);
    expect(packed.status).toBe(0);
    expect(packed.stderr).toContain('2023.csv');
    expect(packed.stderr).toContain('1 error');
    const { status, stdout } = await runCli('check', file);
    expect(status).toBe(1);
    expect(stdout).toContain('observations.csv:2 indicator: ');
    expect(stdout).toMatch(/observations\.csv +1 +0 +0 +0 +1/);
  });

  test('a plan that is none is not packed', async () => {
    const folder = makeFolder({ 'plan.json': '{', 'areas.csv': 'code,name,level,parent\n' });
    const file = join(folder, 'board.guatu');
    const { status, stderr } = await runCli('pack', join(folder, 'plan.json'), '--data', folder, '-o', file);
    expect([status, existsSync(file)]).toEqual([1, false]);
    expect(stderr).toContain('plan.json: no valid JSON');
  });
});

describe('a board file', () => {
  test('that is damaged, cut, or none ends with 1 and a sentence', async () => {
    const folder = makeFolder({ 'none.guatu': 'indicator,area\n' });
    const file = await pack(small);
    const bytes = readFileSync(file);
    writeFileSync(join(folder, 'cut.guatu'), bytes.subarray(0, bytes.length >> 1));
    const raw = gunzipSync(bytes);
    raw[raw.length - 1] = (raw[raw.length - 1] as number) ^ 1;
    writeFileSync(join(folder, 'damaged.board'), raw);
    const check = async (name: string): Promise<unknown> => {
      const { status, stdout } = await runCli('check', join(folder, name));
      return [status, stdout.split('\n')[0]];
    };
    expect(await check('none.guatu')).toEqual([
      1,
      'error  none.guatu: no board file as guatu pack writes it; not opened',
    ]);
    expect(await check('cut.guatu')).toEqual([1, expect.stringMatching(/^error {2}cut\.guatu: cannot be unpacked: /)]);
    expect(await check('damaged.board')).toEqual([1, expect.stringMatching(/^error {2}damaged\.board: damaged: /)]);
    expect((await runCli('evaluate', join(folder, 'none.guatu'), '--as-of', '2020-12-31')).status).toBe(1);
  });

  test('has its data in it', async () => {
    const file = await pack(small);
    const { status, stderr } = await runCli('check', file, '--data', small);
    expect(status).toBe(2);
    expect(stderr).toContain('leave --areas and --data out');
  });

  test('needs a place to go, which is none of its inputs', async () => {
    expect((await runCli('pack', plan, '--data', county)).stderr).toContain(
      'where to write is missing: -o board.guatu',
    );
    const folder = makeFolder({
      'plan.json': readFileSync(join(small, 'plan.json'), 'utf8'),
      'areas.csv': readFileSync(join(small, 'areas.csv'), 'utf8'),
    });
    const own = join(folder, 'plan.json');
    const { status, stderr } = await runCli('pack', own, '--data', folder, '-o', own);
    expect(status).toBe(2);
    expect(stderr).toContain('is an input file');
  });
});

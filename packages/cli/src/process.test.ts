import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixture, withoutProgress } from './testing/run-cli.js';

// The command as a process: its status, its streams, and readers that leave early.

const source = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'guatu-process-'));
const program = join(folder, 'guatu.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [source('cli/src/index.ts')],
    outfile: join(folder, 'cli.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    alias: {
      '@guatu/core/board-file': source('core/src/board-file.ts'),
      '@guatu/core/calendar': source('core/src/calendar.ts'),
      '@guatu/core/names': source('core/src/names.ts'),
      '@guatu/core/words': source('core/src/words.ts'),
      '@guatu/core': source('core/src/index.ts'),
      '@guatu/map/geometry': source('map/src/geometry/index.ts'),
      '@guatu/map/scene': source('map/src/scene/index.ts'),
      '@guatu/map/svg': source('map/src/renderers/svg/index.ts'),
    },
  });
  // what bin/guatu.js does with the built file
  writeFileSync(program, "import { run } from './cli.mjs';\nprocess.exitCode = await run(process.argv.slice(2));\n");
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * @param most - stop reading after so many characters, as `head` does; -1: before the first.
 * @param into - a file instead of a pipe.
 */
function start(args: readonly string[], most = Number.POSITIVE_INFINITY, into?: string): Promise<Ended> {
  const out = into === undefined ? 'pipe' : openSync(into, 'w');
  const child = spawn(process.execPath, [program, ...args], {
    env: { LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', out, 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  if (most < 0) child.stdout?.destroy();
  else
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (stdout.length > most) child.stdout?.destroy();
    });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr: withoutProgress(stderr) })),
  );
}

/** Runs with a standard error that is closed, and an answer that is read or not, as in `2>&1 | head`. @returns the status */
function startUnheard(
  args: readonly string[],
  { hearsAnswer }: { readonly hearsAnswer: boolean },
): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.destroy();
  if (hearsAnswer) child.stdout.resume();
  else child.stdout.destroy();
  return new Promise((resolve) => child.on('close', resolve));
}

const yongchang = [fixture('yongchang/plan.json'), '--data', fixture('yongchang')];

describe('guatu as a process', () => {
  test('a check without errors ends with 0, one with errors with 1', async () => {
    expect(await start(['check', ...yongchang])).toMatchObject({ status: 0, stderr: '' });
    const bad = fixture('cases/bad-input/not-a-number');
    const { status, stdout } = await start(['check', join(bad, 'plan.json'), '--data', bad]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error {2}observations\.csv:\d+/m);
  });

  test('a wrong command line ends with 2 and one line on standard error', async () => {
    const { status, stdout, stderr } = await start(['evaluate', 'plan.json', '--as-off', '2021-12-31']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('guatu: there is no option --as-off. did you mean --as-of?\n');
  });

  test('all of a large answer arrives', async () => {
    const { status, stdout } = await start(['evaluate', ...yongchang, '--as-of', '2021-12-31', '--format', 'json']);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    const { results } = JSON.parse(stdout) as { results: { target: string }[] };
    const { targets } = JSON.parse(readFileSync(fixture('yongchang/plan.json'), 'utf8')) as { targets: unknown[] };
    expect(new Set(results.map(({ target }) => target)).size).toBe(targets.length);
  });

  const atDay = ['--as-of', '2021-12-31'];
  const TALKATIVE: readonly (readonly string[])[] = [
    ['check', ...yongchang],
    ['evaluate', ...yongchang, ...atDay],
    ['evaluate', ...yongchang, ...atDay, '--explain'],
    ['evaluate', ...yongchang, ...atDay, '--format', 'csv'],
    ['evaluate', ...yongchang, ...atDay, '--format', 'json'],
    ['draw', ...yongchang, ...atDay],
    ['draw', '--help'],
  ];

  test.each(TALKATIVE.map((args) => [args.filter((arg) => !arg.startsWith('/')).join(' '), args] as const))(
    '%s: a reader that leaves at once ends with 2 and one sentence',
    async (_, args) => {
      const { status, stderr } = await start(args, -1);
      expect(status).toBe(2);
      expect(stderr).toBe('guatu: standard output: whoever read it has closed it; the rest was not written\n');
    },
  );

  test('a reader that leaves in the middle ends with 2 and one sentence', async () => {
    const args = ['evaluate', ...yongchang, ...atDay, '--format', 'csv'];
    expect(await start(args, 1000)).toMatchObject({
      status: 2,
      stderr: 'guatu: standard output: whoever read it has closed it; the rest was not written\n',
    });
  });

  test('where nobody reads remarks either, the status says it', async () => {
    expect(await startUnheard(['evaluate', ...yongchang, ...atDay], { hearsAnswer: false })).toBe(2);
    expect(await startUnheard(['evaluate', 'missing.json', ...atDay], { hearsAnswer: false })).toBe(2);
    // remarks alone are lost: the answer is whole
    expect(await startUnheard(['evaluate', ...yongchang, ...atDay], { hearsAnswer: true })).toBe(0);
    expect(await startUnheard(['draw', ...yongchang], { hearsAnswer: true })).toBe(0);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk ends with 2 and a sentence', async () => {
    for (const args of [
      ['check', ...yongchang],
      ['evaluate', ...yongchang, '--as-of', '2021-12-31'],
      ['draw', '--help'],
    ]) {
      expect(await start(args, undefined, '/dev/full')).toMatchObject({
        status: 2,
        stderr: 'guatu: standard output: the disk is full\n',
      });
    }
  });

  describe('what is written to a file', () => {
    const answer = (path: string): readonly string[] => [
      'evaluate',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--format',
      'json',
      '--output',
      path,
    ];

    test('is the old one or the new one when a limit is reached', async () => {
      const own = mkdtempSync(join(folder, 'limit-'));
      writeFileSync(join(own, 'a.json'), 'old');
      // 64 blocks of half a KB or one, of an answer of more than a megabyte
      const child = spawn(
        'sh',
        ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, program, ...answer(join(own, 'a.json'))],
        { env: { LANG: 'en_GB.UTF-8' } },
      );
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      const status = await new Promise((resolve) => child.on('close', resolve));
      expect(withoutProgress(stderr)).toBe(
        `guatu: ${join(own, 'a.json')}: larger than a file may be here, and not written\n`,
      );
      expect(status).toBe(2);
      expect(readdirSync(own)).toEqual(['a.json']);
      expect(readFileSync(join(own, 'a.json'), 'utf8')).toBe('old');
    });

    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing beside it when %s stops it', async (signal) => {
      const own = mkdtempSync(join(folder, 'signal-'));
      const child = spawn(process.execPath, [program, ...answer(join(own, 'a.json'))], { env: {}, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', (_status, by) => resolve(by)));
      while (child.exitCode === null && !readdirSync(own).some((name) => name.endsWith('.part')))
        await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill(signal);
      expect(await ended).toBe(signal);
      expect(readdirSync(own)).toEqual([]);
    });
  });
});

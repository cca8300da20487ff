import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
      '@guatu/core/calendar': source('core/src/calendar.ts'),
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

/** @param most - stop reading after so many characters, as `head` does. */
function start(args: readonly string[], most = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { env: { LANG: 'en_GB.UTF-8' } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    if (stdout.length > most) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr: withoutProgress(stderr) })));
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

  test('a reader that has had enough is no error', async () => {
    const { status, stderr } = await start(['evaluate', ...yongchang, '--as-of', '2021-12-31', '--format', 'csv'], 1000);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|Error/);
  });
});

import { spawnSync } from 'node:child_process';
import { percentile } from '../evaluate/measure.js';
import { measureBoard } from './board.js';
import type { Board } from './board.js';
import { measureMixed } from './sizes.js';
import type { Mixed } from './sizes.js';

const SIZES = '11200,112000,448000';
/** Fresh processes the board is evaluated in, for a median. */
const PROCESSES = 9;

const options = new Map(process.argv.slice(2).map((text) => text.replace(/^--/, '').split('=') as [string, string]));
const asOf = options.get('as-of') ?? '2022-12-31';
const rounds = Number(options.get('rounds') ?? 5);

/** A part of the measurement in a process of its own, so that no part warms or crowds another. */
function runAlone<T>(...given: readonly string[]): T {
  const [script = ''] = process.argv.slice(1);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, script, ...given], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${given.join(' ')}: ${stderr}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}

function printBoard(day: string): void {
  const runs = Array.from({ length: PROCESSES }, () => runAlone<Board>('--part=board', `--as-of=${day}`));
  const [{ targets, areas } = { targets: 0, areas: 0 }] = runs;
  const middle = (of: 'cold' | 'second' | 'warm') =>
    percentile(
      runs.map((run) => run[of]),
      0.5,
    ).toFixed(1);
  console.log(
    `${targets} targets × ${areas} areas on ${day}, ms: first ${middle('cold')}, second ${middle('second')}, ` +
      `warm ${middle('warm')} (medians of ${PROCESSES} processes)`,
  );
}

function printSizes(sizes: readonly Mixed[]): void {
  for (const { villages, areas, verified } of sizes)
    console.log(`${villages} villages, ${areas} areas: ${verified} answers verified`);
  console.log(
    `\n${'ns per figure'.padEnd(38)}targets${sizes.map(({ villages }) => String(villages).padStart(10)).join('')}`,
  );
  for (const [at, { name, targets }] of (sizes[0]?.rows ?? []).entries()) {
    const times = sizes.map(({ rows }) => (rows[at]?.nanoseconds ?? Number.NaN).toFixed(1).padStart(10)).join('');
    console.log(`${name.padEnd(38)}${String(targets).padStart(7)}${times}`);
  }
}

switch (options.get('part')) {
  case 'board':
    console.log(JSON.stringify(await measureBoard(asOf)));
    break;
  case 'size':
    console.log(JSON.stringify(await measureMixed(Number(options.get('villages')), asOf, rounds)));
    break;
  default: {
    printBoard('2022-12-31');
    printBoard('2021-09-30');
    const villages = (options.get('sizes') ?? SIZES).split(',').filter((size) => size !== '');
    const given = [`--as-of=${asOf}`, `--rounds=${rounds}`];
    printSizes(villages.map((size) => runAlone<Mixed>('--part=size', `--villages=${size}`, ...given)));
  }
}

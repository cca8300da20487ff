import { spawnSync } from 'node:child_process';
import { compareContestants } from './compare.js';
import { measureSize } from './growth.js';
import type { Growth } from './growth.js';
import { measureUpdates } from './updates.js';

/** Villages of the comparison, and those the growth is shown over. */
const VILLAGES = 112_000;
const SIZES = [11_200, 44_800, 112_000, 448_000];

/** A part of the measurement in a process of its own, so that no part warms or crowds another. */
function runAlone<T>(part: string, villages: number): T {
  const [script = ''] = process.argv.slice(1);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, script, `--part=${part}`, `--villages=${villages}`],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error(`${part}: ${stderr}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}

const options = new Map(process.argv.slice(2).map((text) => text.replace(/^--/, '').split('=') as [string, string]));
const villages = Number(options.get('villages') ?? VILLAGES);

switch (options.get('part')) {
  case 'compare':
    await compareContestants(villages);
    break;
  case 'size':
    console.log(JSON.stringify(await measureSize(villages)));
    break;
  case 'update':
    console.log(JSON.stringify(measureUpdates(villages)));
    break;
  default: {
    await compareContestants(villages);
    const sizes = SIZES.map((size) => runAlone<Growth>('size', size));
    console.log(
      '\nvillages    observations    ns per figure    over earlier columns    bare loop    over earlier columns    peak MB per million    held MB per million',
    );
    for (const { villages: of, observations, nanoseconds, over, bare, bareOver, peak, held } of sizes) {
      console.log(
        `${String(of).padStart(8)}${String(observations).padStart(16)}${nanoseconds.toFixed(1).padStart(17)}` +
          `${over.toFixed(1).padStart(24)}${bare.toFixed(1).padStart(13)}${bareOver.toFixed(1).padStart(24)}${peak.toFixed(1).padStart(23)}${held.toFixed(1).padStart(23)}`,
      );
    }
    const largest = SIZES.at(-1) ?? villages;
    const updates = runAlone<ReturnType<typeof measureUpdates>>('update', largest);
    console.log(
      `\none observation more at ${largest} villages: median ${updates.median.toFixed(3)} ms, ` +
        `99 in 100 within ${updates.slow.toFixed(3)} ms (${updates.count} updates)`,
    );
  }
}

import { readFileSync } from 'node:fs';
import type { Contestant } from './answers.js';
import { createBareLoop } from './bare-loop.js';
import { generateCounty } from './county.js';
import { collectGarbage, timeRun } from './measure.js';
import { createOurs } from './ours.js';

/** Cost of one size. */
export interface Growth {
  readonly villages: number;
  readonly observations: number;
  /** Of the fastest round, per figure. */
  readonly nanoseconds: number;
  /** The same over the columns of an earlier evaluation. */
  readonly over: number;
  /** Both of the bare loop in the same process, whose growth is the machine's. */
  readonly bare: number;
  readonly bareOver: number;
  /** Most memory the process held beyond an empty one, and what stays held, MB per million observations. */
  readonly peak: number;
  readonly held: number;
}

const MB = 2 ** 20;

/** Rounds that only warm up, for all alike, and rounds that count. */
const WARM_UP = 2;
const ROUNDS = 6;

/** Most memory this process has held so far, bytes. What `getrusage` says is inherited from the parent process. */
function peakMemory(): number {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

/** Reads and evaluates a county of one size; memory counts the observations, the roster and all answers. */
export async function measureSize(villages: number): Promise<Growth> {
  await collectGarbage();
  const empty = process.memoryUsage();
  const before = peakMemory();
  const county = generateCounty(villages);
  const ours = createOurs(county);
  await ours.run();
  const peak = peakMemory() - before;
  await collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const figures = villages * county.tasks.length;
  const observations = county.tasks.reduce(
    (sum, { figures: column }) => sum + column.reduce((known, figure) => known + (Number.isNaN(figure) ? 0 : 1), 0),
    0,
  );
  const fastest = async (contestant: Contestant): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      contestant.forget();
      await collectGarbage();
      const time = await timeRun(() => contestant.run());
      if (round >= WARM_UP) times.push(time);
    }
    contestant.forget();
    return (Math.min(...times) * 1e6) / figures;
  };
  const millions = observations / 1e6;
  return {
    villages,
    observations,
    nanoseconds: await fastest(ours),
    bare: await fastest(createBareLoop(county)),
    over: await fastest(createOurs(county, true)),
    bareOver: await fastest(createBareLoop(county, true)),
    peak: peak / MB / millions,
    held: (heapUsed + arrayBuffers - empty.heapUsed - empty.arrayBuffers) / MB / millions,
  };
}

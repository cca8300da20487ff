import { readFileSync } from 'node:fs';
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
  /** The same of the bare loop in the same process, whose growth is the machine's. */
  readonly bare: number;
  /** Most memory the process held beyond an empty one, and what stays held, MB per million observations. */
  readonly peak: number;
  readonly held: number;
}

const MB = 2 ** 20;

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
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    ours.forget();
    await collectGarbage();
    times.push(await timeRun(() => ours.run()));
  }
  ours.forget();
  const bare = createBareLoop(county);
  const bareTimes: number[] = [];
  for (let round = 0; round < 5; round++) {
    bare.forget();
    await collectGarbage();
    bareTimes.push(await timeRun(() => bare.run()));
  }
  const figures = villages * county.tasks.length;
  const observations = county.tasks.reduce(
    (sum, { figures: column }) => sum + column.reduce((known, figure) => known + (Number.isNaN(figure) ? 0 : 1), 0),
    0,
  );
  const millions = observations / 1e6;
  return {
    villages,
    observations,
    nanoseconds: (Math.min(...times) * 1e6) / figures,
    bare: (Math.min(...bareTimes) * 1e6) / figures,
    peak: peak / MB / millions,
    held: (heapUsed + arrayBuffers - empty.heapUsed - empty.arrayBuffers) / MB / millions,
  };
}

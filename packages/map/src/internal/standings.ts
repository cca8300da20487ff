import type { Evaluation } from '@guatu/core';
import { walkStandings } from '../board/tally-targets.js';
import type { TargetStanding } from '../board/tally-targets.js';

/** Longest time the page is kept from anything else, in milliseconds. */
const SLICE = 10;

interface Job {
  readonly found: TargetStanding[];
  readonly listeners: Set<() => void>;
  readonly walk: Iterator<TargetStanding>;
  running: boolean;
  done: boolean;
}

const jobs = new WeakMap<Evaluation, Job>();

/**
 * How all targets stand, as far as it is known; the rest is evaluated in slices while the page goes on.
 *
 * @param onDone told once when all are known, unless they are already
 * @returns the standings, whether they are all, and what ends the wait
 */
export function readStandings(
  evaluation: Evaluation,
  onDone: () => void,
): { readonly standings: readonly TargetStanding[]; readonly complete: boolean; readonly leave: () => void } {
  let job = jobs.get(evaluation);
  if (!job) {
    job = { found: [], listeners: new Set(), walk: walkStandings(evaluation), running: false, done: false };
    jobs.set(evaluation, job);
  }
  const { listeners, found } = job;
  if (job.done) return { standings: found, complete: true, leave: () => undefined };
  listeners.add(onDone);
  if (!job.running) {
    job.running = true;
    setTimeout(work, 0, job);
  }
  return { standings: found, complete: false, leave: () => listeners.delete(onDone) };
}

/** Evaluates at once what is still open of an evaluation somebody waits for: a sheet of paper shows nothing later. */
export function finishStandings(evaluation: Evaluation): void {
  const job = jobs.get(evaluation);
  if (job && !job.done) walkUntil(job, Number.POSITIVE_INFINITY);
}

function work(job: Job): void {
  // told by another that all is done
  if (job.done) return;
  // nobody waits any more: the board has moved on; who comes back goes on from here
  if (job.listeners.size === 0) {
    job.running = false;
    return;
  }
  if (!walkUntil(job, performance.now() + SLICE)) setTimeout(work, 0, job);
}

/** @returns whether all targets are known */
function walkUntil(job: Job, end: number): boolean {
  do {
    const { value, done } = job.walk.next();
    if (done) {
      job.done = true;
      job.running = false;
      for (const listener of Array.from(job.listeners)) listener();
      job.listeners.clear();
      return true;
    }
    job.found.push(value);
  } while (performance.now() < end);
  return false;
}

import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Files and folders that are no answer yet. */
const unfinished = new Set<string>();

/** Remembers a file or folder that goes when the program is stopped before it is done. */
export function keepTrack(path: string): void {
  if (unfinished.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  unfinished.add(path);
}

/** The file is an answer now, or is gone. */
export function loseTrack(path: string): void {
  if (!unfinished.delete(path) || unfinished.size > 0) return;
  for (const signal of SIGNALS) process.off(signal, stop);
}

/** Cleans up, then lets the signal do what it would have done. */
function stop(signal: NodeJS.Signals): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
  for (const one of SIGNALS) process.off(one, stop);
  process.kill(process.pid, signal);
}

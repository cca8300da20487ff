/** Collects garbage where Node was started with `--expose-gc`, and waits until its memory has been given back. */
export async function collectGarbage(): Promise<void> {
  (globalThis as { gc?: () => void }).gc?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The share of numbers at or below which lies a percentile. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of processor time a run takes, all threads together: what other programs do is not counted. */
export async function timeRun(run: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

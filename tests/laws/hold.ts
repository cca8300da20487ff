import * as fc from 'fast-check';

/** The same examples in every run, so that a failure of one is a failure of all. Others: `LAWS_SEED=7`. */
const SEED = Number(process.env['LAWS_SEED'] ?? 20_200_301);

/** How many times the usual number of examples: `LAWS_RUNS=20` for a long look. */
export const LONGER = Number(process.env['LAWS_RUNS'] ?? 1);

/**
 * Checks a law over generated examples. A failure names the seed, the path to the example and the
 * example itself, made as small as it can be.
 */
export function hold<T>(example: fc.Arbitrary<T>, runs: number, law: (example: T) => void): void {
  const property = fc.property(example, (given) => {
    law(given);
  });
  fc.assert(property, { seed: SEED, numRuns: runs * LONGER });
}

/** The same for a law that waits. */
export async function holdAsync<T>(
  example: fc.Arbitrary<T>,
  runs: number,
  law: (example: T) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(example, law), { seed: SEED, numRuns: runs * LONGER });
}

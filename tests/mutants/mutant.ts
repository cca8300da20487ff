/** One place of the source and what a mistaken evaluator has there instead. */
export interface Edit {
  /** Path under `packages/core/src`. */
  readonly file: string;
  /** Source text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** An evaluator with one mistake in it, and the conformance cases that must notice. */
export interface Mutant {
  /** The mistake, in a few words. */
  readonly name: string;
  /** Section of the contract it breaks, or the mistake of others it repeats. */
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Cases, `topic/case`; each of them fails under the mutant. */
  readonly caughtBy: readonly string[];
}

/** A mutant of a single edit, which nearly all are. */
export function mutant(
  name: string,
  rule: string,
  [file, find, replace]: readonly [file: string, find: string, replace: string],
  ...caughtBy: readonly string[]
): Mutant {
  return { name, rule, edits: [{ file, find, replace }], caughtBy };
}

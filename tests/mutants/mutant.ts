/** One place of the source and what a mistaken evaluator has there instead. */
export interface Edit {
  /** What is declared at the top of a file of `packages/core/src` and holds the place: a function, constant or class. */
  readonly symbol: string;
  /** Source text that occurs exactly once in what is declared; how its lines are broken does not matter. */
  readonly find: string;
  readonly replace: string;
}

/** An evaluator with one mistake in it, and the conformance cases that must notice. */
export interface Mutant {
  /** The mistake, in a few words. */
  readonly name: string;
  /** Rule of `docs/semantics.md` it breaks, or the mistake of others it repeats. */
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Cases, `topic/case`; each of them fails under the mutant. */
  readonly caughtBy: readonly string[];
}

/** A mutant of a single edit, which nearly all are. */
export function mutant(
  name: string,
  rule: string,
  [symbol, find, replace]: readonly [symbol: string, find: string, replace: string],
  ...caughtBy: readonly string[]
): Mutant {
  return { name, rule, edits: [{ symbol, find, replace }], caughtBy };
}

import type { Evaluation, Locale, Result, Target } from '@guatu/core';

/** One target and one area in one language: what every clause of the sentence is made from. */
export interface SummaryContext {
  readonly evaluation: Evaluation;
  readonly target: Target;
  readonly result: Result;
  /** Rows that could not be used, of what the target is formed from. */
  readonly refused: number;
  readonly locale: Locale;
}

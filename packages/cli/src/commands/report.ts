import type { Diagnostic, Evaluation, Explanation, Locale, Result, Target } from '@guatu/core';

/** One answer with what a reader needs beside it. */
export interface EvaluatedRow {
  readonly target: Target;
  readonly result: Result;
  /** Name of the area. */
  readonly name: string;
  readonly explanation: Explanation | null;
}

export interface ReportOptions {
  readonly locale: Locale;
  readonly explain: boolean;
  /** A progress method was asked for. */
  readonly progress: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A way of writing an evaluation, piece by piece. */
export type Report = (
  evaluation: Evaluation,
  options: ReportOptions,
) => {
  begin(): string;
  target(target: Target): string;
  row(row: EvaluatedRow): string;
  end(): string;
};

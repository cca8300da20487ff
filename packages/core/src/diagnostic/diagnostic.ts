/** How bad a finding is: an `error` keeps data or a target out of the evaluation, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * A finding about the input, with the place it was found at.
 *
 * `path` names file, line and field, as far as they exist: `observations.csv:14 value`,
 * `plan.json targets[3].criterion.unit`. `message` is lower case and names the offending value.
 * `params` hold the same facts for a translated message.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A kind of finding: how bad it is, and its sentence in both languages with `{params}` to fill in. */
export interface DiagnosticKind {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

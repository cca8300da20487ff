import { describeDiagnostic } from '@guatu/core';
import type { Diagnostic, Locale } from '@guatu/core';
import { describeFinding } from '../board/findings.js';

/** The sentence of any finding, of the board or of the files, in a language. */
export function describeProblem(diagnostic: Diagnostic, locale: Locale): string {
  return describeFinding(diagnostic, locale) ?? describeDiagnostic(diagnostic, locale);
}

import type { Diagnostic } from './diagnostic.js';
import type { DiagnosticCode } from './codes.js';
import { joinPlace } from './row-place.js';
import { createDiagnostic } from './create-diagnostic.js';

/** Most findings of one code in one file that are listed one by one. */
export const MAX_LISTED = 500;

/**
 * Collects findings in order. Of one code in one file the first 500 are listed, the rest counted,
 * so that a file of a million bad rows does not become a million sentences.
 */
export class DiagnosticList {
  readonly #found: Diagnostic[] = [];
  readonly #counts = new Map<string, number>();

  add(code: DiagnosticCode, path: string, params?: Diagnostic['params']): void {
    const file = path.slice(0, fileEnd(path));
    const key = `${code} ${file}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= MAX_LISTED) this.#found.push(createDiagnostic(code, joinPlace(path), params));
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#found.push(diagnostic);
  }

  /** All findings, with one more for each code that was cut short. */
  list(): readonly Diagnostic[] {
    const rest = [...this.#counts].filter(([, count]) => count > MAX_LISTED);
    if (rest.length === 0) return this.#found.slice();
    return [
      ...this.#found,
      ...rest.map(([key, count]) => {
        const [code = '', ...file] = key.split(' ');
        return createDiagnostic('more-findings', file.join(' '), { code, count: count - MAX_LISTED });
      }),
    ];
  }
}

/** Where the file's name ends in a path: before its line or its field. */
function fileEnd(path: string): number {
  const end = path.search(/:\d|\[\d+\](?= |$)| /);
  return end < 0 ? path.length : end;
}

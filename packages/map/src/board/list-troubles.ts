import type { Diagnostic } from '@guatu/core';
import type { BoardStatus } from './board.js';

/**
 * Files that did not come, a board without its files, and shapes that are not drawn, or not as they were meant. So is what
 * the page itself lacks of the script (`guatu`); a wish that takes more of it is answered where it was wished.
 */
const SEEN = /^(?:source|board|tiles|boundary|areas?-without-boundary)/;

/** What does not change the picture: it is told among all findings only. */
const UNSEEN = new Set([
  'boundary-crs-undeclared',
  'boundary-crs-differs',
  'boundary-name-differs',
  'source-empty',
  'source-name',
]);

/**
 * Findings that are told on the map itself, since they explain what is seen there: worst first. All errors, when nothing
 * can be drawn.
 */
export function listTroubles(diagnostics: readonly Diagnostic[], status: BoardStatus): readonly Diagnostic[] {
  if (status === 'failed') return diagnostics.filter(({ severity }) => severity === 'error');
  return diagnostics.filter(
    ({ code, severity, path }) =>
      (severity !== 'info' && SEEN.test(code) && !UNSEEN.has(code)) || (code === 'script-missing' && path === 'guatu'),
  );
}

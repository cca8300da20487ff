import type { Locale, Text } from '@guatu/core';
import type { ProgressLine } from './progress-line.js';

/** What a command speaks through. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly locale: Locale;
  readonly progress: ProgressLine;
}

/** Says one line beside the answer, on standard error. */
export function remark({ stderr, locale, progress }: Terminal, text: Text): void {
  progress.end();
  stderr.write(`${text[locale]}\n`);
}

import type { Text } from '@guatu/core';

/** The command line asks for something that cannot be done; the message says what would. Ends with status 2. */
export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
}

/** An option's value that is none of those it takes. */
export function notOneOf(option: string, got: string, choices: readonly string[]): UsageError {
  return new UsageError({
    zh: `${option}：应为 ${choices.join('、')} 之一，实为“${got}”`,
    en: `${option}: expected one of ${choices.join(', ')}, got "${got}"`,
  });
}

/** Control characters, C0 and C1, and those that turn the direction of writing round. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;

/**
 * Text from data as one line that only says what it says: nothing in it moves the cursor, changes colours or reverses
 * what follows. Escape sequences lose their escape; breaks and tabs become blanks.
 *
 * @example cleanText('\u001B[31mred\n') // '[31mred '
 */
export function cleanText(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(UNSAFE, '');
}

/** JSON of a value in which unsafe characters are written as escapes. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

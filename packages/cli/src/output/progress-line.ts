import type { Locale, Text } from '@guatu/core';
import { cleanText } from './clean-text.js';

/** As much of a stream as this program writes to. */
export interface Sink {
  write(text: string): boolean;
  readonly isTTY?: boolean;
}

/** After this long a person wants to know that something is going on. */
const PATIENCE_MS = 1000;
const BETWEEN_MS = { terminal: 200, file: 5000 };

/**
 * What the program is doing, on standard error, once it has been at it for a second. In a terminal one line is
 * overwritten and wiped in the end; elsewhere a line stands every five seconds.
 */
export class ProgressLine {
  readonly #sink: Sink;
  readonly #locale: Locale;
  readonly #now: () => number;
  readonly #began: number;
  #said = Number.NEGATIVE_INFINITY;
  #standing = false;

  constructor(sink: Sink, locale: Locale, now: () => number = Date.now) {
    this.#sink = sink;
    this.#locale = locale;
    this.#now = now;
    this.#began = now();
  }

  /**
   * Says what comes next.
   *
   * @param long - it will take over a second: it is said at once.
   */
  say(text: Text, { long = false }: { readonly long?: boolean } = {}): void {
    const now = this.#now();
    const between = this.#sink.isTTY ? BETWEEN_MS.terminal : BETWEEN_MS.file;
    if (!long && (now - this.#began < PATIENCE_MS || now - this.#said < between)) return;
    this.#said = now;
    const line = `${cleanText(text[this.#locale])} …`;
    this.#sink.write(this.#sink.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    this.#standing = this.#sink.isTTY === true;
  }

  /** Wipes the line, so that what follows stands alone. */
  end(): void {
    if (this.#standing) this.#sink.write('\r\u001B[K');
    this.#standing = false;
  }
}

/** How long something is kept after it was last wanted, in milliseconds: maps of a page come within moments of each other. */
const KEPT = 10_000;

interface Entry<Value> {
  readonly key: readonly unknown[];
  readonly value: Value;
  timer: ReturnType<typeof setTimeout>;
}

/** Values made a moment ago, by everything they were made of, so that whoever wants the same next does not make it again. */
export class Recent<Value> {
  #entries: readonly Entry<Value>[] = [];

  /** What is kept under a key whose parts are identical (texts: equal); `undefined` for nothing. */
  find(key: readonly unknown[]): Value | undefined {
    const entry = this.#entries.find((one) => isSame(one.key, key));
    if (!entry) return undefined;
    clearTimeout(entry.timer);
    entry.timer = this.#endLater(key);
    return entry.value;
  }

  /** Keeps a value in place of one of the same key. */
  keep(key: readonly unknown[], value: Value): void {
    this.drop(key);
    this.#entries = [...this.#entries, { key, value, timer: this.#endLater(key) }];
  }

  drop(key: readonly unknown[]): void {
    for (const { timer } of this.#entries.filter((one) => isSame(one.key, key))) clearTimeout(timer);
    this.#entries = this.#entries.filter((one) => !isSame(one.key, key));
  }

  #endLater(key: readonly unknown[]): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.drop(key), KEPT);
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

/**
 * What the script-tag build needs of a browser and Chromium 80 to 97 have not: methods of the language, each only where
 * it is missing, each as the standard has it as far as this build uses it. Syntax is taken care of by the bundler.
 *
 * Pages that bundle the package themselves choose their own floor.
 */
function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

function findLast<T>(this: ArrayLike<T>, wanted: (value: T, index: number) => boolean): T | undefined {
  for (let index = this.length - 1; index >= 0; index--) {
    const value = this[index] as T;
    if (wanted(value, index)) return value;
  }
  return undefined;
}

/** Calls the browser's own `replace`, which knows `$1` and functions, with a pattern that finds all. */
function replaceAll(this: string, wanted: string | RegExp, by: string): string {
  const pattern = typeof wanted === 'string' ? new RegExp(wanted.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'g') : wanted;
  return this.replace(pattern, by);
}

function replaceChildren(this: ParentNode, ...nodes: (Node | string)[]): void {
  while (this.lastChild) this.removeChild(this.lastChild);
  this.append(...nodes);
}

const TYPED = Object.getPrototypeOf(Uint8Array.prototype) as object;

/** Fills in what is missing. Safe to call again. */
export function fillInOlderBrowsers(): void {
  for (const prototype of [Array.prototype, String.prototype, TYPED]) define(prototype, { at });
  define(Array.prototype, { findLast });
  define(String.prototype, { replaceAll });
  define(Object, { hasOwn });
  for (const kind of [Element, Document, DocumentFragment]) define(kind.prototype, { replaceChildren });
}

function define(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

fillInOlderBrowsers();

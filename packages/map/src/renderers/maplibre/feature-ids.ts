/**
 * Numbers for area codes, the same number for the same code as long as the map lives.
 *
 * maplibre keeps feature state under numbers: a code that is no plain number is hashed to 32 bits, where tens of
 * thousands of areas collide and paint one another. Numbering by position would paint the old shapes in the new areas'
 * colours for the few frames until the worker has cut the new ones.
 */
export class FeatureIds {
  readonly #ids = new Map<string, number>();
  readonly #codes: string[] = [''];

  /** The number of a code, given out at its first mention; from 1. */
  of(code: string): number {
    const known = this.#ids.get(code);
    if (known !== undefined) return known;
    const id = this.#codes.push(code) - 1;
    this.#ids.set(code, id);
    return id;
  }

  /** The code a number stands for, or nothing for one that was never given out. */
  codeOf(id: unknown): string | undefined {
    return typeof id === 'number' && id > 0 ? this.#codes[id] : undefined;
  }
}

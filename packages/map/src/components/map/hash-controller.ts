import type { Board } from '../../board/board-store.js';
import type { HashLinkOptions } from './hash-link.js';

/** Keeps a board and the page's address at one while an element asks for it; what does so is fetched only then. */
export class HashController {
  #end = (): void => undefined;
  #for: readonly unknown[] = [];

  /** @param name value of the attribute; `null` ends it */
  link(name: string | null, board: Board, rest: Pick<HashLinkOptions, 'id' | 'map' | 'isPaused'>): void {
    const wanted = name === null ? [] : [name, board];
    if (wanted.length === this.#for.length && wanted.every((part, index) => part === this.#for[index])) return;
    this.#end();
    this.#end = () => undefined;
    this.#for = wanted;
    if (name !== null) void this.#start({ name, board, ...rest }, wanted);
  }

  async #start(options: HashLinkOptions, wanted: readonly unknown[]): Promise<void> {
    const { linkHash } = await import('./hash-link.js');
    if (this.#for === wanted) this.#end = linkHash(options);
  }
}

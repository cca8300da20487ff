import type { Board } from '../../board/board-store.js';
import { LoadOnce } from '../../internal/load-once.js';
import type { HashLinkOptions } from './hash-link.js';

const hashLink = new LoadOnce(() => import('./hash-link.js'));

/** Keeps a board and the page's address at one while an element asks for it; what does so is fetched only then. */
export class HashController {
  readonly #options: () => Pick<HashLinkOptions, 'id' | 'map' | 'isPaused'>;
  #end = (): void => undefined;
  #for: readonly unknown[] = [];

  /** @param options what the link needs to know of the element, when one begins */
  constructor(options: () => Pick<HashLinkOptions, 'id' | 'map' | 'isPaused'>) {
    this.#options = options;
  }

  /** Call it after each change. @param name value of the attribute; `null` ends it */
  link(name: string | null, board: Board): void {
    const wanted = name === null ? [] : [name, board];
    if (wanted.length === this.#for.length && wanted.every((part, index) => part === this.#for[index])) return;
    this.#end();
    this.#end = () => undefined;
    this.#for = wanted;
    if (name !== null) void this.#start(name, board, wanted);
  }

  async #start(name: string, board: Board, wanted: readonly unknown[]): Promise<void> {
    const code = await hashLink.loadFor(board, 'hash');
    // a map whose place this one takes gives the address back in a task of its own
    await new Promise((resolve) => setTimeout(resolve));
    if (code && this.#for === wanted) this.#end = code.linkHash({ name, board, ...this.#options() });
  }
}

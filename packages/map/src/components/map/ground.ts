import type { Board } from '../../board/board-store.js';
import { createFinding } from '../../board/findings.js';
import type { BasemapWish } from './basemap-choice.js';
import type { GroundController } from './ground-controller.js';
import type { Stage } from './stage.js';

/** What lies under the areas; what lays it is fetched only by a page that asks for a base map. */
export class Ground {
  readonly #onReady: () => void;
  #controller: GroundController | null = null;
  #asked = false;

  /** @param onReady the ground can be laid now */
  constructor(onReady: () => void) {
    this.#onReady = onReady;
  }

  /** @param lacks the picture can have no base map */
  lay(wish: BasemapWish & { readonly board: Board }, place: { readonly stage: Stage; readonly lacks: boolean }): void {
    if (this.#controller) this.#controller.lay(wish, place);
    else if (wish.basemap && !this.#asked) void this.#fetch(wish.board);
  }

  async #fetch(board: Board): Promise<void> {
    this.#asked = true;
    try {
      this.#controller = new (await import('./ground-controller.js')).GroundController();
      this.#onReady();
    } catch (error) {
      board.report('basemap', createFinding('basemap-failed', 'basemap', { reason: String(error) }));
    }
  }
}

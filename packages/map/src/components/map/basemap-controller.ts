import type { Board } from '../../board/board-store.js';
import { createFinding } from '../../board/findings.js';
import { LoadOnce } from '../../internal/load-once.js';
import type { BasemapWish } from './basemap-choice.js';
import type { RendererPair } from './renderer-pair.js';

const basemapChoice = new LoadOnce(() => import('./basemap-choice.js'));

/** Where a base map goes. */
export interface BasemapPlace {
  readonly board: Board;
  readonly renderers: RendererPair;
  /** The picture can have none. */
  readonly lacks: boolean;
}

/** Shows the base map that is asked for, or tells the board why there is none; what it takes is fetched only then. */
export class BasemapController {
  #for: readonly unknown[] = [];

  /** Call it after each picture: the same wish for the same place is granted once. */
  show(wish: BasemapWish, place: BasemapPlace): void {
    const { basemap, tiandituKey, tiandituHost } = wish;
    if (!basemap && !basemapChoice.part) return;
    const wanted = [basemap, tiandituKey, tiandituHost, place.board, place.renderers, place.lacks];
    if (wanted.every((part, index) => part === this.#for[index])) return;
    this.#for = wanted;
    void this.#grant({ basemap, tiandituKey, tiandituHost }, place, wanted);
  }

  async #grant(
    wish: BasemapWish,
    { board, renderers, lacks }: BasemapPlace,
    wanted: readonly unknown[],
  ): Promise<void> {
    const code = basemapChoice.part ?? (await basemapChoice.loadFor(board, 'basemap'));
    if (!code || this.#for !== wanted) return;
    const { style, finding } = code.chooseBasemap(wish);
    renderers.setBasemap(style);
    board.report('basemap-choice', finding ?? (lacks ? createFinding('basemap-not-shown', 'basemap') : null));
  }
}

import type { Board } from '../../board/board-store.js';
import { createFinding } from '../../board/findings.js';
import { chooseBasemap } from './basemap-choice.js';
import type { BasemapWish } from './basemap-choice.js';
import type { Stage } from './stage.js';

/** Lays the base map that is asked for under a stage, and tells the board why there is none. */
export class GroundController {
  #for: readonly unknown[] = [];

  /** @param lacks the picture can have no base map */
  lay({ basemap, tiandituKey, tiandituHost, board }: BasemapWish & { readonly board: Board }, { stage, lacks }: { readonly stage: Stage; readonly lacks: boolean }): void {
    const wanted = [basemap, tiandituKey, tiandituHost, board, stage, lacks];
    if (wanted.every((part, index) => part === this.#for[index])) return;
    this.#for = wanted;
    const { style, finding } = chooseBasemap({ basemap, tiandituKey, tiandituHost });
    stage.setBasemap(style);
    board.report('basemap-choice', finding ?? (lacks ? createFinding('basemap-not-shown', 'basemap') : null));
  }
}

import type { BoardState } from '../board/board.js';
import { Board } from '../board/board-store.js';
import { fetchText } from './fetch-text.js';

/**
 * A board that fetches its files from addresses, as every `<guatu-map>` has one of its own.
 *
 * @example
 * const board = createBoard({ locale: 'en' });
 * await board.load({ plan: 'plan.json', areas: 'areas.csv', observations: 'observations.csv' });
 * document.querySelector('guatu-map').board = board;
 */
export function createBoard(state: Partial<BoardState> = {}): Board {
  return new Board({ fetchText, pause: nextFrame, state });
}

/** After the next frame, or soon in a page that shows none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}

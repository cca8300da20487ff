import type { BoardState } from '../../board/board.js';
import type { Board } from '../../board/board-store.js';

/** How boards looked before their page went to paper: several maps may share one. */
const screens = new WeakMap<Board, Pick<BoardState, 'theme'>>();

/**
 * While a page is printed its boards are light: paper is white, whatever the screen was. Before and after are told by
 * the browser; elements draw themselves anew in between.
 */
export class Paper {
  readonly #board: () => Board;
  readonly #draw: () => void;

  /** @param draw brings the printed picture up to date */
  constructor(board: () => Board, draw: () => void) {
    this.#board = board;
    this.#draw = draw;
  }

  /** Whether the page is on its way to paper. */
  get isOut(): boolean {
    return screens.has(this.#board());
  }

  watch(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  leave(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
    this.#after();
  }

  readonly #before = (): void => {
    const board = this.#board();
    if (!screens.has(board)) screens.set(board, { theme: board.snapshot.state.theme });
    board.request({ theme: 'light' });
    this.#draw();
  };

  readonly #after = (): void => {
    const board = this.#board();
    const screen = screens.get(board);
    if (!screen) return;
    screens.delete(board);
    board.request(screen);
    this.#draw();
  };
}

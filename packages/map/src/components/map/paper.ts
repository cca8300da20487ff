import type { BoardState } from '../../board/board.js';
import type { Board } from '../../board/board-store.js';
import type { Scene } from '../../scene/scene.js';
import type { drawPaperLegend } from './paper-legend.js';
import { themeOf } from './scene-maker.js';

/** How boards looked before their page went to paper: several maps may share one. */
const screens = new WeakMap<Board, Pick<BoardState, 'theme'>>();

/**
 * While a page is printed its boards are light: paper is white, whatever the screen was. Before and after are told by
 * the browser; elements draw themselves anew in between.
 */
export class Paper {
  readonly #board: () => Board;
  readonly #draw: () => void;
  #isOut = false;
  #drawLegend: typeof drawPaperLegend | null = null;

  /** @param draw brings the printed picture up to date */
  constructor(board: () => Board, draw: () => void) {
    this.#board = board;
    this.#draw = draw;
  }

  /** Whether the page is on its way to paper. */
  get isOut(): boolean {
    return this.#isOut;
  }

  /** Fetches what paper needs: nothing can be fetched any more once a page is on its way. */
  async prepare(): Promise<void> {
    try {
      this.#drawLegend ??= (await import('./paper-legend.js')).drawPaperLegend;
    } catch {
      // paper without a legend then; the picture is on the screen, and a part of the script is not
      this.#drawLegend = null;
    }
  }

  /** The legend of a map whose page has none. */
  drawLegend(map: HTMLElement, scene: Scene): SVGElement | null {
    const root = map.getRootNode();
    const others = root instanceof Document || root instanceof ShadowRoot ? root.querySelectorAll('guatu-legend') : [];
    const board = this.#board();
    if (!this.#drawLegend || [...others].some((legend) => legend.board === board)) return null;
    return this.#drawLegend(scene, themeOf(board.snapshot.state));
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
    this.#isOut = true;
    if (!screens.has(board)) screens.set(board, { theme: board.snapshot.state.theme });
    board.request({ theme: 'light' });
    this.#draw();
  };

  readonly #after = (): void => {
    if (!this.#isOut) return;
    this.#isOut = false;
    const board = this.#board();
    const screen = screens.get(board);
    screens.delete(board);
    if (screen) board.request(screen);
    this.#draw();
  };
}

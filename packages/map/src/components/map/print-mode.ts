import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BoardState } from '../../board/board.js';
import { themeOf } from '../../board/theme-of.js';
import type { Board } from '../../board/board-store.js';
import { LoadOnce } from '../../internal/load-once.js';
import type { Scene } from '../../scene/scene.js';

const printLegend = new LoadOnce(() => import('./print-legend.js'));

/** How boards looked before their page was printed: several maps may share one. */
const screens = new WeakMap<Board, Pick<BoardState, 'theme'>>();

/**
 * While a page is printed its boards are light: paper is white, whatever the screen was. Before and after are told by
 * the browser; elements draw themselves anew in between.
 */
export class PrintMode implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly board: Board };
  readonly #onChange: (isPrinting: boolean) => void;
  #isPrinting = false;

  /** @param onChange brings the printed picture up to date */
  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly board: Board },
    onChange: (isPrinting: boolean) => void,
  ) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Whether the page is on its way to a printer. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  /** Fetches the legend for print: nothing can be fetched any more once a page is on its way. */
  prepare(): void {
    void printLegend.loadFor(this.#host.board, 'print');
  }

  /** The legend of a map whose page has none; nothing where it could not be fetched. */
  drawLegend(scene: Scene): SVGElement | null {
    const { board } = this.#host;
    const root = this.#host.getRootNode();
    const others = root instanceof Document || root instanceof ShadowRoot ? root.querySelectorAll('guatu-legend') : [];
    if (!printLegend.part || [...others].some((legend) => legend.board === board)) return null;
    return printLegend.part.drawPrintLegend(scene, themeOf(board.snapshot.state));
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
    this.#after();
  }

  readonly #before = (): void => {
    const { board } = this.#host;
    this.#isPrinting = true;
    if (!screens.has(board)) screens.set(board, { theme: board.snapshot.state.theme });
    board.request({ theme: 'light' });
    this.#change();
  };

  readonly #after = (): void => {
    if (!this.#isPrinting) return;
    this.#isPrinting = false;
    const { board } = this.#host;
    const screen = screens.get(board);
    screens.delete(board);
    if (screen) board.request(screen);
    this.#change();
  };

  #change(): void {
    this.#onChange(this.#isPrinting);
    this.#host.requestUpdate();
  }
}

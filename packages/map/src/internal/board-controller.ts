import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BoardSnapshot } from '../board/board.js';
import type { Board, BoardPart } from '../board/board-store.js';
import { afterFrame, dropAfterFrame } from './after-frame.js';
import { findHolder, isOnMap, watchHolders } from './board-holders.js';
import { isFirstBearer, joinBearers } from './notice-bearers.js';

/** An element that shows a board which is not its own. */
export interface BoardClient extends ReactiveControllerHost, Element {
  /** Id of the map whose board is shown. */
  readonly for: string;
}

/**
 * Keeps an element at the board it belongs to: the one it was given, else that of its map. The element is updated when
 * the board is another one, and when a part of it that concerns the element changes: then after the next frame, which
 * the map's picture is in. A change that a later one overtakes is not shown.
 */
export class BoardController implements ReactiveController {
  readonly #host: BoardClient;
  readonly #ignores: ReadonlySet<BoardPart>;
  #given: Board | null = null;
  #board: Board | null = null;
  #bore = false;
  #leave = (): void => undefined;
  #unwatch = (): void => undefined;
  #following: Promise<void> | null = null;
  #follow = (): void => undefined;

  constructor(host: BoardClient, ignores: ReadonlySet<BoardPart>) {
    this.#host = host;
    this.#ignores = ignores;
    host.addController(this);
  }

  /** The board that is shown; none while there is no map. */
  get board(): Board | null {
    return this.#given ?? this.#board;
  }

  /** Shows this board instead of a map's; `null` returns to the map's. */
  set board(board: Board | null) {
    this.#given = board;
    this.#attach();
  }

  /** What stands now. */
  get snapshot(): BoardSnapshot | null {
    return this.board?.snapshot ?? null;
  }

  /** Whether nothing else on the page says what must be said of the board's figures. */
  get bearsNotice(): boolean {
    const { board } = this;
    return board !== null && !isOnMap(board) && isFirstBearer(board, this.#host);
  }

  /** Until what the board said last is shown, or asked to be. */
  get settled(): Promise<void> {
    return this.#following ?? Promise.resolve();
  }

  hostConnected(): void {
    this.#unwatch = watchHolders(() => {
      this.#attach();
      if (this.bearsNotice !== this.#bore) this.#host.requestUpdate();
    });
    this.#attach();
  }

  /** What is rendered now is said, or left to others. */
  hostUpdate(): void {
    this.#bore = this.bearsNotice;
  }

  hostDisconnected(): void {
    this.#unwatch();
    dropAfterFrame(this.#update);
    this.#update();
    this.#leave();
    this.#board = null;
  }

  /** `for` may have changed. */
  hostUpdated(): void {
    this.#attach();
  }

  #attach(): void {
    if (!this.#host.isConnected) return;
    const next = this.#given ?? findHolder(this.#host, this.#host.for)?.board ?? null;
    if (next === this.#board) return;
    this.#leave();
    this.#board = next;
    const [leaveBoard, leaveBearers] = next
      ? [next.subscribe((_snapshot, changed) => this.#hear(changed)), joinBearers(next, this.#host)]
      : [];
    this.#leave = () => {
      leaveBoard?.();
      leaveBearers?.();
    };
    this.#host.requestUpdate();
  }

  #hear(changed: ReadonlySet<BoardPart>): void {
    if ([...changed].every((part) => this.#ignores.has(part))) return;
    this.#following ??= new Promise((resolve) => (this.#follow = resolve));
    afterFrame(this.#update);
  }

  readonly #update = (): void => {
    if (!this.#following) return;
    this.#following = null;
    this.#host.requestUpdate();
    this.#follow();
  };
}

import type { LitElement, ReactiveController } from 'lit';
import type { BoardSnapshot, BoardState } from '../../board/board.js';
import type { Board, BoardPart } from '../../board/board-store.js';
import { fieldOf, PROPERTY_NAMES } from '../../board/fields.js';
import type { PropertyName } from '../../board/fields.js';
import { addHolder, announceHolders, removeHolder } from '../../internal/board-holders.js';
import type { BoardHolder } from '../../internal/board-holders.js';
import { createBoard } from '../../internal/create-board.js';
import { sortFiles } from './file-addresses.js';
import type { FileAddresses } from './file-addresses.js';

const owned = new WeakMap<object, OwnBoard>();

/** @throws TypeError for an element that has no board of its own */
export function ownBoardOf(host: object): OwnBoard {
  const own = owned.get(host);
  if (!own) throw new TypeError('an element with fields of the board needs an OwnBoard');
  return own;
}

/**
 * The board of an element that has one: other elements find it there, what is chosen on it are properties of the element
 * (`@field`), and the element's attributes say what the board says.
 */
export class OwnBoard implements ReactiveController {
  readonly #host: LitElement & BoardHolder;
  readonly #onChange: (changed: ReadonlySet<BoardPart>) => void;
  #board: Board = createBoard();
  #last: BoardState = this.#board.snapshot.state;
  /** What the page asked for, to be asked again of a board that takes this one's place. */
  #asked: Partial<BoardState> = {};
  #leave = (): void => undefined;
  /** Attributes as the page wrote them, until the first picture. */
  #written: readonly (readonly [name: string, value: string])[] = [];

  /** @param onChange hears which parts of the board have changed */
  constructor(host: LitElement & BoardHolder, onChange: (changed: ReadonlySet<BoardPart>) => void) {
    this.#host = host;
    this.#onChange = onChange;
    owned.set(host, this);
    host.addController(this);
  }

  get board(): Board {
    return this.#board;
  }

  /** Another board is asked for all that this one was asked for. */
  set board(board: Board) {
    if (board === this.#board) return;
    this.#board = board;
    board.request(this.#asked);
    if (this.#host.isConnected) this.#join();
    announceHolders();
  }

  /** What is chosen now. */
  get chosen(): BoardState {
    return this.#board.snapshot.state;
  }

  /** What is nothing to a property is the field's initial value. */
  choose<Name extends PropertyName>(name: Name, value: BoardState[Name] | null): void {
    const { initial } = fieldOf(name);
    const isNothing = value === null || (value === '' && initial === null);
    const change = { [name]: isNothing ? initial : value } as Partial<BoardState>;
    this.#asked = { ...this.#asked, ...change };
    this.#board.request(change);
  }

  /** Reads the files at these addresses in place of those there were. */
  async load(addresses: FileAddresses): Promise<BoardSnapshot> {
    const { sources, findings } = sortFiles(addresses);
    this.#board.report('source-name', findings);
    return this.#board.load(sources);
  }

  hostConnected(): void {
    this.#join();
    addHolder(this.#host);
  }

  hostDisconnected(): void {
    this.#leave();
    removeHolder(this.#host);
  }

  /** Lit reflects every property before the first picture, and takes away a default that the page has written out. */
  hostUpdate(): void {
    const host = this.#host;
    this.#written = host.hasUpdated
      ? []
      : host.getAttributeNames().map((name) => [name, host.getAttribute(name) ?? ''] as const);
  }

  hostUpdated(): void {
    for (const [name, value] of this.#written) {
      if (!this.#host.hasAttribute(name)) this.#host.setAttribute(name, value);
    }
  }

  #join(): void {
    this.#leave();
    this.#leave = this.#board.subscribe((_snapshot, changed) => {
      this.#reflect();
      this.#onChange(changed);
    });
    this.#reflect();
    this.#host.requestUpdate();
  }

  /** Lets attributes say what the board says, whoever asked for it. */
  #reflect(): void {
    const [host, last] = [this.#host, this.#last];
    this.#last = this.#board.snapshot.state;
    // the date that nobody chose is shown, and no attribute either
    const isDefaultDate = this.#last.asOf === this.#board.defaultDate && !host.hasAttribute('as-of');
    for (const name of PROPERTY_NAMES) {
      if (name === 'asOf' && isDefaultDate) host.requestUpdate(name, last[name], { reflect: false });
      else host.requestUpdate(name, last[name]);
    }
  }
}

import type { Board } from '../board/board-store.js';

/** An element that shows figures of a board. */
export interface NoticeBearer {
  requestUpdate(): void;
}

const bearers = new WeakMap<Board, Set<NoticeBearer>>();

/**
 * Counts an element among those that show a board's figures: the first of them says what must be said of these, where
 * no map of the board says it.
 *
 * @returns ends it, and lets the next one say it
 */
export function joinBearers(board: Board, bearer: NoticeBearer): () => void {
  const all = bearers.get(board) ?? new Set();
  bearers.set(board, all);
  all.add(bearer);
  return () => {
    all.delete(bearer);
    for (const other of all) other.requestUpdate();
  };
}

/** Whether an element is the first that shows the board's figures. */
export function isFirstBearer(board: Board, bearer: NoticeBearer): boolean {
  const [first] = bearers.get(board) ?? [];
  return first === bearer;
}

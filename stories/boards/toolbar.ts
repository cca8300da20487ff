import type { Board, BoardState } from '@guatu/map';

/** What the toolbar chose, as a board's state. */
function stateOf(globals: Readonly<Record<string, unknown>>): Partial<BoardState> {
  const { locale, theme, textSize } = globals;
  return { locale, theme, textSize } as Partial<BoardState>;
}

/** Tells a board what the toolbar chose, and gives it back. */
export function dress(board: Board, globals: Readonly<Record<string, unknown>>): Board {
  board.request(stateOf(globals));
  return board;
}

import type { Board, BoardState } from '@guatu/map';
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { dress } from './toolbar.js';

/** Draws an element, and under it the map it explains; both read the board that the story has loaded. */
export function beside(
  content: (board: Board) => TemplateResult,
  state: Partial<BoardState> = {},
): NonNullable<StoryObj['render']> {
  return (_args, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    board.request(state);
    return html`${content(board)}<guatu-map .board=${board} renderer="svg"></guatu-map>`;
  };
}

/** Draws an element alone, with a board or before there is one. */
export function alone(content: (board: Board | null) => TemplateResult): NonNullable<StoryObj['render']> {
  return (_args, { loaded, globals }) => {
    const board = loaded.board as Board | undefined;
    return content(board ? dress(board, globals) : null);
  };
}

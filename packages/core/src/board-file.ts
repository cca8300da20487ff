// Boards as one file: what `guatu pack` writes and pages open without reading a text.
export { openBoard } from './board-file/open-board.js';
export type { OpenedBoard } from './board-file/open-board.js';
export { packBoard } from './board-file/pack-board.js';
export type { BoardParts } from './board-file/pack-board.js';
export { MOST_GROWTH, startsBoardFile } from './board-file/unpack.js';

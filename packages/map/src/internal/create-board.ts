import type { BoardState } from '../board/board.js';
import { Board } from '../board/board-store.js';
import type { TiledBoundaries } from '../geometry/tiled-boundaries.js';
import { nextFrame } from './after-frame.js';
import { LoadOnce } from './load-once.js';
import { shareFetches, shareReading } from './share-files.js';

/**
 * A board that fetches its files from addresses, as every `<guatu-map>` has one of its own. Boards of a page that load the
 * same addresses within moments of each other fetch and read them once; a board that loads what it had fetches anew.
 *
 * @example
 * const board = createBoard({ locale: 'en' });
 * await board.load({ plan: 'plan.json', areas: 'areas.csv', observations: 'observations.csv' });
 * document.querySelector('guatu-map').board = board;
 */
export function createBoard(state: Partial<BoardState> = {}): Board {
  return new Board({ ...shareFetches(), share: shareReading, openTiles, pause: nextFrame, state });
}

const archiveReader = new LoadOnce(() => import('../archive/open-archive.js'));

/** Opens an archive of vector tiles; what reads it is fetched with the first of them. */
async function openTiles(url: string): Promise<TiledBoundaries> {
  const { openArchive } = await archiveReader.loadOrThrow();
  return (await openArchive(new URL(url, document.baseURI).href)).boundaries;
}

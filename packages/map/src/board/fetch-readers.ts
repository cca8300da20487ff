import type { BoardSources } from './board.js';
import type { FilesOnTheirWay } from './load-files.js';
import type { readBoard } from './read-board.js';
import type { ReadSources } from './read-sources.js';

/** What turns files into a board. */
export interface Readers {
  readonly readBoard: typeof readBoard;
  /** What reads texts, or the one file that stands for them. */
  readonly chooseReader: (files: FilesOnTheirWay) => ReadSources;
}

/**
 * Fetches what reads and evaluates a board's files, all parts at once: one for texts, or one for the file that stands for
 * them, and one for shapes where some are given.
 *
 * @throws what kept a part from coming; only who reads shapes asks for their reader again, and tells what is missing
 */
export async function fetchReaders({ src, boundaries }: Pick<BoardSources, 'src' | 'boundaries'>): Promise<Readers> {
  if (boundaries !== undefined) import('../geometry/boundaries/index.js').catch(() => undefined);
  const board = import('./read-board.js');
  if (src === undefined) {
    const [{ readBoard }, { readTexts }] = await Promise.all([board, import('./read-texts.js')]);
    return { readBoard, chooseReader: () => readTexts };
  }
  const [{ readBoard }, { readPacked }] = await Promise.all([board, import('./read-packed.js')]);
  return { readBoard, chooseReader: ({ packed }) => readPacked(packed as NonNullable<typeof packed>) };
}

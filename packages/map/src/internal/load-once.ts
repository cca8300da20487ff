import type { Board } from '../board/board-store.js';
import { createFinding } from '../board/findings.js';

/** A part of the script, or why it could not be fetched. */
export type Loaded<Part> = { readonly part: Part } | { readonly reason: string };

/**
 * A part of the script that is fetched when it is first wished for, and once. Where that fails nothing is thrown and
 * nothing kept: the next wish fetches again.
 *
 * @example
 * const basemapChoice = new LoadOnce(() => import('./basemap-choice.js'));
 * const choice = await basemapChoice.loadFor(board, 'basemap');
 */
export class LoadOnce<Part> {
  readonly #fetch: () => Promise<Part>;
  #loading: Promise<Loaded<Part>> | null = null;
  #part: Part | null = null;

  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch;
  }

  /** What was fetched; `null` before. */
  get part(): Part | null {
    return this.#part;
  }

  /** Never rejects: what went wrong is in the answer. */
  load(): Promise<Loaded<Part>> {
    this.#loading ??= this.#fetch().then(
      (part) => {
        this.#part = part;
        return { part };
      },
      (error: unknown) => {
        this.#loading = null;
        return { reason: error instanceof Error ? error.message : String(error) };
      },
    );
    return this.#loading;
  }

  /**
   * The same for a caller that answers for the failure.
   *
   * @throws Error with a finding's code and `params`
   */
  async loadOrThrow(): Promise<Part> {
    const answer = await this.load();
    if ('part' in answer) return answer.part;
    throw Object.assign(new Error(answer.reason), { code: 'script-missing', params: answer });
  }

  /**
   * The same for what a board shows: a failure is among its diagnostics until a later wish is granted.
   *
   * @param wish what it is for, as the finding calls it: the attribute that asks for it
   * @returns `null` where it could not be fetched
   */
  async loadFor(board: Board, wish: string): Promise<Part | null> {
    const answer = await this.load();
    const failed = 'reason' in answer;
    board.report(`script ${wish}`, failed ? createFinding('script-missing', wish, answer) : null);
    return failed ? null : answer.part;
  }
}

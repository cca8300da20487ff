import { WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { BoardSnapshot, BoardState } from '../../board/board.js';
import type { Board, BoardPart } from '../../board/board-store.js';
import { fieldOf, isFieldName } from '../../board/fields.js';
import { createFinding } from '../../board/findings.js';
import { readStateHash, writeStateHash } from '../../board/state-hash.js';

/** Namespaces that maps of the page write under. */
const taken = new Set<string>();

/** A map as far as an address knows it. */
export interface LinkedMap extends EventTarget {
  camera: MapCamera;
}

/** An address is written when a move rests, in milliseconds: browsers bound how often it may change. */
const REST = 300;

export interface HashLinkOptions {
  readonly board: Board;
  readonly map: LinkedMap;
  /** What the attribute says; empty for bare names. */
  readonly name: string;
  /** Id of the element: its namespace where another map has the bare names. */
  readonly id: string;
  /** The page is on its way to paper: how it looks there is no choice of anybody. */
  readonly isPaused: () => boolean;
}

/**
 * Keeps a board and the page's address at one: what the address says is asked of the board, at once and whenever the
 * reader goes back or forward; what changes on the board is written into the address.
 *
 * @returns ends it
 */
export function linkHash({ board, map, name, id, isPaused }: HashLinkOptions): () => void {
  const namespace = taken.has(name) ? id : name;
  if (taken.has(namespace)) {
    board.report('hash', createFinding('hash-shared', 'hash'));
    return () => board.report('hash', null);
  }
  taken.add(namespace);
  // what the page asked for; a date only once somebody chose one
  const base = board.snapshot.state;
  const follows = base.asOf === '' || base.asOf === board.defaultDate;
  let pending: Set<BoardPart> | null = null;

  const baseNow = (): BoardState => (follows ? { ...base, asOf: board.defaultDate } : base);
  const read = (): void => {
    const { state, camera, finding } = readStateHash(location.hash, {
      namespace,
      base: follows ? { ...base, asOf: '' } : base,
    });
    board.report('hash', finding);
    board.request(state);
    if (camera || map.camera.zoom > 1) map.camera = camera ?? WHOLE;
  };
  const write = (): void => {
    const steps = pending;
    pending = null;
    if (!steps || isPaused() || board.snapshot.status !== 'ready') return;
    const hash = writeStateHash(location.hash, board.snapshot.state, {
      namespace,
      base: baseNow(),
      camera: map.camera,
    });
    if (hash === location.hash.slice(1)) return;
    // whole, for a page with a base of its own would resolve a bare hash against that
    const address = `${location.href.replace(/#.*$/s, '')}${hash === '' ? '' : `#${hash}`}`;
    const step = [...steps].some((part) => isFieldName(part) && fieldOf(part).address?.isStep) && !steps.has('content');
    try {
      if (step) history.pushState(history.state, '', address);
      else history.replaceState(history.state, '', address);
    } catch {
      board.report('hash', createFinding('hash-closed', 'hash'));
    }
  };
  const hear = (_snapshot: BoardSnapshot, changed: ReadonlySet<BoardPart>): void => {
    if (isPaused() || [...changed].every(isElsewhere)) return;
    if (!pending) queueMicrotask(write);
    pending = new Set([...(pending ?? []), ...changed]);
  };

  let resting: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      pending ??= new Set();
      write();
    }, REST);
  };

  read();
  map.addEventListener('guatu-camera-change', follow);
  const leave = board.subscribe(hear);
  window.addEventListener('hashchange', read);
  return () => {
    leave();
    clearTimeout(resting);
    map.removeEventListener('guatu-camera-change', follow);
    window.removeEventListener('hashchange', read);
    taken.delete(namespace);
    board.report('hash', null);
  };
}

/** Whether no address holds a part of a board. What is read decides which date needs no word. */
function isElsewhere(part: BoardPart): boolean {
  return isFieldName(part) ? fieldOf(part).address === null : part !== 'content';
}

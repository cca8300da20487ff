import type { Board } from '../board/board-store.js';

/** An element that has a board for others to show. */
export interface BoardHolder extends HTMLElement {
  readonly board: Board;
}

const holders = new Set<BoardHolder>();
const listeners = new Set<() => void>();

/** Lets other elements find a holder; call it when the holder is connected. */
export function addHolder(holder: BoardHolder): void {
  holders.add(holder);
  announceHolders();
}

/** Call it when the holder is disconnected. */
export function removeHolder(holder: BoardHolder): void {
  if (holders.delete(holder)) announceHolders();
}

/** Tells all who look for a board that one came, went or was exchanged. */
export function announceHolders(): void {
  for (const listener of Array.from(listeners)) listener();
}

/** @returns ends the subscription */
export function watchHolders(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a map on the page has this board. */
export function isOnMap(board: Board): boolean {
  for (const holder of holders) if (holder.board === board) return true;
  return false;
}

/**
 * The holder an element belongs to: the one its `for` names, else the nearest around it, else the first in its tree.
 *
 * @param id value of `for`, empty for none
 */
export function findHolder(element: Element, id: string): BoardHolder | undefined {
  if (id !== '') {
    for (let root: Node = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
      const found = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null;
      if (found) return [...holders].find((holder) => holder === found);
      if (!(root instanceof ShadowRoot)) return undefined;
    }
  }
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (holders.has(node as BoardHolder)) return node as BoardHolder;
  }
  const root = element.getRootNode();
  return [...holders].find((holder) => holder.getRootNode() === root);
}

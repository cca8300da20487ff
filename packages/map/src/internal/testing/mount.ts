import axe from 'axe-core';
import type { LitElement } from 'lit';
import { expect, onTestFinished } from 'vitest';
import type { BoardState } from '../../board/board.js';
import type { Board } from '../../board/board-store.js';
import { createBoard } from '../create-board.js';
import { tinySources } from './tiny-county.js';
import type { TinyFiles } from './tiny-county.js';

/** A board of the small county. */
export async function loadTinyBoard(state: Partial<BoardState> = {}, files: TinyFiles = {}): Promise<Board> {
  const board = createBoard({ target: 'income-5', ...state });
  await board.load(tinySources(files));
  return board;
}

/** Puts an element on the page until the test ends, as wide as asked for. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  width = 720,
): Promise<HTMLElementTagNameMap[Tag]> {
  const frame = document.createElement('main');
  frame.style.width = `${width}px`;
  const element = document.createElement(tag);
  Object.assign(element, properties);
  frame.append(element);
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await settle(element);
  return element;
}

/** Waits until an element has drawn what it was last told, sizes included. */
export async function settle(element: Element): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await (element as LitElement).updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Text of an element's inside as a reader sees it, in one line. */
export function readText(element: Element, selector = '[part=base]'): string {
  return (element.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

/** The part of an element's inside that a test needs. @throws when it is not there */
export function pick<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

/** Expects that axe finds nothing. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    ),
  ).toEqual([]);
}

/** Collects events of a name until the test ends. */
export function collect<Name extends keyof GlobalEventHandlersEventMap>(
  name: Name,
): GlobalEventHandlersEventMap[Name][] {
  const seen: GlobalEventHandlersEventMap[Name][] = [];
  const listener = (event: GlobalEventHandlersEventMap[Name]): void => void seen.push(event);
  document.addEventListener(name, listener as EventListener);
  onTestFinished(() => document.removeEventListener(name, listener as EventListener));
  return seen;
}

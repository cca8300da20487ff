import { expect, onTestFinished, test } from 'vitest';
import './all.js';
import type { Board } from '../board/board-store.js';
import { loadTinyBoard, mount, settle } from '../internal/testing/mount.js';
import { tinyPlan, tinySources } from '../internal/testing/tiny-county.js';

const TAGS = ['guatu-card', 'guatu-figures', 'guatu-legend', 'guatu-table', 'guatu-targets', 'guatu-timeline'] as const;

type Shown = HTMLElementTagNameMap[(typeof TAGS)[number]];

/** Elements of a board on one page, in their order; a map where it is asked for. */
async function mountAll(tags: readonly (typeof TAGS)[number][], board: Board): Promise<readonly Shown[]> {
  const elements = tags.map((tag) => Object.assign(document.createElement(tag), { board }));
  const frame = document.createElement('main');
  frame.append(...elements);
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  for (const element of elements) await settle(element);
  return elements;
}

function saidBy(elements: readonly Element[]): readonly string[] {
  return elements.flatMap(({ localName, shadowRoot }) =>
    shadowRoot?.querySelector('[part~=notice-illustrative]')?.textContent === '示例数据' ? [localName] : [],
  );
}

test.each(TAGS)('%s alone on a page says that figures are invented', async (tag) => {
  expect(saidBy(await mountAll([tag], await loadTinyBoard()))).toEqual([tag]);
});

test('of a board without a map one element says it; when that goes, the next', async () => {
  const elements = await mountAll(TAGS, await loadTinyBoard());
  expect(saidBy(elements)).toEqual(['guatu-card']);
  elements[0]?.remove();
  for (const element of elements) await settle(element);
  expect(saidBy(elements.slice(1))).toEqual(['guatu-figures']);
});

test('beside a map of the board the map says it; another board says it for itself', async () => {
  const board = await loadTinyBoard();
  const elements = await mountAll(['guatu-card', 'guatu-table'], board);
  const map = await mount('guatu-map', { board });
  for (const element of elements) await settle(element);
  expect(saidBy([map, ...elements])).toEqual(['guatu-map']);
  const others = await mountAll(['guatu-table'], await loadTinyBoard());
  expect(saidBy(others)).toEqual(['guatu-table']);
  map.parentElement?.remove();
  for (const element of elements) await settle(element);
  expect(saidBy(elements)).toEqual(['guatu-card']);
});

test('real figures are not said to be invented', async () => {
  const { illustrative: _, ...plan } = tinyPlan;
  const board = await loadTinyBoard();
  await board.load({ ...tinySources(), plan: { data: plan } });
  expect(saidBy(await mountAll(TAGS, board))).toEqual([]);
});

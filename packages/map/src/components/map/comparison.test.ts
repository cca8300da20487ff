import { expect, test } from 'vitest';
import '../../define/guatu-map.js';
import { expectAccessible, loadTinyBoard, mount, pick, readText, settle } from '../../internal/testing/mount.js';

test('two dates stand side by side, the earlier first, in one layout', async () => {
  const board = await loadTinyBoard({ compareTo: '2020-12-31' });
  const map = await mount('guatu-map', { board, renderer: 'svg' }, 1000);
  const stages = [...(map.shadowRoot?.querySelectorAll<HTMLElement>('[part=stage]') ?? [])];
  const moments = [...(map.shadowRoot?.querySelectorAll<HTMLElement>('[part=moment]') ?? [])];
  const inOrder = [...moments].sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
  expect(inOrder.map(({ innerText }) => innerText)).toEqual(['2020年12月31日', '2021年12月31日']);
  expect(stages.map((stage) => stage.querySelectorAll('svg [data-code]').length)).toEqual([5, 5]);
  const [one, other] = stages.map((stage) => stage.getBoundingClientRect());
  expect(one?.width).toBe(other?.width);
  expect(one?.top).toBe(other?.top);
  // nothing was reported in 2020, and its picture says so
  expect(stages[1]?.textContent).not.toContain('100');
  expect(readText(map, '[part=sentence]')).toContain('2020年12月31日至2021年12月31日');
  await expectAccessible(map);
});

test('they stand under each other where there is no room, and what is selected is ringed in both', async () => {
  const board = await loadTinyBoard({ compareTo: '2020-12-31', selected: '1001202' });
  const map = await mount('guatu-map', { board, renderer: 'svg' }, 390);
  const stages = [...(map.shadowRoot?.querySelectorAll<HTMLElement>('[part=stage]') ?? [])];
  const [first, second] = stages.map((stage) => stage.getBoundingClientRect());
  expect(first?.left).toBe(second?.left);
  expect(Math.abs((first?.top ?? 0) - (second?.top ?? 0))).toBeGreaterThan(100);
  for (const stage of stages) expect(stage.querySelectorAll('[data-layer=rings] > *').length).toBeGreaterThan(0);
  stages[1]?.querySelector('[data-code="1001201"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(board.snapshot.state.selected).toBe('1001201');
});

test('a change is one picture, and without a second date there is one again', async () => {
  const board = await loadTinyBoard({ compareTo: '2020-12-31' });
  const map = await mount('guatu-map', { board, renderer: 'svg' }, 1000);
  const count = (): number => map.shadowRoot?.querySelectorAll('[part=stage]').length ?? 0;
  expect(count()).toBe(2);
  board.request({ comparison: 'change' });
  await settle(map);
  expect(count()).toBe(1);
  expect(board.snapshot.painting?.legend.basis).toBe('change');
  map.compareTo = '';
  await settle(map);
  expect(board.snapshot.painting?.legend.basis).toBe('progress');
  expect(map.hasAttribute('compare-to')).toBe(false);
});

test('attributes say what is asked, and are refused where it cannot be had', async () => {
  const board = await loadTinyBoard();
  const map = await mount('guatu-map', { board, renderer: 'svg' });
  map.setAttribute('breaks', '1,5,10');
  map.setAttribute('domain', 'income');
  map.setAttribute('target', '');
  map.setAttribute('comparison', 'change');
  map.setAttribute('compare-to', '2020-12-31');
  await settle(map);
  expect(board.snapshot.state).toMatchObject({
    breaks: [1, 5, 10],
    domain: 'income',
    target: null,
    comparison: 'change',
    compareTo: '2020-12-31',
  });
  expect(map.breaks).toEqual([1, 5, 10]);
  expect(pick(map, '[part=sentence]').textContent).toContain('增收');
  map.setAttribute('breaks', 'jenks');
  await settle(map);
  expect(board.snapshot.state.breaks).toEqual([1, 5, 10]);
  expect(board.snapshot.diagnostics.map(({ code }) => code)).toContain('state-breaks');
});

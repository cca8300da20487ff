import { describe, expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import { tinyObservations, tinySources } from '../../internal/testing/tiny-county.js';
import { createBoard } from '../../internal/create-board.js';
import { VERSION } from '../../internal/version.js';
import { GuatuMap } from './map.js';

const svgOnly = { renderer: 'svg' } as const;

function fillOf(map: Element, code: string): string | null {
  return pick(map, `[data-code="${code}"][d]`).getAttribute('fill');
}

async function mountTiny(state: Parameters<typeof loadTinyBoard>[0] = {}): Promise<GuatuMap> {
  return mount('guatu-map', { ...svgOnly, board: await loadTinyBoard(state) });
}

const key = (map: Element, name: string): boolean =>
  pick(map, '[role=listbox]').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

test('defaults', async () => {
  const map = await mount('guatu-map');
  expect(map).toBeInstanceOf(GuatuMap);
  expect(GuatuMap.version).toBe(VERSION);
  expect(map).toMatchObject({
    plan: '',
    areas: '',
    data: '',
    asOf: '',
    target: null,
    view: 'both',
    level: 'village',
    selected: null,
    locale: 'zh',
    theme: 'light',
    textSize: 'standard',
    highContrast: false,
    renderer: 'auto',
    publisher: '',
    approvalNumber: '',
  });
  expect(readText(map, '.message')).toContain('还没有数据');
  await expectAccessible(map);
});

test('attributes become state, and state is reflected', async () => {
  const map = await mountTiny();
  for (const [name, value] of Object.entries({
    view: 'lights',
    level: 'township',
    locale: 'en-GB',
    theme: 'dark',
    'text-size': 'large',
    'as-of': '2020-12-31',
    selected: '1001',
  })) {
    map.setAttribute(name, value);
  }
  map.toggleAttribute('high-contrast', true);
  await settle(map);
  expect(map.board.snapshot.state).toMatchObject({
    view: 'lights',
    level: 'township',
    locale: 'en',
    theme: 'dark',
    textSize: 'large',
    asOf: '2020-12-31',
    selected: '1001',
    highContrast: true,
  });
  map.board.request({ view: 'rollout', selected: null, highContrast: false });
  await settle(map);
  expect(map.getAttribute('view')).toBe('rollout');
  expect(map.hasAttribute('selected')).toBe(false);
  expect(map.hasAttribute('high-contrast')).toBe(false);
  await expectAccessible(map);
});

test('draws every village in a sentence’s company, and nothing for the page’s own doing', async () => {
  const selections = collect('guatu-area-select');
  const map = await mountTiny();
  expect(map.shadowRoot?.querySelectorAll('path[data-code]')).toHaveLength(5);
  expect(readText(map, '.sentence')).toContain('收入5万元以上的村，截至2021年12月31日');
  expect(readText(map, '.notices')).toContain('示例数据');
  map.selected = '1001201';
  await settle(map);
  expect(selections).toEqual([]);
  await expectAccessible(map);
});

test('zero, missing, and the lowest class do not look alike', async () => {
  const map = await mountTiny();
  const looks = ['1002201', '1002202', '1001202'].map((code) => {
    const path = pick(map, `[data-code="${code}"][d]`);
    return ['fill', 'stroke', 'stroke-width', 'stroke-dasharray']
      .map((name) => path.getAttribute(name)?.replace(/#guatu-\d+/, ''))
      .join(' ');
  });
  expect(new Set(looks).size).toBe(3);
});

test('one changed figure changes the village’s fill and the sentence', async () => {
  const map = await mountTiny();
  const before = { fill: fillOf(map, '1001202'), other: fillOf(map, '1001201'), sentence: readText(map, '.sentence') };
  await map.board.load(tinySources({ observations: tinyObservations.replace('2021,4.2,', '2021,5.1,') }));
  await settle(map);
  expect(fillOf(map, '1001202')).not.toBe(before.fill);
  expect(fillOf(map, '1001201')).toBe(before.other);
  expect(readText(map, '.sentence')).not.toBe(before.sentence);
  expect(readText(map, '.sentence')).toContain('3村达到');
});

describe('by keyboard', () => {
  test('arrows walk to neighbours, Enter selects, Escape lets go', async () => {
    const selections = collect('guatu-area-select');
    const points = collect('guatu-area-point');
    const map = await mountTiny();
    const list = pick(map, '[role=listbox]');
    const active = (): string => pick(map, `#${list.getAttribute('aria-activedescendant')}`).textContent.trim();
    key(map, 'Home');
    await settle(map);
    expect(active()).toContain('上沟村');
    key(map, 'ArrowRight');
    await settle(map);
    expect(active()).toContain('下沟村');
    expect(map.board.snapshot.state.pointed).toBe('1001202');
    expect(readText(map, '.tip')).toContain('4.2万元');
    key(map, 'Enter');
    await settle(map);
    expect(map.selected).toBe('1001202');
    expect(list.querySelector('[aria-selected=true]')?.textContent).toContain('下沟村');
    await expectAccessible(map);
    key(map, 'Escape');
    await settle(map);
    expect(map.selected).toBeNull();
    expect(selections.map(({ code }) => code)).toEqual(['1001202', null]);
    expect(points.map(({ code }) => code)).toEqual(['1001201', '1001202', null]);
  });

  test.each([
    ['红', '1002202'],
    ['xz', '1001203'],
    ['1002201', '1002201'],
  ])('typing %s finds %s', async (typed, code) => {
    const map = await mountTiny();
    for (const character of typed) key(map, character);
    expect(map.board.snapshot.state.pointed).toBe(code);
  });
});

test('a press selects, a press again takes it back', async () => {
  const selections = collect('guatu-area-select');
  const map = await mountTiny();
  const tile = pick<SVGPathElement>(map, '[data-code="1001203"][d]');
  tile.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle(map);
  expect(map.getAttribute('selected')).toBe('1001203');
  tile.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle(map);
  expect(selections.map(({ code }) => code)).toEqual(['1001203', null]);
});

test('pointing shows the same tip as the keyboard does', async () => {
  const map = await mountTiny();
  pick(map, '[data-code="1001202"][d]').dispatchEvent(
    new PointerEvent('pointermove', { bubbles: true, composed: true, clientX: 100, clientY: 100 }),
  );
  await settle(map);
  const byPointer = readText(map, '.tip');
  pick(map, '.stage').dispatchEvent(new PointerEvent('pointerleave'));
  await settle(map);
  expect(map.shadowRoot?.querySelector('.tip')).toBeNull();
  for (const name of ['Home', 'ArrowRight']) key(map, name);
  await settle(map);
  expect(readText(map, '.tip')).toBe(byPointer);
});

test('outlines stand while the figures are read', async () => {
  const board = createBoard();
  const map = await mount('guatu-map', { ...svgOnly, board });
  let paths = 0;
  board.subscribe(({ status, roster }) => {
    if (status !== 'loading' || !roster) return;
    void settle(map).then(
      () => (paths = Math.max(paths, map.shadowRoot?.querySelectorAll('path[data-code]').length ?? 0)),
    );
  });
  await board.load(tinySources());
  await vi.waitFor(() => expect(paths).toBe(5));
});

test('a missing file is said where the reader looks, and the rest is drawn', async () => {
  const problems = collect('guatu-diagnostic');
  const map = await mount('guatu-map', { ...svgOnly });
  await map.board.load({ ...tinySources(), observations: '/no/such/observations.csv' });
  await settle(map);
  expect(readText(map, '.message')).toMatch(/observations\.csv/);
  expect(map.shadowRoot?.querySelectorAll('path[data-code]')).toHaveLength(5);
  expect(problems.at(-1)?.diagnostics.some(({ path }) => path === 'observations.csv')).toBe(true);
  await expectAccessible(map);
});

test('addresses in attributes are read, and what is not a data file is named', async () => {
  const map = await mount('guatu-map', {
    ...svgOnly,
    plan: '/nowhere/plan.json',
    areas: '/nowhere/areas.csv',
    data: '/nowhere/notes.txt /nowhere/2023.csv /nowhere/events.csv',
  });
  await vi.waitFor(() => expect(map.board.snapshot.status).toBe('failed'));
  await settle(map);
  expect(readText(map, '.message')).toContain('areas.csv');
  // all of them, not the first
  expect(map.board.snapshot.diagnostics.filter(({ code }) => code === 'source-name').map(({ path }) => path)).toEqual([
    'notes.txt',
    '2023.csv',
  ]);
  await expectAccessible(map);
});

test('maplibre takes over with the same picture, without the page moving', async () => {
  const draws = collect('guatu-draw');
  const map = await mount('guatu-map', { board: await loadTinyBoard() });
  const before = map.getBoundingClientRect();
  map.zoomBy(1);
  await vi.waitFor(() => expect(draws.map(({ renderer }) => renderer)).toContain('maplibre'), { timeout: 25_000 });
  expect(draws[0]?.renderer).toBe('svg');
  expect(map.getBoundingClientRect()).toEqual(before);
  expect(pick(map, '#svg').classList.contains('is-behind')).toBe(true);
  expect(pick(map, '#maplibre').querySelector('canvas')).not.toBeNull();
  map.renderer = 'svg';
  await settle(map);
  expect(pick(map, '#svg').classList.contains('is-behind')).toBe(false);
  expect(map.shadowRoot?.querySelector('canvas')).toBeNull();
});

test('moved in the document it keeps its picture; removed it lets go', async () => {
  const map = await mountTiny();
  const svg = pick(map, '#svg svg');
  const other = document.createElement('div');
  map.parentElement?.append(other);
  other.append(map);
  await settle(map);
  expect(pick(map, '#svg svg')).toBe(svg);
  map.remove();
  await new Promise((resolve) => setTimeout(resolve));
  expect(map.shadowRoot?.querySelector('#svg svg')).toBeNull();
});

test.each(['light', 'dark', 'government-red', 'big-screen'] as const)('%s is readable', async (theme) => {
  const map = await mountTiny({
    theme,
    highContrast: theme === 'dark',
    textSize: theme === 'big-screen' ? 'large' : 'standard',
  });
  map.publisher = '县农业农村局';
  map.approvalNumber = '甘S(2021)1号';
  await settle(map);
  expect(readText(map, '.imprint')).toBe('数据截至 2021年12月31日 发布：县农业农村局 审图号：甘S(2021)1号');
  await expectAccessible(map);
});

test('within a township its villages are drawn alone, and the sentence, the legend and the card are about it', async () => {
  const map = await mountTiny({ level: 'township' });
  map.within = '1001';
  await settle(map);
  expect(map.getAttribute('within')).toBe('1001');
  expect(
    [...(map.shadowRoot?.querySelectorAll('path[data-code]') ?? [])].map((path) => path.getAttribute('data-code')),
  ).toEqual(['1001201', '1001202', '1001203']);
  // 6.2 and 5 of 6.2, 4.2 and 5 reach 5; 2 of 3 is 66.7 %; nothing is asked of a township that the county owes
  expect(readText(map, '.sentence')).toBe(
    '东镇，收入5万元以上的村，截至2021年12月31日：3村中2村达到，占66.7%；3村全部报数；只展示不判定。',
  );
  expect(map.scene?.legend).toMatchObject({
    total: 3,
    nothings: [],
    notes: [expect.any(String), '另有1个居委会不在推进范围，未画在图上'],
  });
  map.within = null;
  await settle(map);
  expect(map.shadowRoot?.querySelectorAll('path[data-code]')).toHaveLength(2);
});

test('a township that is not there is told, and the whole county drawn', async () => {
  const map = await mountTiny({ within: '1001201' });
  expect(map.shadowRoot?.querySelectorAll('path[data-code]')).toHaveLength(5);
  expect(map.board.snapshot.diagnostics.map(({ code, path }) => `${path} ${code}`)).toEqual(['within state-within']);
});

test('what nobody chose is no attribute; what was written stays as it was written', async () => {
  const map = document.createElement('guatu-map');
  map.setAttribute('theme', 'light');
  map.setAttribute('renderer', 'svg');
  map.board = await loadTinyBoard({ target: null });
  document.body.append(map);
  onTestFinished(() => map.remove());
  await settle(map);
  expect(map.asOf).toBe('2021-12-31');
  expect(map.getAttributeNames().sort()).toEqual(['renderer', 'theme']);
  map.asOf = '2020-12-31';
  map.theme = 'dark';
  await settle(map);
  expect([map.getAttribute('as-of'), map.getAttribute('theme')]).toEqual(['2020-12-31', 'dark']);
  Object.assign(map, { asOf: '2021-12-31', theme: 'light' });
  await settle(map);
  expect([map.getAttribute('as-of'), map.getAttribute('theme')]).toEqual(['2021-12-31', null]);
});

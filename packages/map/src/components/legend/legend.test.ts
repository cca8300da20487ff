import { describe, expect, test, vi } from 'vitest';
import '../../define/guatu-legend.js';
import '../../define/guatu-map.js';
import { NO_FILTER } from '../../board/board.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import { choose, isChosen, isLeft } from './legend-filter.js';
import { tinyObservations } from '../../internal/testing/tiny-county.js';
import type { GuatuLegend } from './legend.js';

async function mountTiny(...given: Parameters<typeof loadTinyBoard>): Promise<GuatuLegend> {
  const board = await loadTinyBoard(...given);
  const map = await mount('guatu-map', { board, renderer: 'svg' });
  const legend = document.createElement('guatu-legend');
  map.append(legend);
  await settle(map);
  await settle(legend);
  return legend;
}

test('explains a board that no map shows', async () => {
  const board = await loadTinyBoard();
  const legend = await mount('guatu-legend', { board });
  // the same as beside a map, which says itself that figures are invented
  const beside = await mountTiny();
  expect(readText(legend, '[part=matrix]')).toBe(readText(beside, '[part=matrix]'));
  expect(readText(legend, '.shown')).toBe(readText(beside, '.shown'));
  expect(legend.shadowRoot?.querySelectorAll('.cell').length).toBeGreaterThan(0);
  board.request({ view: 'lights' });
  await settle(legend);
  expect(legend.shadowRoot?.querySelector('[part=matrix] caption')?.textContent).toBe(
    board.snapshot.painting?.legend.title,
  );
  await expectAccessible(legend);
});

test('mixes its colours with the ground that the page chose for the map', async () => {
  const board = await loadTinyBoard({ view: 'lights' });
  const frame = await mount('guatu-map', { board, renderer: 'svg' });
  const legend = document.createElement('guatu-legend');
  frame.append(legend);
  const fills = (): readonly (string | null)[] =>
    [...(legend.shadowRoot?.querySelectorAll('.cell rect') ?? [])].map((rect) => rect.getAttribute('fill'));
  await settle(legend);
  expect(fills().length).toBeGreaterThan(0);
  expect(fills()).not.toContain('#e0f0ff');
  frame.style.setProperty('--guatu-ground', '#e0f0ff');
  await vi.waitFor(() => expect(fills()).toContain('#e0f0ff'));
});

function press(legend: GuatuLegend, name: string): Promise<void> {
  const buttons = [...(legend.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find(
    (button) => (button.getAttribute('aria-label') ?? button.innerText.replace(/\s+/g, ' ').trim()) === name,
  );
  if (!found)
    throw new Error(
      `no button ${name} among ${buttons.map((button) => button.getAttribute('aria-label') ?? button.innerText).join(' | ')}`,
    );
  found.click();
  return settle(legend);
}

test('without a map it says that there is nothing to explain', async () => {
  const legend = await mount('guatu-legend');
  expect(legend).toMatchObject({ for: '', board: null });
  expect(readText(legend)).toBe('图例 没有可解释的图');
  await expectAccessible(legend);
});

test('what is chosen is explained at once, and once: nobody waits for the map to have drawn', async () => {
  const legend = await mountTiny();
  const { board } = legend;
  const update = vi.spyOn(legend as unknown as { update: (changed: unknown) => void }, 'update');
  board?.request({ view: 'rollout' });
  await legend.updateComplete;
  expect(readText(legend)).toContain('启动');
  await settle(legend);
  expect(update).toHaveBeenCalledTimes(1);
  board?.request({ pointed: '1001201' });
  await settle(legend);
  expect(update).toHaveBeenCalledTimes(1);
  update.mockRestore();
});

test('starts nobody reports are a class of their own, and no older figures', async () => {
  const legend = await mountTiny({ view: 'rollout', target: null }, { events: '' });
  const cells = [...(legend.shadowRoot?.querySelectorAll('.cell') ?? [])].map((cell) =>
    cell.getAttribute('aria-label'),
  );
  // ① 2 villages of 2020, whose year has passed; ② 3 of 2021, in their year
  expect(cells.filter((label) => !label?.endsWith('：0'))).toEqual(['①2020年，未报启动：2', '②2021年，本年应启动：3']);
  expect(readText(legend)).not.toContain('沿用较早报数');
});

test('counts every village once: in a cell, or among the kinds of nothing', async () => {
  const legend = await mountTiny();
  const cells = [...(legend.shadowRoot?.querySelectorAll('.cell') ?? [])].map((cell) =>
    cell.getAttribute('aria-label'),
  );
  expect(cells.filter((label) => !label?.endsWith('：0'))).toEqual([
    '①2020年，80–100%：1',
    '①2020年，达到：1',
    '②2021年，0–20%：1',
    '②2021年，达到：1',
  ]);
  expect(readText(legend)).toContain('未报数 1');
  expect(readText(legend)).toContain('共 5 村');
  await expectAccessible(legend);
});

test('a cell filters the map and says how many are left; pressed again it lets go', async () => {
  const filters = collect('guatu-filter-change');
  const legend = await mountTiny();
  await press(legend, '②2021年，达到：1');
  expect(legend.board?.snapshot.state.filter).toEqual({ cohorts: ['2021'], classes: [5] });
  expect(readText(legend)).toContain('筛选出 1 / 5 村');
  expect(pick(legend, '[aria-label="②2021年，达到：1"]').getAttribute('aria-pressed')).toBe('true');
  // counts stay true under the filter
  expect(pick(legend, '[aria-label="①2020年，达到：1"]')).toBeTruthy();
  await expectAccessible(legend);
  await press(legend, '②2021年，达到：1');
  expect(legend.board?.snapshot.state.filter).toEqual(NO_FILTER);
  expect(filters).toHaveLength(2);
});

test('rows, columns and kinds of nothing add up', async () => {
  const legend = await mountTiny();
  await press(legend, '达到：2');
  await press(legend, '未报数 1');
  expect(readText(legend)).toContain('筛选出 3 / 5 村');
  pick<HTMLButtonElement>(legend, '.clear').click();
  await settle(legend);
  await press(legend, '① 2020年：2');
  expect(readText(legend)).toContain('筛选出 2 / 5 村');
});

test('of two dates side by side it counts both in one cell, and says which is which', async () => {
  const legend = await mountTiny({ compareTo: '2020-12-31' });
  expect(readText(legend)).toContain('每格上为2020年12月31日，下为2021年12月31日');
  expect(pick(legend, '[aria-label="②2021年，达到：0 → 1"]').textContent.replace(/\s+/g, ' ').trim()).toBe('0 1');
  // nobody reported in 2020
  expect(readText(legend)).toContain('未报数 5 → 1');
  await expectAccessible(legend);
});

test('of a change it says what is compared, and filters by class', async () => {
  const legend = await mountTiny({ compareTo: '2020-12-31', comparison: 'change', view: 'rollout' });
  expect(readText(legend)).toContain('启动年 × 启动变化');
  await press(legend, '新启动：1');
  expect(readText(legend)).toContain('筛选出 1 / 5 村');
  await expectAccessible(legend);
});

test('of a change in points the class of no change is named by its 0', async () => {
  const legend = await mountTiny({ target: 'garden-villages', compareTo: '2020-12-31', comparison: 'change' });
  expect(pick(legend, '[aria-label^="0（不变）"]').textContent.trim()).toBe('0');
  await expectAccessible(legend);
});

test('lights filter too, and the keyboard reaches every cell', async () => {
  const legend = await mountTiny({ target: 'garden-villages', asOf: '2021-12-31' });
  const keys = [...(legend.shadowRoot?.querySelectorAll<HTMLButtonElement>('ul button') ?? [])];
  const red = keys.find((button) => button.innerText.includes('红灯'));
  const count = Number(/\d+/.exec(red?.innerText ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  red?.click();
  await settle(legend);
  expect(readText(legend)).toContain(`筛选出 ${count} / 5 村`);
  expect(pick(legend, '[role=status]').textContent).toContain('筛选出');
  for (const button of Array.from(legend.shadowRoot?.querySelectorAll('button') ?? [])) expect(button.tabIndex).toBe(0);
});

test('of lights the columns are named in a word, and what is carried forward has the dots of its own class', async () => {
  const observations = `${tinyObservations}vegetables,1001201,2022-H1,130,,,亩,2022-07-01,示例数据,\n`;
  const board = await loadTinyBoard(
    { target: 'vegetable-area', view: 'lights', asOf: '2022-06-30', locale: 'en' },
    { observations },
  );
  const map = await mount('guatu-map', { board, renderer: 'svg' });
  const legend = document.createElement('guatu-legend');
  map.append(legend);
  await settle(legend);
  const heads = [...(legend.shadowRoot?.querySelectorAll('.column-head') ?? [])].map((head) =>
    head.textContent?.trim(),
  );
  expect(heads).toEqual(['green', 'yellow', 'red', 'none']);
  const carried = [...(legend.shadowRoot?.querySelectorAll('.key') ?? [])].find((key) =>
    key.textContent?.includes('carried forward'),
  );
  expect(carried?.querySelector('.count')?.textContent).toBe('3');
  const { legend: drawn } = board.snapshot.painting ?? {};
  const fill = carried?.querySelector('pattern rect')?.getAttribute('fill');
  expect(fill).toBe(drawn?.classes[3]?.paint.fill);
  expect(fill).not.toBe(drawn?.classes[2]?.paint.fill);
});

test('says how classes were cut', async () => {
  expect(readText(await mountTiny({ view: 'figure' }))).toContain('按计划对单个地区的要求分级：5万元，含下限');
  expect(readText(await mountTiny({ view: 'figure', breaks: [2, 4] }))).toContain('自定分级：2、4万元，含下限');
});

test('lets the reader choose how classes are cut, where it is asked to', async () => {
  const told = collect('guatu-breaks-change');
  const legend = await mountTiny({ view: 'figure', breaks: [2, 4] });
  expect(legend.shadowRoot?.querySelector('select')).toBeNull();
  legend.chooseBreaks = true;
  await settle(legend);
  const select = pick<HTMLSelectElement>(legend, 'select');
  expect([...select.options].map(({ text }) => text)).toEqual(['2, 4', '默认', '等距', '等数量', '自然间断']);
  expect(select.selectedOptions[0]?.text).toBe('2, 4');
  select.value = 'quantile';
  select.dispatchEvent(new Event('change'));
  await settle(legend);
  expect(legend.board?.snapshot.state.breaks).toBe('quantile');
  expect(told.map(({ breaks }) => breaks)).toEqual(['quantile']);
  await expectAccessible(legend);
  // what the page sets is shown, and told to nobody
  legend.board?.request({ breaks: 'equal' });
  await settle(legend);
  expect(select.value).toBe('equal');
  expect(told).toHaveLength(1);
  // states have classes of their own
  legend.board?.request({ view: 'rollout' });
  await settle(legend);
  expect(legend.shadowRoot?.querySelector('select')).toBeNull();
});

test('is in the language and the theme of its map', async () => {
  const legend = await mountTiny({ locale: 'en', theme: 'dark', textSize: 'large' });
  expect(readText(legend)).toContain('Legend Start year × attainment');
  await expectAccessible(legend);
});

describe('a filter', () => {
  test('a cell stands alone', () => {
    const cell = choose({ cohorts: ['2020'], classes: [] }, { cohort: '2021', class: 3 });
    expect(cell).toEqual({ cohorts: ['2021'], classes: [3] });
    expect(choose(cell, { class: 'noData' })).toEqual({ cohorts: [], classes: ['noData'] });
  });
  test('nothing chosen leaves everything', () => {
    expect(isLeft(NO_FILTER, { cohort: '2020', class: 0 })).toBe(true);
    expect(isChosen(NO_FILTER, { class: 0 })).toBe(false);
    expect(isLeft({ cohorts: [], classes: [1] }, { cohort: '2020', class: 0 })).toBe(false);
  });
});

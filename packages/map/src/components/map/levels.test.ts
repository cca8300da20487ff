import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../define/guatu-map.js';
import { fictionalCounty } from '../../fictional/index.js';
import type { BoardSources } from '../../board/board.js';
import { createBoard } from '../../internal/create-board.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import type { GuatuMap } from './map.js';

async function mountTiny(state: Parameters<typeof loadTinyBoard>[0] = {}): Promise<GuatuMap> {
  return mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard(state) });
}

/** A made-up county in polygons. */
function fictionalSources(villages: number): BoardSources {
  const { plan, areasCsv, observationsCsv, eventsCsv, boundaries } = fictionalCounty({ villages, corners: 6 });
  return {
    plan: { data: plan },
    areas: { name: 'areas.csv', text: areasCsv },
    observations: { name: 'observations.csv', text: observationsCsv },
    events: { name: 'events.csv', text: eventsCsv },
    boundaries: { data: boundaries },
  };
}

const key = (map: Element, name: string): boolean =>
  pick(map, '[role=listbox]').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

const drawn = (map: Element): string[] =>
  [...(map.shadowRoot?.querySelectorAll('path[data-code]') ?? [])].map((path) => path.getAttribute('data-code') ?? '');

const press = (map: Element, code: string): boolean =>
  pick(map, `path[data-code="${code}"]`).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));

const crumb = (map: Element): string => readText(map, '[part=breadcrumb]');

describe('descending and coming back', () => {
  test('two presses in a row on a township draw its villages; the breadcrumb leads back', async () => {
    const changes = collect('guatu-within-change');
    const map = await mountTiny({ level: 'township' });
    expect(crumb(map)).toBe('小县');
    press(map, '1001');
    press(map, '1001');
    await settle(map);
    expect(drawn(map)).toEqual(['1001201', '1001202', '1001203']);
    expect(crumb(map)).toBe('小县 东镇');
    expect(pick(map, '[aria-current=location]').textContent.trim()).toBe('东镇');
    await expectAccessible(map);
    pick<HTMLButtonElement>(map, '[part=breadcrumb] button').click();
    await settle(map);
    expect(drawn(map)).toEqual(['1001', '1002']);
    expect(changes.map(({ within }) => within)).toEqual(['1001', null]);
    // the keyboard goes on where the breadcrumb's button was taken away
    expect(map.shadowRoot?.activeElement).toBe(pick(map, '[role=listbox]'));
  });

  test('Enter descends, space only selects, Backspace and Escape ascend', async () => {
    const map = await mountTiny({ level: 'township' });
    key(map, 'Home');
    key(map, ' ');
    expect(map).toMatchObject({ selected: '1001', within: null });
    key(map, 'Enter');
    await settle(map);
    expect(map.within).toBe('1001');
    key(map, 'Backspace');
    await settle(map);
    expect(map.within).toBeNull();
    key(map, 'Home');
    key(map, 'Enter');
    await settle(map);
    expect(map.within).toBe('1001');
    // the first Escape lets the selection go, the second one the township
    key(map, 'Escape');
    expect(map).toMatchObject({ selected: null, within: '1001' });
    key(map, 'Escape');
    expect(map.within).toBeNull();
  });

  test('a village has nothing below it: it stays, and is selected', async () => {
    const map = await mountTiny();
    press(map, '1001201');
    press(map, '1001201');
    expect(map).toMatchObject({ within: null, selected: null });
    key(map, 'Home');
    key(map, 'Enter');
    expect(map).toMatchObject({ within: null, selected: '1001201' });
  });

  test('a township’s name over its villages selects it, and pressed twice descends', async () => {
    const map = await mountTiny();
    const header = pick<HTMLButtonElement>(map, '.header[data-group="1002"]');
    const name = pick(map, 'text[data-for="1002"]').getBoundingClientRect();
    const box = header.getBoundingClientRect();
    expect(box.left).toBeLessThanOrEqual(name.left);
    expect(box.right).toBeGreaterThanOrEqual(name.right);
    header.click();
    await settle(map);
    expect(map.selected).toBe('1002');
    expect(crumb(map)).toBe('小县 西乡');
    pick<HTMLButtonElement>(map, '.header[data-group="1002"]').click();
    await settle(map);
    expect(drawn(map)).toEqual(['1002201', '1002202']);
  });

  test('a selected village shows the way into its township, by a button', async () => {
    const map = await mountTiny({ selected: '1002201' });
    expect(crumb(map)).toBe('小县 西乡 白杨村');
    const button = pick<HTMLButtonElement>(map, '[part=breadcrumb] button');
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    button.click();
    await settle(map);
    expect(map).toMatchObject({ within: '1002', selected: '1002201' });
    expect(crumb(map)).toBe('小县 西乡 白杨村');
  });

  test('what is selected in another township is let go, and told', async () => {
    const selections = collect('guatu-area-select');
    const map = await mountTiny({ level: 'township', selected: '1002' });
    key(map, 'Home');
    key(map, 'Enter');
    expect(map).toMatchObject({ within: '1001', selected: null });
    expect(selections.map(({ code }) => code)).toEqual([null]);
  });

  test('the page may descend too, without an event', async () => {
    const changes = collect('guatu-within-change');
    const map = await mountTiny();
    map.setAttribute('within', '1001');
    await settle(map);
    expect(drawn(map)).toHaveLength(3);
    map.removeAttribute('within');
    await settle(map);
    expect(drawn(map)).toHaveLength(5);
    expect(changes).toEqual([]);
  });

  test('fixed levels leave descending to the page', async () => {
    const map = await mountTiny({ level: 'township', levels: 'fixed' });
    expect(map.shadowRoot?.querySelector('[part=breadcrumb]')).toBeNull();
    press(map, '1001');
    press(map, '1001');
    key(map, 'Home');
    key(map, 'Enter');
    expect(map.within).toBeNull();
    map.within = '1001';
    await settle(map);
    key(map, 'Backspace');
    expect(map.within).toBe('1001');
  });

  test('in English', async () => {
    const map = await mountTiny({ locale: 'en', selected: '1001201' });
    expect(pick(map, '[part=breadcrumb]').getAttribute('aria-label')).toBe('where you are');
    expect(pick(map, '[part=breadcrumb] button').title).toBe('show only the villages of 东镇');
    expect(pick(map, '[part=base]').lang).toBe('en');
    for (const character of 'xg') key(map, character);
    expect(map.board.snapshot.state.pointed).toBe('1001202');
    await expectAccessible(map);
  });
});

describe('a county in polygons', () => {
  async function mountPolygons(properties: Partial<GuatuMap> = {}): Promise<GuatuMap> {
    const board = createBoard({ level: 'township' });
    await board.load(fictionalSources(40));
    return mount('guatu-map', { board, ...properties });
  }

  test('arrows walk, codes are found, Enter descends to the township’s own villages', async () => {
    const map = await mountPolygons({ renderer: 'svg' });
    const { areas } = map.scene?.layout ?? { areas: [] };
    expect(areas).toHaveLength(4);
    key(map, 'Home');
    const walked = new Set([map.board.snapshot.state.pointed]);
    for (const name of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']) {
      key(map, name);
      walked.add(map.board.snapshot.state.pointed);
    }
    expect(walked.size).toBeGreaterThanOrEqual(3);
    for (const character of areas[2]?.code ?? '') key(map, character);
    expect(map.board.snapshot.state.pointed).toBe(areas[2]?.code);
    key(map, 'Enter');
    await settle(map);
    const villages = map.scene?.layout.areas ?? [];
    expect(villages.length).toBeGreaterThan(1);
    expect(villages.every(({ group }) => group === areas[2]?.code)).toBe(true);
    await expectAccessible(map);
  });

  test('tiles lie elsewhere at each level: there zooming changes nothing', async () => {
    const map = await mountTiny({ level: 'township', levels: 'zoom' });
    for (const _ of [1, 2, 3]) pick<HTMLButtonElement>(map, '[data-action=zoomIn]').click();
    await settle(map);
    expect(map.level).toBe('township');
    expect(pick<HTMLButtonElement>(map, '[data-action=zoomOut]').disabled).toBe(false);
    press(map, '1001');
    press(map, '1001');
    expect(map.within).toBe('1001');
  });

  test('without WebGL levels follow the zoom too', async () => {
    const map = await mountPolygons({ renderer: 'svg', levels: 'zoom' });
    pick<HTMLButtonElement>(map, '[data-action=zoomIn]').click();
    await settle(map);
    expect(map.level).toBe('village');
    expect(pick<HTMLButtonElement>(map, '[data-action=zoomOut]').disabled).toBe(false);
    pick<HTMLButtonElement>(map, '[data-action=fit]').click();
    await settle(map);
    expect(map.level).toBe('township');
  });

  test('levels follow the zoom: villages past a scale, townships on the way back, the camera kept', async () => {
    const levels = collect('guatu-level-change');
    const draws = collect('guatu-draw');
    const map = await mountPolygons({ renderer: 'maplibre', levels: 'zoom' });
    await vi.waitFor(() => expect(draws.map(({ renderer }) => renderer)).toContain('maplibre'), { timeout: 25_000 });
    await settle(map);
    const tool = (action: string): HTMLButtonElement => pick<HTMLButtonElement>(map, `[data-action=${action}]`);
    const mark = (): number => Number(tool('zoomOut').disabled);
    expect(map.level).toBe('township');
    expect(mark()).toBe(1);
    tool('zoomIn').click();
    await vi.waitFor(() => expect(map.level).toBe('village'), { timeout: 10_000 });
    await settle(map);
    expect(map.scene?.layout.areas).toHaveLength(40);
    // still zoomed in, for all that the villages are another layout
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settle(map);
    expect(mark()).toBe(0);
    tool('fit').click();
    await vi.waitFor(() => expect(map.level).toBe('township'), { timeout: 10_000 });
    expect(levels.map(({ level }) => level)).toEqual(['village', 'township']);
  });
});

describe('the toolbar', () => {
  test('shows what applies, large enough to be hit, and resets what the reader chose', async () => {
    const filters = collect('guatu-filter-change');
    const selections = collect('guatu-area-select');
    const withins = collect('guatu-within-change');
    const map = await mountTiny();
    const actions = (): (string | undefined)[] =>
      [...(map.shadowRoot?.querySelectorAll<HTMLElement>('[part=tool]') ?? [])].map(({ dataset }) => dataset.action);
    expect(actions().filter((action) => action !== 'fullscreen')).toEqual(['zoomIn', 'zoomOut']);
    map.board.request({ filter: { cohorts: ['2020'], classes: [] }, selected: '1001201', within: '1001' });
    await settle(map);
    expect(actions()).toContain('reset');
    for (const button of map.shadowRoot?.querySelectorAll('[part=tool]') ?? []) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await expectAccessible(map);
    pick<HTMLButtonElement>(map, '[data-action=reset]').click();
    await settle(map);
    expect(map.board.snapshot.state).toMatchObject({
      filter: { cohorts: [], classes: [] },
      selected: null,
      within: null,
    });
    expect([filters.length, selections.map(({ code }) => code), withins.map(({ within }) => within)]).toEqual([
      1,
      [null],
      [null],
    ]);
    expect(actions()).not.toContain('reset');
  });

  test('is reached by keyboard before the areas', async () => {
    const map = await mountTiny({ selected: '1001201' });
    const order: string[] = [];
    for (let step = 0; step < 6; step++) {
      await userEvent.tab();
      const active = map.shadowRoot?.activeElement;
      if (active)
        order.push(active.getAttribute('data-action') ?? active.getAttribute('role') ?? active.textContent.trim());
    }
    expect(order.indexOf('reset')).toBeGreaterThan(order.indexOf('东镇'));
    expect(order.indexOf('listbox')).toBeGreaterThan(order.indexOf('reset'));
    // names of townships are for the pointer: the breadcrumb stands for them
    expect(order.every((name) => name !== '')).toBe(true);
  });
});

test('2,000 areas: each is reached by key and read out, while the page holds a few hundred at a time', async () => {
  const board = createBoard();
  const { boundaries: _, ...sources } = fictionalSources(2000);
  await board.load(sources);
  const map = await mount('guatu-map', { renderer: 'svg', board });
  const list = pick(map, '[role=listbox]');
  const read = async (): Promise<Element> => {
    await settle(map);
    expect(list.querySelectorAll('[role=option]').length).toBeLessThanOrEqual(600);
    return pick(map, `#${list.getAttribute('aria-activedescendant')}`);
  };
  const all = map.scene?.layout.areas ?? [];
  expect(all).toHaveLength(2000);
  key(map, 'End');
  const last = await read();
  expect([last.getAttribute('aria-posinset'), last.getAttribute('aria-setsize')]).toEqual(['2000', '2000']);
  expect(last.textContent).toContain(all[1999]?.name);
  for (const character of all[777]?.code ?? '') key(map, character);
  const found = await read();
  expect(found.getAttribute('data-code')).toBe(all[777]?.code);
  await expectAccessible(map);
});

import { expect, test } from 'vitest';
import '../../define/guatu-map.js';
import '../../define/guatu-table.js';
import { collect, expectAccessible, loadTinyBoard, mount, pick, readText, settle } from '../../internal/testing/mount.js';
import type { GuatuTable } from './table.js';

async function mountTiny(state: Parameters<typeof loadTinyBoard>[0] = {}): Promise<GuatuTable> {
  const board = await loadTinyBoard(state);
  const map = await mount('guatu-map', { board, renderer: 'svg' });
  const table = document.createElement('guatu-table');
  map.append(table);
  await settle(map);
  await settle(table);
  return table;
}

const names = (table: GuatuTable): string[] => [...(table.shadowRoot?.querySelectorAll('tbody th') ?? [])].map(({ textContent }) => textContent.trim());

test('without a map it says that there is nothing to list', async () => {
  const table = await mount('guatu-table');
  expect(readText(table)).toBe('没有可列的地区');
  await expectAccessible(table);
});

test('the same areas and figures as the map, under its sentence', async () => {
  const table = await mountTiny();
  expect(names(table)).toEqual(['上沟村', '下沟村', '新庄村', '白杨村', '红柳村']);
  expect(readText(table, 'tbody tr:nth-child(2)')).toBe('下沟村 东镇 ① 2020 逾期未启动 4.2万元 / 5万元 80–100% 未过线');
  expect(readText(table, 'caption')).toContain('收入5万元以上的村');
  await expectAccessible(table);
});

test('sorts by figure with what has none last, both ways', async () => {
  const table = await mountTiny();
  const heads = (): HTMLButtonElement[] => [...(table.shadowRoot?.querySelectorAll<HTMLButtonElement>('thead button') ?? [])];
  heads()[4]?.click();
  await settle(table);
  expect(names(table).slice(2)).toEqual(['下沟村', '白杨村', '红柳村']);
  expect(pick(table, 'th[aria-sort=descending]').textContent).toContain('数值');
  heads()[4]?.click();
  await settle(table);
  expect(names(table)).toEqual(['白杨村', '下沟村', '上沟村', '新庄村', '红柳村']);
  await expectAccessible(table);
});

test('shares filter and selection with the map', async () => {
  const selections = collect('guatu-area-select');
  const table = await mountTiny();
  table.board?.request({ filter: { cohorts: ['2020'], classes: [] } });
  await settle(table);
  expect(names(table)).toEqual(['上沟村', '下沟村']);
  pick<HTMLButtonElement>(table, 'tbody button').click();
  await settle(table);
  expect(pick(table, 'tr[aria-current=true]').textContent).toContain('上沟村');
  expect(selections.map(({ code }) => code)).toEqual(['1001201']);
});

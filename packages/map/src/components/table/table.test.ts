import { expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import '../../define/guatu-table.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
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

const names = (table: GuatuTable): string[] =>
  [...(table.shadowRoot?.querySelectorAll('tbody th') ?? [])].map(({ textContent }) => textContent.trim());

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

test('an older figure says of which year it is', async () => {
  const table = await mountTiny({ target: 'vegetable-area', asOf: '2022-12-31' });
  expect(readText(table, 'tbody tr:nth-child(1)')).toContain('120亩 （2021年数）');
  await expectAccessible(table);
});

test('sorts by figure with what has none last, both ways', async () => {
  const table = await mountTiny();
  const heads = (): HTMLButtonElement[] => [
    ...(table.shadowRoot?.querySelectorAll<HTMLButtonElement>('thead button') ?? []),
  ];
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

test('searches by name, parent, initials and code, and says so to the page, which may do it too', async () => {
  const changes = collect('guatu-table-change');
  const table = await mountTiny();
  const field = pick<HTMLInputElement>(table, 'input');
  const search = async (text: string): Promise<string[]> => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle(table);
    return names(table);
  };
  expect(await search('西乡')).toEqual(['白杨村', '红柳村']);
  expect(readText(table, '[role=status]')).toBe('2 / 5');
  expect(await search('xg')).toEqual(['下沟村']);
  expect(await search('1001203')).toEqual(['新庄村']);
  expect(await search('东 沟')).toEqual(['上沟村', '下沟村']);
  expect(table.getAttribute('search')).toBe('东 沟');
  expect(changes.map(({ search: said }) => said)).toEqual(['西乡', 'xg', '1001203', '东 沟']);
  table.search = '';
  table.sort = '-name';
  await settle(table);
  expect(names(table)).toHaveLength(5);
  expect(pick(table, '[aria-sort=descending]').textContent).toContain('名称');
  expect(changes).toHaveLength(4);
  pick<HTMLButtonElement>(table, 'thead button').click();
  await settle(table);
  expect([table.sort, changes.at(-1)?.sort]).toEqual(['name', 'name']);
  table.sort = 'nonsense';
  await settle(table);
  expect(names(table)[0]).toBe('上沟村');
  await expectAccessible(table);
});

test('what is shown is saved as CSV: filter, search and order, with code and requirement', async () => {
  const saved: { readonly name: string; readonly href: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href });
  });
  const table = await mountTiny();
  table.board?.request({ filter: { cohorts: ['2020'], classes: [] } });
  table.sort = '-figure';
  await settle(table);
  pick<HTMLButtonElement>(table, '[part=download]').click();
  click.mockRestore();
  expect(saved[0]?.name).toBe('tiny-income-5-2021-12-31.csv');
  const lines = (await (await fetch(saved[0]?.href ?? '')).text()).split('\r\n');
  expect(lines[0]?.split(',').slice(0, 7)).toEqual(['代码', '名称', '所属', '批次', '启动', '数值', '要求']);
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 7))).toEqual([
    ['1001201', '上沟村', '东镇', '2020', '2020年4月1日启动', '6.2万元', '5万元'],
    ['1001202', '下沟村', '东镇', '2020', '逾期未启动', '4.2万元', '5万元'],
    [''],
  ]);
  // cut out and pasted elsewhere, no row loses that it is invented
  expect(lines.slice(0, 3).map((line) => line.split(',').at(-1))).toEqual(['示例说明', '示例数据', '示例数据']);
});

test('a row chosen on the map is the chosen row here', async () => {
  const table = await mountTiny();
  (table.closest('guatu-map') as HTMLElementTagNameMap['guatu-map']).selected = '1002201';
  await settle(table);
  expect(pick(table, 'tr[aria-current=true] th').textContent).toContain('白杨村');
});

test('of a domain it lists attainment and class, of a change what changed', async () => {
  const table = await mountTiny({ target: null, domain: 'income' });
  const heads = (): string => readText(table, 'thead');
  expect(heads()).toBe('名称 所属 批次 启动 数值 分级');
  // 4.2 of 5 is 84%, cut in fifths
  expect(readText(table, 'tbody tr:nth-child(2)')).toBe('下沟村 东镇 ① 2020 逾期未启动 84% 80–100%');
  expect(readText(table, 'tbody tr:nth-child(5)')).toContain('未报数');
  table.board?.request({ target: 'garden-villages', compareTo: '2020-12-31', comparison: 'change' });
  await settle(table);
  await settle(table);
  expect(heads()).toContain('变化 分级');
  // nobody reported in 2020
  expect(readText(table, 'tbody tr:nth-child(1)')).toContain('未报数');
  await expectAccessible(table);
});

import { expect, test } from 'vitest';
import '../../define/guatu-card.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import type { GuatuCard } from './card.js';

async function mountTiny(state: Parameters<typeof loadTinyBoard>[0] = {}): Promise<GuatuCard> {
  return mount('guatu-card', { board: await loadTinyBoard(state) }, 320);
}

test('without a board it is empty', async () => {
  const card = await mount('guatu-card');
  expect(readText(card)).toBe('');
  await expectAccessible(card);
});

test('a village: batch, figure against requirement, distance, report, who answers, what is open', async () => {
  const card = await mountTiny({ selected: '1001202' });
  const text = readText(card);
  expect(text).toContain('下沟村');
  expect(text).toContain('①2020年批次，逾期未启动');
  expect(text).toContain('4.2万元 要求 5万元 未过线');
  expect(text).toContain('还差0.8万元');
  expect(text).toContain('2022-01-10');
  expect(text).toContain('示例数据');
  expect(text).toContain('条款 二1');
  expect(text).toContain('包抓 李县长');
  expect(text).toContain('未销号 1 项，最早 2021年6月1日');
  expect(text).toContain('每村至少100亩菜地');
  await expectAccessible(card);
});

test('why: the clause, the report with its place, the arithmetic', async () => {
  const card = await mountTiny({ selected: '1001202' });
  pick<HTMLDetailsElement>(card, 'details').open = true;
  await settle(card);
  expect(readText(card, 'details')).toContain('observations.csv:3');
  await expectAccessible(card);
});

test('without a selection, the county and what each township reaches', async () => {
  const selections = collect('guatu-area-select');
  const card = await mountTiny();
  expect(readText(card)).toContain('小县');
  const rows = [...(card.shadowRoot?.querySelectorAll('tbody tr') ?? [])] as HTMLElement[];
  expect(rows.map((row) => row.innerText.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^东镇 2\/3 – 66.7%/),
    expect.stringMatching(/^西乡 0\/2 1 0%/),
  ]);
  await expectAccessible(card);
  pick<HTMLButtonElement>(card, 'tbody button').click();
  await settle(card);
  expect(readText(card, 'h2')).toBe('东镇');
  expect(readText(card)).toContain('逾期未启动 下沟村');
  expect(selections.map(({ code }) => code)).toEqual(['1001']);
});

test('the way up and out', async () => {
  const card = await mountTiny({ selected: '1001202' });
  pick<HTMLButtonElement>(card, '[aria-label=看东镇]').click();
  await settle(card);
  expect(card.board?.snapshot.state.selected).toBe('1001');
  pick<HTMLButtonElement>(card, '[part=close]').click();
  await settle(card);
  expect(card.board?.snapshot.state.selected).toBeNull();
});

test('a village that reported nothing says so', async () => {
  const card = await mountTiny({ selected: '1002202' });
  expect(readText(card)).toContain('没有报数');
  await expectAccessible(card);
});

test('text from files is text', async () => {
  const areas = 'code,name,level,parent,kind,rollout\n10,"<img src=x onerror=alert(1)>",county,,county,\n';
  const card = await mount('guatu-card', { board: await loadTinyBoard({ locale: 'en' }, { areas }) });
  expect(readText(card, 'h2')).toBe('<img src=x onerror=alert(1)>');
  expect(card.shadowRoot?.querySelector('img')).toBeNull();
});

test('a domain: its attainment and the terms it is the mean of', async () => {
  const card = await mountTiny({ target: null, domain: 'income', selected: '1001202' });
  expect(readText(card)).toContain('增收 84% 计1项，有数1项');
  pick<HTMLDetailsElement>(card, 'details').open = true;
  await settle(card);
  // 4.2 ÷ 5 = 0.84
  expect(readText(card, 'details')).toContain('收入5万元以上的村 4.2万元 ÷ 5万元 = 84%');
  await expectAccessible(card);
  pick<HTMLButtonElement>(card, 'details button').click();
  expect(card.board?.snapshot.state.target).toBe('income-5');
});

test('without any report of a start no card counts how many have started', async () => {
  for (const asOf of ['2020-06-30', '2021-12-31']) {
    const board = await loadTinyBoard({ asOf, target: null }, { events: '' });
    const card = await mount('guatu-card', { board });
    for (const selected of [null, '10', '1001']) {
      board.request({ selected });
      await settle(card);
      expect(readText(card)).toContain('未报启动');
      expect(readText(card)).not.toMatch(/启动\d|\d\/\d/);
    }
  }
});

import { expect, test, vi } from 'vitest';
import '../../define/guatu-targets.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import type { GuatuTargets } from './targets.js';

async function mountTiny(state: Parameters<typeof loadTinyBoard>[0] = {}): Promise<GuatuTargets> {
  const targets = await mount('guatu-targets', { board: await loadTinyBoard(state) }, 240);
  await vi.waitFor(() => expect(targets.shadowRoot?.querySelector('[aria-busy=true]')).toBeNull());
  await settle(targets);
  return targets;
}

test('without a board it is a heading', async () => {
  const targets = await mount('guatu-targets');
  expect(readText(targets)).toBe('任务');
  await expectAccessible(targets);
});

test('domains with attained of due, the chosen one open', async () => {
  const targets = await mountTiny();
  const domains = [...(targets.shadowRoot?.querySelectorAll('[part=domain]') ?? [])] as HTMLElement[];
  expect(
    domains.map(
      (domain) => `${domain.textContent.replace(/\s+/g, ' ').trim()} ${domain.getAttribute('aria-expanded')}`,
    ),
  ).toEqual(['增收 0/1到期 1 项，达到 0 项 true', '种植 0/1到期 1 项，达到 0 项 false']);
  expect(readText(targets)).toContain('收入5万元以上的村 二1');
  expect(readText(targets)).not.toContain('每村至少100亩菜地');
  await expectAccessible(targets);
});

test('choosing a target moves the board and tells the page', async () => {
  const choices = collect('guatu-target-select');
  const targets = await mountTiny();
  pick<HTMLButtonElement>(targets, '[part=domain][aria-expanded=false]').click();
  await settle(targets);
  const buttons = [...(targets.shadowRoot?.querySelectorAll<HTMLButtonElement>('.targets [part=target]') ?? [])];
  buttons.find(({ textContent }) => textContent.includes('每村至少100亩菜地'))?.click();
  await settle(targets);
  expect(targets.board?.snapshot.state.target).toBe('garden-villages');
  expect(pick(targets, '[part=target][aria-current=true]').textContent).toContain('每村至少100亩菜地');
  pick<HTMLButtonElement>(targets, '.rollout').click();
  expect(targets.board?.snapshot.state.target).toBeNull();
  expect(choices.map(({ id }) => id)).toEqual(['garden-villages', null]);
});

test('counts follow the date', async () => {
  const targets = await mountTiny({ asOf: '2020-12-31' });
  expect(pick(targets, '[part=domain]').textContent).toContain('0/0');
  expect(pick(targets, '[part=domain]').textContent).toContain('尚无到期任务');
  await expectAccessible(targets);
});

test('a whole domain is chosen like a target, and the rollout takes its place again', async () => {
  const choices = collect('guatu-target-select');
  const targets = await mountTiny();
  pick<HTMLButtonElement>(targets, '[part=whole]').click();
  await settle(targets);
  expect(targets.board?.snapshot.state).toMatchObject({ target: null, domain: 'income' });
  expect(pick(targets, '[part=whole]').getAttribute('aria-current')).toBe('true');
  expect(pick(targets, '.rollout').getAttribute('aria-current')).toBe('false');
  await expectAccessible(targets);
  pick<HTMLButtonElement>(targets, '.rollout').click();
  await settle(targets);
  expect(targets.board?.snapshot.state).toMatchObject({ target: null, domain: null });
  expect(choices.map(({ id, domain }) => [id, domain])).toEqual([
    [null, 'income'],
    [null, null],
  ]);
});

import { expect, test, vi } from 'vitest';
import '../../define/guatu-timeline.js';
import {
  collect,
  expectAccessible,
  loadTinyBoard,
  mount,
  pick,
  readText,
  settle,
} from '../../internal/testing/mount.js';
import { thinLabels } from './thin-labels.js';

const key = (element: Element, name: string): boolean =>
  pick(element, '[role=slider]').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

test('without a plan it is empty', async () => {
  const timeline = await mount('guatu-timeline');
  expect(readText(timeline)).toBe('');
  await expectAccessible(timeline);
});

test('stops where something changes, and says what', async () => {
  const board = await loadTinyBoard();
  const timeline = await mount('guatu-timeline', { board });
  expect(readText(timeline, '.track')).toBe('2020下 ①启动 2021下 ②启动 2项到期 2022下 2项到期');
  const slider = pick(timeline, '[role=slider]');
  expect(slider.getAttribute('aria-valuenow')).toBe('1');
  expect(slider.getAttribute('aria-valuemax')).toBe('2');
  expect(slider.getAttribute('aria-valuetext')).toBe('2021年12月31日，②2021年批次开始，1村启动，2项到期，8条报数');
  await expectAccessible(timeline);
});

test('labels twice as large need twice the room', async () => {
  const board = await loadTinyBoard();
  const timeline = await mount('guatu-timeline', { board }, 260);
  const unlabelled = (): number => timeline.shadowRoot?.querySelectorAll('.is-unlabelled').length ?? 0;
  expect(unlabelled()).toBe(0);
  board.request({ textSize: 'wall' });
  await settle(timeline);
  expect(unlabelled()).toBeGreaterThan(0);
});

test('keys and presses move the board and tell the page; the page’s own doing is not told', async () => {
  const moves = collect('guatu-as-of-change');
  const board = await loadTinyBoard();
  const timeline = await mount('guatu-timeline', { board });
  key(timeline, 'ArrowRight');
  key(timeline, 'ArrowRight');
  expect(board.snapshot.state.asOf).toBe('2022-12-31');
  key(timeline, 'Home');
  expect(board.snapshot.state.asOf).toBe('2020-12-31');
  board.request({ asOf: '2021-12-31' });
  await settle(timeline);
  const box = pick(timeline, '[role=slider]').getBoundingClientRect();
  pick(timeline, '[role=slider]').dispatchEvent(
    new PointerEvent('pointerdown', {
      button: 0,
      pointerId: 1,
      clientX: box.right - 8,
      clientY: box.top + 8,
      bubbles: true,
    }),
  );
  expect(moves.map(({ asOf }) => asOf)).toEqual(['2022-12-31', '2020-12-31', '2022-12-31']);
});

test('a date between stops belongs to the one before', async () => {
  const timeline = await mount('guatu-timeline', { board: await loadTinyBoard({ asOf: '2022-05-20' }) });
  expect(pick(timeline, '[role=slider]').getAttribute('aria-valuenow')).toBe('1');
});

test('plays from where it stands to the end and stops there', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const board = await loadTinyBoard({ asOf: '2020-12-31' });
    const timeline = await mount('guatu-timeline', { board });
    const button = pick<HTMLButtonElement>(timeline, '.play');
    button.click();
    await settle(timeline);
    expect(button.getAttribute('aria-label')).toBe('暂停');
    expect(board.snapshot.state.asOf).toBe('2021-12-31');
    vi.advanceTimersByTime(5000);
    await settle(timeline);
    expect(board.snapshot.state.asOf).toBe('2022-12-31');
    expect(button.getAttribute('aria-label')).toBe('播放');
    timeline.play();
    expect(board.snapshot.state.asOf).toBe('2020-12-31');
    timeline.remove();
    vi.advanceTimersByTime(5000);
    expect(board.snapshot.state.asOf).toBe('2020-12-31');
  } finally {
    vi.useRealTimers();
  }
});

test('a hidden page does not play on', async () => {
  const board = await loadTinyBoard({ asOf: '2020-12-31' });
  const timeline = await mount('guatu-timeline', { board });
  timeline.play();
  await settle(timeline);
  expect(pick(timeline, '.play').getAttribute('aria-label')).toBe('暂停');
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  hidden.mockRestore();
  await settle(timeline);
  expect(pick(timeline, '.play').getAttribute('aria-label')).toBe('播放');
});

test('who asked for less motion is taken one date further', async () => {
  const still = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  try {
    const board = await loadTinyBoard({ asOf: '2020-12-31' });
    const timeline = await mount('guatu-timeline', { board });
    const button = pick<HTMLButtonElement>(timeline, '.play');
    expect(button.getAttribute('aria-label')).toBe('下一期');
    button.click();
    await settle(timeline);
    expect(board.snapshot.state.asOf).toBe('2021-12-31');
    expect(button.getAttribute('aria-label')).toBe('下一期');
  } finally {
    still.mockRestore();
  }
});

test('a second date and the way to show it are chosen from controls, and told', async () => {
  const told = collect('guatu-compare-change');
  const board = await loadTinyBoard();
  const timeline = await mount('guatu-timeline', { board });
  const select = pick<HTMLSelectElement>(timeline, 'select');
  expect([...select.options].map(({ text, disabled }) => `${text}${disabled ? ' –' : ''}`)).toEqual([
    '不比较',
    '2020下',
    '2021下 –',
    '2022下',
  ]);
  select.value = '2020-12-31';
  select.dispatchEvent(new Event('change'));
  await settle(timeline);
  expect(board.snapshot.compared?.asOf).toBe('2020-12-31');
  const modes = [...(timeline.shadowRoot?.querySelectorAll<HTMLButtonElement>('.modes button') ?? [])];
  expect(modes.map((button) => [button.innerText, button.getAttribute('aria-pressed')])).toEqual([
    ['并排', 'true'],
    ['变化', 'false'],
  ]);
  await expectAccessible(timeline);
  modes[1]?.click();
  await settle(timeline);
  expect(board.snapshot.state.comparison).toBe('change');
  board.request({ compareTo: '' });
  await settle(timeline);
  expect(timeline.shadowRoot?.querySelector('.modes')).toBeNull();
  expect(select.value).toBe('');
  expect(told.map(({ compareTo, comparison }) => [compareTo, comparison])).toEqual([
    ['2020-12-31', 'beside'],
    ['2020-12-31', 'change'],
  ]);
});

test('labels do not touch on a phone', async () => {
  const timeline = await mount('guatu-timeline', { board: await loadTinyBoard({ locale: 'en' }) }, 190);
  const boxes = [...(timeline.shadowRoot?.querySelectorAll('.label') ?? [])]
    .map((label) => label.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  for (const [index, { left }] of boxes.entries())
    if (index > 0) expect(left).toBeGreaterThan((boxes[index - 1] as DOMRect).right);
  expect(boxes.length).toBeGreaterThan(0);
  await expectAccessible(timeline);
});

test.each([
  [6, 3, 60, 50, '111111'],
  [6, 5, 30, 50, '010101'],
  [6, 2, 30, 50, '001001'],
  [12, 11, 20, 50, '001001001001'],
])('%i stops, at %i, %i wide for labels of %i', (count, present, room, label, kept) => {
  expect(thinLabels(count, present, { room, label }).map(Number).join('')).toBe(kept);
});

import { expect, test, vi } from 'vitest';
import '../../define/guatu-figures.js';
import { expectAccessible, loadTinyBoard, mount, readText, settle } from '../../internal/testing/mount.js';

test('without a board it is empty', async () => {
  const figures = await mount('guatu-figures');
  expect(readText(figures)).toBe('');
  await expectAccessible(figures);
});

test('says that it is still counting, and has counted before a sheet is printed', async () => {
  const board = await loadTinyBoard();
  const figures = document.createElement('guatu-figures');
  figures.board = board;
  document.body.append(figures);
  // drawn in a microtask; the counting begins in a task after it
  await figures.updateComplete;
  expect(readText(figures)).toContain('到期任务达到 统计中');
  expect(readText(figures)).toContain('红灯 · 黄灯任务 统计中');
  // nobody waits with a sheet of paper in hand
  dispatchEvent(new Event('beforeprint'));
  await figures.updateComplete;
  expect(readText(figures)).toContain('到期任务达到 0 / 2');
  expect(readText(figures)).not.toContain('统计中');
  figures.remove();
});

test('started, attained of due, lights, reports and the date', async () => {
  const figures = await mount('guatu-figures', { board: await loadTinyBoard() });
  await vi.waitFor(() => expect(figures.shadowRoot?.querySelector('.is-waiting')).toBeNull());
  await settle(figures);
  expect(readText(figures)).toContain('村已启动 2 / 5 到期任务达到 0 / 2');
  expect(readText(figures)).toContain('村已报本项 4 / 5 数据截至 2021-12-31');
  await expectAccessible(figures);
  figures.board?.request({ asOf: '2020-12-31', target: null });
  await vi.waitFor(() => expect(readText(figures)).toContain('村已启动 1 / 5 到期任务达到 0 / 0'));
  expect(readText(figures)).not.toContain('村已报本项');
});

test('without any report of a start it does not say that none has started, and with one it counts', async () => {
  const board = await loadTinyBoard({ asOf: '2020-12-31' }, { events: '' });
  const figures = await mount('guatu-figures', { board });
  expect(readText(figures)).toContain('村已启动 未报启动');
  expect(readText(figures)).not.toMatch(/村已启动 \d/);
  board.request({ locale: 'en' });
  await vi.waitFor(() => expect(readText(figures)).toContain('villages started starts not reported'));
});

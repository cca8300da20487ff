// What an event tells: the code, and what a page would otherwise have to look up.
import { expect, test } from 'vitest';
import '../define/all.js';
import { collect, loadTinyBoard, mount, pick, settle } from '../internal/testing/mount.js';

test('an area that is chosen or pointed at is told by code, name and what is shown of it', async () => {
  const [selected, pointed] = [collect('guatu-area-select'), collect('guatu-area-point')];
  const map = await mount('guatu-map', {
    renderer: 'svg',
    board: await loadTinyBoard({ target: 'vegetable-area', view: 'figure', locale: 'en' }),
  });
  const village = pick(map, 'path[data-code="1001202"]');
  village.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true }));
  village.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  const told = { code: '1001202', name: '下沟村', figure: '80 mu', value: 80 };
  expect(pointed[0]).toMatchObject(told);
  expect(selected[0]).toMatchObject(told);
  // the class is the legend's own word for it
  const { classes } = map.scene?.legend ?? { classes: [] };
  expect(classes.map(({ label }) => label)).toContain(selected[0]?.label);
  map.selected = null;
  pick(map, 'path[data-code="1002202"]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(selected[1]).toMatchObject({ code: '1002202', name: '红柳村', figure: '', value: null });
  expect(selected[1]?.label).not.toBe('');
});

test('nothing chosen is told as nothing', async () => {
  const selected = collect('guatu-area-select');
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard({ selected: '1001202' }) });
  pick(map, 'path[data-code="1001202"]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle(map);
  expect(selected[0]).toMatchObject({ code: null, name: '', label: '', figure: '', value: null });
});

test('a target and a township are told by name too', async () => {
  const [targets, within] = [collect('guatu-target-select'), collect('guatu-within-change')];
  const board = await loadTinyBoard({ target: 'income-5', locale: 'en' });
  const map = await mount('guatu-map', { renderer: 'svg', board });
  const list = await mount('guatu-targets', { board });
  pick(list, '[part=whole]').click();
  expect(targets[0]).toMatchObject({ id: null, domain: 'income', name: 'Income' });
  map.level = 'township';
  await settle(map);
  const township = pick(map, 'path[data-code="1001"]');
  for (const _ of [1, 2]) township.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(within[0]).toMatchObject({ within: '1001', name: '东镇' });
});

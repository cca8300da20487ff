import { expect, test } from 'vitest';
import '../../define/all.js';
import type { TipFunction } from './own-tip.js';
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

const RAMP = ['#fff4e0', '#b3541e', '#4a1d05'];

/** A small county's figures at 1, 5 and beyond: three classes, 上沟村 (6.2) in the highest and 白杨村 (0) in the lowest. */
async function mountMap(properties: Partial<GuatuMap> = {}): Promise<GuatuMap> {
  const map = await mount('guatu-map', {
    board: await loadTinyBoard({ view: 'figure', breaks: [0, 4.5, 6] }),
    renderer: 'svg',
    ...properties,
  });
  await settle(map);
  return map;
}

function codesOf(map: GuatuMap): readonly string[] {
  return map.board.snapshot.diagnostics.map(({ code }) => code);
}

test('own colours reach picture, legend and export, lowest class first', async () => {
  const map = await mountMap({ ramp: RAMP });
  const fillOf = (code: string): string | null => pick(map, `path[data-code="${code}"]`).getAttribute('fill');
  expect(['1002201', '1001203', '1001201'].map(fillOf)).toEqual(RAMP);
  expect(map.scene?.legend.classes.map(({ paint }) => paint.fill)).toEqual(RAMP);
  const exported = await map.exportSvg();
  for (const colour of RAMP) expect(exported.split(`"${colour}"`).length).toBeGreaterThan(2);
  expect(codesOf(map)).toEqual([]);
  await expectAccessible(map);
  map.ramp = null;
  await settle(map);
  expect(RAMP).not.toContain(fillOf('1001201'));
});

test('own names stand in legend, table and export where there is one for each class', async () => {
  const map = await mountMap({ classLabels: ['少', '<b>中</b>', '多'] });
  const legend = await mount('guatu-legend', { board: map.board });
  const table = await mount('guatu-table', { board: map.board });
  expect(readText(legend)).toContain('<b>中</b>');
  expect(readText(table)).toContain('多');
  expect(await map.exportSvg()).toContain('&lt;b&gt;中&lt;/b&gt;');
  map.classLabels = ['少', '多'];
  await settle(map);
  expect(codesOf(map)).toEqual(['class-labels-count']);
  expect(readText(legend)).not.toContain('少');
  map.classLabels = null;
  await settle(map);
  expect(codesOf(map)).toEqual([]);
});

test('what cannot be used is told and left as it was; what is hard to read is told and used', async () => {
  const map = await mountMap({ ramp: RAMP });
  for (const wrong of [['red', 'blue'], ['#fff'], 'red', 5, [{}], Array.from({ length: 13 }, () => '#fff')]) {
    map.ramp = wrong as unknown as readonly string[];
    expect([codesOf(map), map.ramp]).toEqual([['state-ramp'], RAMP]);
  }
  map.classLabels = [''];
  expect(codesOf(map)).toEqual(['state-ramp', 'state-labels']);
  map.classLabels = null;
  map.ramp = ['#fff', '#fffffe'];
  expect(codesOf(map)).toEqual(['state-ramp-alike']);
  expect(map.ramp).toEqual(['#ffffff', '#fffffe']);
});

test('own lines stand in the tip as text; null leaves the usual tip, and none hides it', async () => {
  let answer: readonly string[] | null = ['<img src=x onerror=alert(1)>', 'two'];
  const map = await mountMap({
    tip: ({ name, result }) =>
      answer === null || answer.length === 0 ? answer : [`${name} ${result?.memberFigure}`, ...answer],
  });
  const point = async (code: string | null): Promise<string> => {
    map.board.request({ pointed: code });
    await settle(map);
    return readText(map, '[part=tip]');
  };
  expect(await point('1001201')).toBe('上沟村 6.2 <img src=x onerror=alert(1)> two');
  expect(map.shadowRoot?.querySelector('[part=tip] img')).toBeNull();
  answer = null;
  expect(await point('1001202')).toContain('下沟村');
  answer = [];
  await point('1001203');
  expect(map.shadowRoot?.querySelector('[part=tip]')).toBeNull();
});

test('a function that throws or answers no text is told once, and the usual tip stands', async () => {
  const map = await mountMap({
    tip: () => {
      throw new Error('no such column');
    },
  });
  map.board.request({ pointed: '1001201' });
  await settle(map);
  expect(readText(map, '[part=tip]')).toContain('上沟村');
  expect(map.board.snapshot.diagnostics.map(({ code, message }) => [code, message.includes('no such column')])).toEqual(
    [['tip-failed', true]],
  );
  map.tip = (() => ({ html: 1 })) as unknown as TipFunction;
  await settle(map);
  expect(map.board.snapshot.diagnostics[0]?.message).toContain('expected a text');
  map.tip = null;
  await settle(map);
  expect(codesOf(map)).toEqual([]);
});

test('an element in the slot takes the place of the tip, filled by the page', async () => {
  const map = await mountMap();
  const own = Object.assign(document.createElement('div'), { slot: 'tip' });
  map.append(own);
  const seen = collect('guatu-area-point');
  map.board.request({ pointed: '1001201' });
  await settle(map);
  expect(seen.length).toBeLessThan(2);
  own.textContent = 'the page says so';
  expect(pick<HTMLSlotElement>(map, 'slot[name=tip]').assignedElements()).toEqual([own]);
  expect(own.checkVisibility()).toBe(true);
});

// What stands beside a map follows it: the picture is on the screen first, and what has been overtaken is never shown.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import '../define/all.js';
import { GuatuLegend } from '../components/legend/legend.js';
import { loadTinyBoard, mount, readText, settle } from './testing/mount.js';

async function mountBoth() {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard() });
  const legend = document.createElement('guatu-legend');
  map.parentElement?.append(legend);
  await settle(legend);
  return { map, legend, board: map.board };
}

const titleOf = (legend: GuatuLegend): string => readText(legend, '[part=matrix] caption');

/** Counts what is rendered until the test ends. */
function countRenders(): { readonly count: number } {
  const render = vi.spyOn(GuatuLegend.prototype as unknown as { render: () => unknown }, 'render');
  onTestFinished(() => render.mockRestore());
  return {
    get count() {
      return render.mock.calls.length;
    },
  };
}

describe('a change', () => {
  test('is on the map first, and beside it after the frame', async () => {
    const { map, legend } = await mountBoth();
    const before = titleOf(legend);
    map.target = 'vegetable-area';
    await map.updateComplete;
    const { title } = map.scene?.legend ?? {};
    expect(title).not.toBe(before);
    expect(titleOf(legend)).toBe(before);
    await legend.updateComplete;
    expect(titleOf(legend)).toBe(title);
  });

  test('that a later one overtakes is not shown beside it', async () => {
    const { map, legend, board } = await mountBoth();
    const renders = countRenders();
    for (const target of ['vegetable-area', 'garden-villages', 'income-5', 'vegetable-area']) {
      map.target = target;
      await map.updateComplete;
    }
    await legend.updateComplete;
    expect(renders.count).toBe(1);
    expect(titleOf(legend)).toBe(board.snapshot.painting?.legend.title);
  });

  test('on its way to a printer is shown at once', async () => {
    const { map, legend } = await mountBoth();
    map.theme = 'dark';
    await settle(legend);
    const base = legend.shadowRoot?.querySelector('[part=base]');
    expect(base?.className).toContain('theme-dark');
    window.dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(base?.className).toContain('theme-light');
    window.dispatchEvent(new Event('afterprint'));
    await settle(legend);
    expect(base?.className).toContain('theme-dark');
  });

  test('that comes while an element is off the page is shown when it is back', async () => {
    const { map, legend } = await mountBoth();
    const parent = legend.parentElement;
    map.target = 'vegetable-area';
    legend.remove();
    await settle(map);
    parent?.append(legend);
    await settle(legend);
    expect(titleOf(legend)).toBe(map.scene?.legend.title);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { layoutTiles } from '../../geometry/layout-tiles.js';
import { buildScene } from '../../scene/build-scene.js';
import type { SceneOptions } from '../../scene/build-scene.js';
import type { Scene } from '../../scene/scene.js';
import { fakeEvaluation } from '../../scene/testing/fake-evaluation.js';
import type { RendererEvents } from '../renderer.js';
import { createSvgRenderer } from './svg-renderer.js';

function draw(progress: readonly (number | null)[], options: Partial<SceneOptions> = {}, width = 400): Scene {
  const evaluation = fakeEvaluation({
    areas: [
      { code: '1', name: '甲县', level: 'county', result: { level: 'county' } },
      { code: '11', name: '乙镇', parent: '1', level: 'township', result: { level: 'township' } },
      ...progress.map((value, index) => ({
        code: `11${index}`,
        name: `第${index}村`,
        parent: '11',
        cohort: '2020',
        state: 'started' as const,
        result:
          value === null
            ? { completeness: { reported: 0, total: 1 } }
            : {
                figure: value >= 1 ? 1 : 0,
                memberProgress: value,
                memberFigure: value * 5,
                memberRequired: 5,
                memberUnit: '万元',
              },
      })),
    ],
  });
  return buildScene({
    evaluation,
    layout: layoutTiles(evaluation.dataset.roster, { width, level: 'village' }),
    target: 'share',
    level: 'village',
    ...options,
  });
}

function mount(scene: Scene) {
  const container = document.createElement('div');
  container.style.width = `${scene.layout.width}px`;
  container.style.height = `${scene.layout.height}px`;
  document.body.append(container);
  const events = {
    onPoint: vi.fn<RendererEvents['onPoint']>(),
    onPress: vi.fn<RendererEvents['onPress']>(),
    onDrawn: vi.fn<RendererEvents['onDrawn']>(),
    onFail: vi.fn<RendererEvents['onFail']>(),
  };
  const renderer = createSvgRenderer(container, scene, events);
  const area = (code: string): SVGElement => {
    const found = container.querySelector<SVGElement>(`[data-code="${code}"]`);
    if (!found) throw new Error(`no area ${code}`);
    return found;
  };
  return { container, events, renderer, area };
}

afterEach(() => document.body.replaceChildren());

describe('the svg renderer', () => {
  it('stands at once, and says so in the next frame', async () => {
    const { container, events } = mount(draw([0.1, 0.5, 1]));
    expect(container.querySelectorAll('[data-code]')).toHaveLength(3);
    expect(events.onDrawn).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(events.onDrawn).toHaveBeenCalledOnce());
  });

  it('shows the text and the fill the scene has', () => {
    const scene = draw([0.1, null]);
    const { container, area } = mount(scene);
    expect(area('110').getAttribute('fill')).toBe(scene.paints[0]?.fill);
    const [, name] = /url\("?#([^")]+)/.exec(getComputedStyle(area('111')).fill) ?? [];
    expect(container.querySelector(`pattern[id="${name}"]`)).not.toBeNull();
    expect(container.textContent).toContain('第0');
  });

  it('changes only what differs', () => {
    const { container, renderer, area } = mount(draw([0.1, 0.5, 1]));
    const before = [...container.querySelectorAll('[data-code]')];
    const changed: string[] = [];
    const observer = new MutationObserver(() => undefined);
    observer.observe(container, { subtree: true, attributes: true, childList: true, characterData: true });
    renderer.draw(draw([0.1, 0.9, 1]));
    for (const { target, type } of observer.takeRecords()) {
      const element = target instanceof Element ? target : target.parentElement;
      changed.push(
        `${type} ${element?.getAttribute('data-code') ?? element?.getAttribute('data-for') ?? element?.tagName}`,
      );
    }
    expect([...container.querySelectorAll('[data-code]')]).toEqual(before);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((change) => !change.includes('111'))).toEqual([]);
    expect(area('111').getAttribute('fill')).toBe(draw([0.1, 0.9, 1]).paints[1]?.fill);
  });

  it('draws another layout anew', () => {
    const { container, renderer } = mount(draw([0.1, 0.5, 1]));
    renderer.draw(draw([0.1, 0.5, 1, 0.3], {}, 500));
    expect(container.querySelectorAll('[data-code]')).toHaveLength(4);
    expect(container.querySelector('svg')?.getAttribute('viewBox')).toMatch(/^0 0 500 /);
  });

  it('defines a pattern before an area points at it, and drops it after', () => {
    const { container, renderer } = mount(draw([0.1, 0.5]));
    expect(container.querySelectorAll('pattern')).toHaveLength(0);
    renderer.draw(draw([0.1, null]));
    expect(container.querySelectorAll('pattern')).toHaveLength(1);
    renderer.draw(draw([0.1, 0.5]));
    expect(container.querySelectorAll('pattern')).toHaveLength(0);
  });

  it('tells which area is pointed at and pressed, under its text too', () => {
    const { container, events, area } = mount(draw([0.1, 0.5, 1]));
    const { left, top, width, height } = area('111').getBoundingClientRect();
    const box = container.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
    const under = document.elementFromPoint(at.clientX, at.clientY);
    expect(under?.getAttribute('data-code')).toBe('111');
    under?.dispatchEvent(new PointerEvent('pointermove', at));
    expect(events.onPoint).toHaveBeenLastCalledWith('111', { x: at.clientX - box.left, y: at.clientY - box.top });
    under?.dispatchEvent(new MouseEvent('click', at));
    expect(events.onPress).toHaveBeenLastCalledWith('111');
    container.querySelector('svg')?.dispatchEvent(new PointerEvent('pointerleave', at));
    expect(events.onPoint.mock.lastCall?.[0]).toBeNull();
    container.querySelector('svg')?.dispatchEvent(new MouseEvent('click', at));
    expect(events.onPress).toHaveBeenLastCalledWith(null);
  });

  it('rings the selected and the pointed-at area, and one ring when they are the same', () => {
    const { container, renderer } = mount(draw([0.1, 0.5, 1]));
    const rings = (): number => container.querySelectorAll('[data-layer="rings"] path').length;
    renderer.highlight({ selected: '110', pointed: '111' });
    expect(rings()).toBe(4);
    renderer.highlight({ selected: '110', pointed: '110' });
    expect(rings()).toBe(2);
    renderer.highlight({ selected: null, pointed: null });
    expect(rings()).toBe(0);
  });

  it('leaves nothing behind', () => {
    const { container, renderer, events } = mount(draw([0.1]));
    renderer.destroy();
    expect(container.childElementCount).toBe(0);
    expect(events.onFail).not.toHaveBeenCalled();
  });

  it('draws 112 areas within a frame or two', () => {
    const scene = draw(
      Array.from({ length: 112 }, (_, index) => (index % 11) / 10),
      {},
      776,
    );
    const start = performance.now();
    mount(scene);
    // a frame is 16.7 ms on an idle machine; the bound leaves room for a busy one
    expect(performance.now() - start).toBeLessThan(100);
  });
});

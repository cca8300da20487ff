import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeTestScene } from '../maplibre/testing/test-scene.js';
import type { PageRendererEvents } from '../page-renderer.js';
import type { Scene } from '../../scene/scene.js';
import { inkOfScene } from '../scene-ink.js';
import { createCanvasRenderer } from './canvas-renderer.js';

const alive = new Set<{ destroy(): void }>();

function mount(scene: Scene, { width = scene.layout.width, height = scene.layout.height } = {}) {
  const container = document.createElement('div');
  Object.assign(container.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  const events = {
    onPoint: vi.fn<PageRendererEvents['onPoint']>(),
    onPress: vi.fn<PageRendererEvents['onPress']>(),
    onDrawn: vi.fn<PageRendererEvents['onDrawn']>(),
    onFail: vi.fn<PageRendererEvents['onFail']>(),
    onMove: vi.fn<() => void>(),
  };
  const renderer = createCanvasRenderer(container, scene, events);
  alive.add(renderer);
  const canvas = container.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  /** Colour at a point of the box, in CSS pixels. */
  const colorAt = (x: number, y: number): string => {
    const ratio = canvas.width / width;
    const [red = 0, green = 0, blue = 0] =
      canvas.getContext('2d')?.getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data ?? [];
    return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  };
  const send = (type: string, x: number, y: number, more: PointerEventInit = {}): void => {
    const at = { clientX: x, clientY: y, bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', ...more };
    renderer.element.dispatchEvent(type === 'click' ? new MouseEvent(type, at) : new PointerEvent(type, at));
  };
  const turn = (x: number, y: number, deltaY: number, more: WheelEventInit = { ctrlKey: true }): boolean =>
    renderer.element.dispatchEvent(
      new WheelEvent('wheel', { clientX: x, clientY: y, deltaY, bubbles: true, cancelable: true, ...more }),
    );
  return { container, renderer, events, canvas, colorAt, send, turn };
}

afterEach(() => {
  for (const renderer of alive) renderer.destroy();
  alive.clear();
  document.body.replaceChildren();
});

// tiles of 60 with gaps of 8, the first at (10, 10); their fills repeat after seven
describe('the canvas renderer', () => {
  it('stands at once, and says so in the next frame', async () => {
    const { colorAt, events } = mount(makeTestScene());
    expect(colorAt(40, 40)).toBe('#eef2f9');
    expect(colorAt(108, 40)).toBe('#c6e0d8');
    expect(colorAt(5, 5)).toBe('#ffffff');
    expect(events.onDrawn).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(events.onDrawn).toHaveBeenCalledOnce());
  });

  it('shows the next scene when it is drawn, and another layout', () => {
    const { renderer, colorAt } = mount(makeTestScene());
    renderer.draw(makeTestScene({ paint: () => ({ fill: '#3366cc' }) }));
    expect(colorAt(40, 40)).toBe('#3366cc');
    renderer.draw(makeTestScene({ columns: 2, rows: 1, key: 'other', paint: () => ({ fill: '#10786b' }) }));
    // 148 by 80 units in a box of 420 by 284: enlarged by 420/148, centred
    expect(colorAt((40 * 420) / 148, 142)).toBe('#10786b');
  });

  it('tells which area is pointed at and pressed, and bare ground', () => {
    const { send, events } = mount(makeTestScene());
    send('pointermove', 108, 40);
    expect(events.onPoint).toHaveBeenLastCalledWith('620321100201', { x: 108, y: 40 });
    send('click', 108, 108);
    expect(events.onPress).toHaveBeenLastCalledWith('620321100207');
    send('pointermove', 74, 40);
    expect(events.onPoint).toHaveBeenLastCalledWith(null, { x: 74, y: 40 });
    send('click', 74, 40);
    expect(events.onPress).toHaveBeenLastCalledWith(null);
  });

  it('finds the hole in an area, and what lies in it', () => {
    const scene = makeTestScene({ columns: 2, rows: 1 });
    const [around, within] = scene.layout.areas;
    if (!around || !within) throw new Error('no areas');
    const areas = [
      {
        ...around,
        polygons: [
          [
            [10, 10, 70, 10, 70, 70, 10, 70, 10, 10],
            [30, 30, 50, 30, 50, 50, 30, 50, 30, 30],
          ],
        ],
      },
      { ...within, polygons: [[[30, 30, 40, 30, 40, 50, 30, 50, 30, 30]]], bounds: [30, 30, 40, 50] as const },
    ];
    const { send, events } = mount({ ...scene, layout: { ...scene.layout, areas } });
    const found = (x: number): string | null | undefined => {
      send('click', x, 40);
      return events.onPress.mock.lastCall?.[0];
    };
    expect([found(20), found(35), found(45)]).toEqual([around.code, within.code, null]);
  });

  it('rings the selected and the pointed-at area, and keeps the rings while it zooms', async () => {
    const { container, renderer } = mount(makeTestScene());
    const rings = () => container.querySelectorAll('svg path').length;
    renderer.highlight({ selected: '620321100201', pointed: '620321100202' });
    expect(rings()).toBe(4);
    renderer.navigation.zoomBy(1);
    await vi.waitFor(() => expect(container.querySelector('svg')?.getAttribute('viewBox')).toBe('105 71 210 142'));
    expect(rings()).toBe(4);
    renderer.highlight({ selected: null, pointed: null });
    expect(rings()).toBe(0);
  });

  it('zooms with Ctrl and the wheel around the pointer, and leaves the wheel alone to the page', async () => {
    const { turn, colorAt, events, renderer } = mount(makeTestScene());
    expect(turn(40, 40, -100, {})).toBe(true);
    expect(events.onMove).not.toHaveBeenCalled();
    for (let notch = 0; notch < 4; notch += 1) expect(turn(40, 40, -100)).toBe(false);
    // four half doublings: four times as large
    expect(renderer.navigation.camera.zoom).toBeCloseTo(4, 9);
    // the pointer is over the first tile still, and the second begins 68 − 30 units, times four, to the right
    await vi.waitFor(() => expect(colorAt(40 + 4 * 50, 40)).toBe('#c6e0d8'));
    expect(colorAt(40, 40)).toBe('#eef2f9');
    renderer.navigation.fit();
    await vi.waitFor(() => expect(colorAt(108, 40)).toBe('#c6e0d8'));
  });

  it('moves when it is dragged, and a drag presses nothing', async () => {
    const { send, renderer, events, colorAt } = mount(makeTestScene());
    renderer.navigation.zoomBy(1);
    renderer.element.setPointerCapture = () => undefined;
    // far to the right and down: the scene's corner comes into the box's
    send('pointerdown', 100, 100);
    send('pointermove', 400, 400);
    send('pointerup', 400, 400);
    send('click', 400, 400);
    expect(events.onPress).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(colorAt(80, 80)).toBe('#eef2f9'));
    await new Promise((resolve) => setTimeout(resolve));
    send('click', 80, 80);
    expect(events.onPress).toHaveBeenLastCalledWith('620321100200');
  });

  it('zooms with two fingers', () => {
    const { renderer, events } = mount(makeTestScene());
    const touch = (type: string, ...points: readonly (readonly [number, number])[]): void => {
      const touches = points.map(
        ([clientX, clientY], identifier) => new Touch({ identifier, target: renderer.element, clientX, clientY }),
      );
      renderer.element.dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }));
    };
    touch('touchstart', [100, 100], [200, 100]);
    touch('touchmove', [50, 100], [250, 100]);
    expect(renderer.navigation.camera.zoom).toBeCloseTo(2, 9);
    touch('touchend');
    touch('touchmove', [0, 0]);
    expect(events.onMove).toHaveBeenCalledTimes(1);
  });

  it('stays whole while it is held', () => {
    const { renderer, turn, events } = mount(makeTestScene());
    renderer.navigation.zoomBy(1);
    renderer.navigation.hold(true);
    expect(renderer.navigation.camera.zoom).toBe(1);
    renderer.navigation.zoomBy(1);
    expect(turn(40, 40, -100)).toBe(true);
    expect(events.onMove).toHaveBeenCalledTimes(2);
  });

  it('shows one area large', () => {
    const { renderer } = mount(makeTestScene());
    renderer.navigation.zoomTo('620321100200');
    // 60 of 284 units: half of the height is 2.37 times
    expect(renderer.navigation.camera.zoom).toBeCloseTo(284 / 60 / 2, 9);
  });

  it('is painted anew for another box', async () => {
    const { container, canvas, colorAt } = mount(makeTestScene());
    const { width } = canvas;
    container.style.width = '840px';
    container.style.height = '568px';
    await vi.waitFor(() => expect(canvas.width).toBe(2 * width));
    expect(colorAt(40, 40)).toBe('#eef2f9');
  });

  it('keeps the borders of townships over areas of other colours, and moves them with the picture', async () => {
    // around the first tile, two units wide
    const border = { group: '620321100000', polygons: [[[10, 10, 70, 10, 70, 70, 10, 70, 10, 10]]] };
    const bordered = (options: Parameters<typeof makeTestScene>[0], outline: string): Scene => {
      const scene = makeTestScene(options);
      return {
        ...scene,
        layout: { ...scene.layout, outlines: [border] },
        ink: { ...inkOfScene(scene), outline, outlineWidth: 2 },
      };
    };
    const { renderer, colorAt, container, canvas } = mount(bordered({}, '#102030'));
    const { width } = canvas;
    expect([colorAt(70, 40), colorAt(40, 40)]).toEqual(['#102030', '#eef2f9']);
    renderer.draw(bordered({ paint: () => ({ fill: '#3366cc' }) }, '#102030'));
    expect([colorAt(70, 40), colorAt(40, 40)]).toEqual(['#102030', '#3366cc']);
    renderer.draw(bordered({ paint: () => ({ fill: '#3366cc' }) }, '#cc3300'));
    expect([colorAt(70, 40), colorAt(40, 40)]).toEqual(['#cc3300', '#3366cc']);
    container.style.width = '840px';
    container.style.height = '568px';
    await vi.waitFor(() => expect(canvas.width).toBe(2 * width));
    // the ratio of `colorAt` is that of the first box
    expect([colorAt(70, 40), colorAt(40, 40)]).toEqual(['#cc3300', '#3366cc']);
    renderer.draw(makeTestScene({ key: 'without borders' }));
    expect(colorAt(70, 40)).not.toBe('#cc3300');
  });

  it('leaves nothing behind', () => {
    const { container, renderer } = mount(makeTestScene());
    renderer.destroy();
    expect(container.childElementCount).toBe(0);
  });

  it('says where there is no 2-D canvas', () => {
    const real = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    expect(() => mount(makeTestScene())).toThrow('no 2-D canvas');
    real.mockRestore();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawn, mount, type Mounted, settled, unmountAll } from './testing/mounted-map.js';
import { makeTestScene } from './testing/test-scene.js';

afterEach(unmountAll);

const scene = makeTestScene();
const code = (i: number): string => scene.layout.areas[i]?.code ?? '';

/** Moves or presses at a point of the container in its own pixels, whatever CSS does to it. */
function send({ container, renderer }: Mounted, type: string, x: number, y: number): void {
  const { left, top, width } = container.getBoundingClientRect();
  const scale = width / container.offsetWidth;
  const at = { clientX: left + x * scale, clientY: top + y * scale, bubbles: true, button: 0 };
  const canvas = renderer.map?.getCanvas();
  const types = type === 'click' ? ['mousedown', 'mouseup', 'click'] : [type];
  for (const each of types) canvas?.dispatchEvent(new MouseEvent(each, at));
}

describe('the pointer', () => {
  it('is on an area, then on bare ground', async () => {
    const map = mount(scene);
    await drawn(map);
    send(map, 'mousemove', 40, 40);
    send(map, 'mousemove', 110, 40);
    send(map, 'mousemove', 74, 40);
    send(map, 'mousemove', 75, 40);
    expect(map.told.onPoint.map(([area]) => area)).toEqual([code(0), code(1), null]);
    expect(map.told.onPoint[1]?.[1]).toEqual({ x: 110, y: 40 });
  });

  it('leaves', async () => {
    const map = mount(scene);
    await drawn(map);
    send(map, 'mousemove', 40, 40);
    send(map, 'mouseout', 40, 40);
    expect(map.told.onPoint.map(([area]) => area)).toEqual([code(0), null]);
  });

  it('presses an area, and bare ground', async () => {
    const map = mount(scene);
    await drawn(map);
    send(map, 'click', 40, 108);
    send(map, 'click', 74, 74);
    expect(map.told.onPress).toEqual([[code(6)], [null]]);
  });

  it('is a real mouse too', async () => {
    const map = mount(scene);
    await drawn(map);
    const canvas = map.renderer.map?.getCanvas();
    if (!canvas) throw new Error('no map');
    await userEvent.click(canvas, { position: { x: 110, y: 108 } });
    await expect.poll(() => map.told.onPress).toEqual([[code(7)]]);
    expect(map.told.onPoint.map(([area]) => area)).toEqual([code(7)]);
  });

  it.each(['scale(1.5)', 'scale(0.5)', 'translate(40px, 25px) scale(2)'])(
    'finds areas on a page under %s',
    async (transform) => {
      const map = mount(scene);
      Object.assign(map.container.style, { transform, transformOrigin: '0 0' });
      await drawn(map);
      send(map, 'mousemove', 380, 250);
      send(map, 'click', 40, 40);
      expect(map.told.onPoint[0]?.[0]).toBe(code(23));
      expect(map.told.onPress).toEqual([[code(0)]]);
    },
  );

  it('finds areas of the next layout', async () => {
    const map = mount(scene);
    await drawn(map);
    const next = {
      ...scene,
      layout: {
        ...scene.layout,
        key: 'renamed',
        areas: scene.layout.areas.map((area) => ({ ...area, code: `x${area.code}` })),
      },
    };
    map.renderer.draw(next);
    await settled(map);
    send(map, 'click', 40, 40);
    expect(map.told.onPress).toEqual([[`x${code(0)}`]]);
  });
});

describe('the page', () => {
  it('keeps one finger and the drag while the scene fits, and gives them to an enlarged map', async () => {
    const map = mount(scene);
    await drawn(map);
    const { map: inner } = map.renderer;
    if (!inner) throw new Error('no map');
    const canvas = inner.getCanvas();
    expect(getComputedStyle(canvas).touchAction).toBe('pan-x pan-y');
    expect(inner.dragPan.isEnabled()).toBe(false);
    inner.jumpTo({ zoom: inner.getZoom() + 1 });
    expect(getComputedStyle(canvas).touchAction).toBe('none');
    expect(inner.dragPan.isEnabled()).toBe(true);
    map.renderer.fit();
    await expect.poll(() => inner.dragPan.isEnabled()).toBe(false);
  });

  it('scrolls under cooperative gestures', async () => {
    const hints = { windows: '按住 Ctrl 滚动', mac: '按住 ⌘ 滚动', touch: '双指移动' };
    const map = mount(scene, { cooperativeGestures: true, gestureHints: hints });
    await drawn(map);
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
    map.renderer.map?.getCanvas().dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(false);
    expect(map.container.textContent).toContain('按住 Ctrl 滚动');
  });

  it('has no focus stop, name or role from the canvas, and no inline style in its markup', async () => {
    const map = mount(scene);
    await drawn(map);
    const canvas = map.renderer.map?.getCanvas();
    expect(canvas?.tabIndex).toBe(-1);
    expect(canvas?.getAttribute('aria-hidden')).toBe('true');
    expect(canvas?.hasAttribute('role')).toBe(false);
    expect(map.container.querySelectorAll('style, a, button').length).toBe(0);
  });

  it('gets its rules inside a shadow root', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const map = mount(scene, { parent: root });
    await drawn(map);
    expect(root.adoptedStyleSheets.length).toBe(1);
    const canvas = map.renderer.map?.getCanvas();
    expect(canvas && getComputedStyle(canvas).position).toBe('absolute');
    host.remove();
  });
});

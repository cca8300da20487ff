import { afterEach, describe, expect, it } from 'vitest';
import { colorAt, differ, drawn, mount, settled, takePicture, unmountAll } from './testing/mounted-map.js';
import { areaFillLayer } from './style.js';
import { makeTestScene, testFills } from './testing/test-scene.js';

afterEach(unmountAll);

describe('the maplibre renderer', () => {
  it('draws every area in its colour, where the scene has it', async () => {
    const scene = makeTestScene();
    const start = performance.now();
    const map = mount(scene);
    await drawn(map);
    console.log('first picture', performance.now() - start);
    const picture = takePicture(map);
    expect([picture.width, picture.height]).toEqual([scene.layout.width, scene.layout.height]);
    scene.layout.areas.forEach(({ inner: [x, y] }, i) => {
      expect(differ(colorAt(picture, x + 20, y + 20), scene.paints[i]?.fill ?? '')).toBeLessThanOrEqual(1);
    });
    expect(colorAt(picture, 3, 3)).toBe('#ffffff');
    expect(colorAt(picture, 74, 74)).toBe('#ffffff');
    expect(picture.width).toBe(scene.layout.width);
    const found = map.renderer.map?.queryRenderedFeatures({ layers: [areaFillLayer] }) ?? [];
    expect(new Set(found.map(({ id }) => id)).size).toBe(scene.layout.areas.length);
  });

  it('draws a pattern', async () => {
    const scene = makeTestScene({ paint: (i) => ({ fill: '#ffffff', pattern: (['dots','hatch','cross','lines'] as const)[i % 4] ?? null, patternColor: '#aa3366' }) });
    const map = mount(scene);
    await drawn(map);
    await settled(map);
    const link = map.renderer.map?.getCanvas().toDataURL() ?? '';
    (globalThis as unknown as { shot?: string }).shot = link;
    const { commands } = await import('vitest/browser');
    await (commands.writeFile as (p: string, d: string, e: string) => Promise<void>)('/work/main/node_modules/.cache/guatu-shot.png', link.split(',')[1] ?? '', 'base64');
  });
});
void testFills;

import { afterEach, describe, expect, it } from 'vitest';
import type { Scene } from '../../scene/scene.js';
import { areaFillLayer } from './style.js';
import {
  colorAt,
  differ,
  drawn,
  mount,
  type Mounted,
  settled,
  takePicture,
  unmountAll,
} from './testing/mounted-map.js';
import { makeTestScene, testFills } from './testing/test-scene.js';

afterEach(unmountAll);

/** The largest difference between an area's colour and what is drawn off its centre, over all areas. */
function worstFill(map: Mounted, scene: Scene): number {
  const picture = takePicture(map);
  return Math.max(
    ...scene.layout.areas.map(({ inner: [x, y] }, i) =>
      differ(colorAt(picture, x + 20, y + 20), scene.paints[i]?.fill ?? ''),
    ),
  );
}

describe('the picture', () => {
  it('has every area in its colour, where the scene has it', async () => {
    const scene = makeTestScene();
    const map = mount(scene);
    await drawn(map);
    const picture = takePicture(map);
    expect([picture.width, picture.height]).toEqual([scene.layout.width, scene.layout.height]);
    expect(worstFill(map, scene)).toBeLessThanOrEqual(1);
    expect(colorAt(picture, 3, 3)).toBe('#ffffff');
    expect(colorAt(picture, 74, 74)).toBe('#ffffff');
    const found = map.renderer.map?.queryRenderedFeatures({ layers: [areaFillLayer] }) ?? [];
    expect(new Set(found.map(({ id }) => id)).size).toBe(scene.layout.areas.length);
  });

  it('is where an svg would fit it in a box of another shape', async () => {
    const scene = makeTestScene();
    const map = mount(scene, { width: scene.layout.width * 2, height: scene.layout.height * 1.5 });
    await drawn(map);
    const picture = takePicture(map);
    const left = (scene.layout.width * 0.5) / 2;
    // edges of the first tile, at one and a half times its size
    expect(colorAt(picture, left + 10 * 1.5 - 3, 60)).toBe('#ffffff');
    expect(differ(colorAt(picture, left + 10 * 1.5 + 3, 60), testFills[0] ?? '')).toBeLessThanOrEqual(1);
    expect(differ(colorAt(picture, left + 70 * 1.5 - 3, 60), testFills[0] ?? '')).toBeLessThanOrEqual(1);
    expect(colorAt(picture, left + 70 * 1.5 + 3, 60)).toBe('#ffffff');
  });

  it('is the same on the globe', async () => {
    const flat = makeTestScene();
    const scene: Scene = {
      ...flat,
      layout: { ...flat.layout, projection: { kind: 'mercator', west: 0.7831, north: 0.3911, scale: 512 * 2 ** 9.37 } },
    };
    const map = mount(scene);
    await drawn(map);
    expect(worstFill(map, scene)).toBeLessThanOrEqual(1);
  });

  it('has outlines in their colour and width, dashed ones with gaps', async () => {
    const scene = makeTestScene({
      paint: (i) => ({ fill: '#ffffff', stroke: '#ff0000', strokeWidth: 4, dashed: i % 2 === 1 }),
    });
    const map = mount(scene);
    await drawn(map);
    const picture = takePicture(map);
    const along = (x: number): string[] => Array.from({ length: 50 }, (_, i) => colorAt(picture, x + 5 + i, 10));
    expect(along(10).every((color) => color === '#ff0000')).toBe(true);
    const dashed = along(78);
    expect(dashed.filter((color) => color === '#ff0000').length).toBeGreaterThan(10);
    expect(dashed.filter((color) => color === '#ffffff').length).toBeGreaterThan(5);
    expect(colorAt(picture, 40, 13)).toBe('#ffffff');
  });

  it('has patterns in their colour on the fill', async () => {
    const names = ['dots', 'hatch', 'cross', 'lines'] as const;
    const scene = makeTestScene({
      paint: (i) => ({ fill: '#eef2f9', pattern: i < 4 ? (names[i] ?? null) : null, patternColor: '#aa3366' }),
    });
    const map = mount(scene);
    await drawn(map);
    const picture = takePicture(map);
    const share = (i: number): number => {
      const [x, y] = scene.layout.areas[i]?.inner ?? [0, 0];
      let inked = 0;
      for (let dy = -24; dy < 24; dy += 1) {
        for (let dx = -24; dx < 24; dx += 1) if (differ(colorAt(picture, x + dx, y + dy), '#eef2f9') > 60) inked += 1;
      }
      return inked / 48 ** 2;
    };
    expect(names.map((_, i) => share(i)).every((inked) => inked > 0.05 && inked < 0.5)).toBe(true);
    expect(share(4)).toBe(0);
  });

  it('lays patterns out as the svg does: a line stands where the pattern has it', async () => {
    const scene = makeTestScene({ paint: () => ({ fill: '#ffffff', pattern: 'lines', patternColor: '#000000' }) });
    for (const projection of [
      { kind: 'tiles' },
      { kind: 'mercator', west: 0.7831, north: 0.3911, scale: 512 * 2 ** 9.37 },
    ] as const) {
      const map = mount({ ...scene, layout: { ...scene.layout, projection } });
      await drawn(map);
      const picture = takePicture(map);
      // a line of one unit at 3 of every 6: half of it on the pixel above and half below
      const rows = Array.from({ length: 6 }, (_, i) => differ(colorAt(picture, 40, 24 + i), '#ffffff'));
      expect(rows.map((ink) => ink > 80)).toEqual([false, false, true, true, false, false]);
    }
  });

  it('has signs in their own colours, over the fill', async () => {
    const scene = makeTestScene({
      glyphs: (['triangle', 'diamond', 'circle', 'check'] as const).map((shape, i) => ({
        code: '1',
        shape,
        x: 40 + i * 68,
        y: 40,
        size: 24,
        fill: '#cc0000',
        stroke: '#330000',
      })),
    });
    const map = mount(scene);
    await drawn(map);
    const picture = takePicture(map);
    for (const i of [0, 1, 2]) expect(colorAt(picture, 40 + i * 68, 40)).toBe('#cc0000');
    // the corner of the box around a sign is outside all of them
    for (const i of [0, 1, 2]) expect(colorAt(picture, 40 + i * 68 - 11, 29)).toBe(scene.paints[i]?.fill);
  });
});

describe('draw', () => {
  it('recolours by feature state alone', async () => {
    const scene = makeTestScene();
    const map = mount(scene);
    await drawn(map);
    const reloads: string[] = [];
    map.renderer.map?.on('dataloading', (event) => reloads.push(event.type));
    const next = makeTestScene({
      paint: (i) => ({ fill: testFills[(i + 3) % testFills.length] ?? '', stroke: '#ff00ff' }),
    });
    map.renderer.draw(next);
    await settled(map);
    expect(worstFill(map, next)).toBeLessThanOrEqual(1);
    expect(reloads).toEqual([]);
    map.renderer.draw(scene);
    await settled(map);
    expect(worstFill(map, scene)).toBeLessThanOrEqual(1);
  });

  it('adds what the first scene did not need: patterns and dashes', async () => {
    const map = mount(makeTestScene({ paint: () => ({ fill: '#ffffff' }) }));
    await drawn(map);
    map.renderer.draw(
      makeTestScene({ paint: () => ({ fill: '#ffffff', pattern: 'lines', patternColor: '#000000', dashed: true }) }),
    );
    await settled(map);
    const picture = takePicture(map);
    expect(differ(colorAt(picture, 40, 27), '#ffffff')).toBeGreaterThan(80);
    expect(differ(colorAt(picture, 40, 24), '#ffffff')).toBeLessThan(10);
  });

  it('changes, adds and takes away patterns', async () => {
    const patterned = (keys: readonly (string | null)[]): Scene =>
      makeTestScene({
        paint: (i) => ({
          fill: '#ffffff',
          pattern: keys[i] == null ? null : 'lines',
          patternColor: keys[i] ?? '#000000',
        }),
      });
    const map = mount(patterned(['#ff0000', '#ff0000', null, null]));
    await drawn(map);
    map.renderer.draw(patterned(['#0000ff', null, '#ff0000', null]));
    await settled(map);
    const picture = takePicture(map);
    const inked = [0, 1, 2, 3].map((i) => colorAt(picture, 40 + i * 68, 27));
    expect(inked.map((color) => differ(color, '#ffffff') > 80)).toEqual([true, false, true, false]);
    expect(inked[0]?.endsWith('ff')).toBe(true);
    expect(inked[2]?.startsWith('#ff')).toBe(true);
  });

  it('shows another layout, in the same place on the page', async () => {
    const map = mount(makeTestScene());
    await drawn(map);
    const next = makeTestScene({ columns: 3, rows: 2, key: 'other', paint: (i) => ({ fill: testFills[6 - i] ?? '' }) });
    Object.assign(map.container.style, { width: `${next.layout.width}px`, height: `${next.layout.height}px` });
    map.renderer.resize();
    map.renderer.draw(next);
    await settled(map);
    expect(worstFill(map, next)).toBeLessThanOrEqual(1);
  });

  it('moves from a schematic to a geographic scene and back', async () => {
    const flat = makeTestScene();
    const map = mount(flat);
    await drawn(map);
    const globe: Scene = {
      ...flat,
      layout: {
        ...flat.layout,
        key: 'globe',
        projection: { kind: 'mercator', west: 0.78, north: 0.39, scale: 512 * 2 ** 9.4 },
      },
    };
    for (const scene of [globe, flat]) {
      map.renderer.draw(scene);
      await settled(map);
      await expect.poll(() => worstFill(map, scene)).toBeLessThanOrEqual(1);
    }
  });

  it('takes the last of several scenes given before the map stands', async () => {
    const last = makeTestScene({ paint: () => ({ fill: '#3366cc' }) });
    const map = mount(makeTestScene());
    map.renderer.draw(makeTestScene({ columns: 2, rows: 2 }));
    map.renderer.draw(last);
    await drawn(map);
    await settled(map);
    expect(worstFill(map, last)).toBeLessThanOrEqual(1);
  });
});

describe('highlight', () => {
  it('draws a ring around the selected area, and takes it away', async () => {
    const scene = makeTestScene();
    const map = mount(scene);
    await drawn(map);
    const before = colorAt(takePicture(map), 78, 40);
    map.renderer.highlight({ selected: scene.layout.areas[1]?.code ?? null, pointed: null });
    await settled(map);
    expect(colorAt(takePicture(map), 78, 40)).toBe('#172033');
    expect(differ(colorAt(takePicture(map), 10, 40), '#172033')).toBeGreaterThan(30);
    map.renderer.highlight({ selected: null, pointed: null });
    await settled(map);
    expect(colorAt(takePicture(map), 78, 40)).toBe(before);
  });

  it('keeps a ring that was asked for before the map stood', async () => {
    const scene = makeTestScene();
    const map = mount(scene);
    map.renderer.highlight({ selected: scene.layout.areas[1]?.code ?? null, pointed: null });
    await drawn(map);
    expect(colorAt(takePicture(map), 78, 40)).toBe('#172033');
  });
});

describe('resize', () => {
  it('keeps a fitted scene fitted', async () => {
    const scene = makeTestScene();
    const map = mount(scene);
    await drawn(map);
    Object.assign(map.container.style, {
      width: `${scene.layout.width / 2}px`,
      height: `${scene.layout.height / 2}px`,
    });
    await expect.poll(() => takePicture(map).width).toBe(scene.layout.width / 2);
    await settled(map);
    const picture = takePicture(map);
    scene.layout.areas.forEach(({ inner: [x, y] }, i) => {
      expect(differ(colorAt(picture, (x + 12) / 2, (y + 12) / 2), scene.paints[i]?.fill ?? '')).toBeLessThanOrEqual(1);
    });
  });

  it('draws once a box that had no size has one', async () => {
    const scene = makeTestScene();
    const map = mount(scene, { width: 0, height: 0, patience: 2000 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(map.told.onFail).toEqual([]);
    expect(map.told.onDrawn).toEqual([]);
    Object.assign(map.container.style, { width: `${scene.layout.width}px`, height: `${scene.layout.height}px` });
    await drawn(map);
    expect(worstFill(map, scene)).toBeLessThanOrEqual(1);
  });
});

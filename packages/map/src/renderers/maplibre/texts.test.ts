import { afterEach, describe, expect, it } from 'vitest';
import { renderSvg } from '../svg/index.js';
import type { SceneText } from '../../scene/scene.js';
import { drawn, mount, settled, takePicture, unmountAll } from './testing/mounted-map.js';
import { takeSvgPicture } from './testing/svg-picture.js';
import { makeTestScene } from './testing/test-scene.js';

afterEach(unmountAll);

function text(part: Partial<SceneText>): SceneText {
  return {
    code: '1',
    role: 'name',
    text: '村',
    x: 40,
    y: 40,
    size: 13,
    weight: 400,
    color: '#000000',
    anchor: 'middle',
    halo: null,
    ...part,
  };
}

interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly ink: number;
}

/** The box around everything dark in a part of a picture. */
function findInk(picture: ImageData, [x0, y0, x1, y1]: readonly [number, number, number, number]): InkBox {
  let [left, top, right, bottom, ink] = [x1, y1, x0, y0, 0];
  for (let y = Math.max(0, y0); y < Math.min(picture.height, y1); y += 1) {
    for (let x = Math.max(0, x0); x < Math.min(picture.width, x1); x += 1) {
      const dark = 255 - (picture.data[(y * picture.width + x) * 4] ?? 255);
      ink += dark / 255;
      if (dark < 100) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
    }
  }
  return { left, top, right, bottom, ink };
}

const blank = { paint: () => ({ fill: '#ffffff', strokeWidth: 0 }) };

describe('texts', () => {
  it('stand where an svg has them, within two pixels on every side', async () => {
    const samples = ['河西堡', '赵家庄', '①', '93', '56.7%', '9/12 村启动', '水泉子', 'Zhao'];
    const texts = [400, 600, 700].flatMap((weight, row) =>
      samples.map((sample, column) =>
        text({
          code: `${row}${column}`,
          text: sample,
          x: 60 + column * 100 + row * 0.37,
          y: 40 + row * 60,
          size: 12 + row * 2,
          weight: weight as SceneText['weight'],
          anchor: (['middle', 'start', 'end'] as const)[row] ?? 'middle',
        }),
      ),
    );
    const scene = makeTestScene({ columns: 13, rows: 3, texts, ...blank });
    const map = mount(scene, { lang: 'zh-CN' });
    await drawn(map);
    await settled(map);
    const ours = takePicture(map);
    const theirs = await takeSvgPicture(renderSvg(scene), scene);
    for (const { x, y, text: sample, weight, anchor } of texts) {
      const shift = { start: 45, middle: 0, end: -45 }[anchor];
      const part = [
        Math.round(x + shift - 50),
        Math.round(y - 20),
        Math.round(x + shift + 50),
        Math.round(y + 20),
      ] as const;
      const [a, b] = [findInk(ours, part), findInk(theirs, part)];
      const off = (['left', 'top', 'right', 'bottom'] as const).map((side) => a[side] - b[side]);
      expect(Math.max(...off.map(Math.abs)), `${sample} ${weight}: ${off.join(' ')}`).toBeLessThanOrEqual(2);
      expect(a.ink / b.ink, `${sample} ${weight}`).toBeGreaterThan(0.6);
    }
  });

  it('keep their size relative to the areas when the map is enlarged', async () => {
    const scene = makeTestScene({
      columns: 4,
      rows: 4,
      texts: [text({ text: '村', x: 142, y: 142, size: 16 })],
      ...blank,
    });
    const map = mount(scene);
    await drawn(map);
    const all = [0, 0, scene.layout.width, scene.layout.height] as const;
    const before = findInk(takePicture(map), all);
    const inner = map.renderer.map;
    inner?.jumpTo({ zoom: inner.getZoom() + 1.5 });
    await settled(map);
    const after = findInk(takePicture(map), all);
    expect((after.right - after.left) / (before.right - before.left)).toBeCloseTo(2 ** 1.5, 0);
  });

  it('have a halo where the scene gives one', async () => {
    const scene = makeTestScene({ texts: [text({ text: '一', size: 24, halo: '#ff0000', x: 142, y: 142 })], ...blank });
    const map = mount(scene);
    await drawn(map);
    const { data } = takePicture(map);
    const reds = data.filter((value, i) => i % 4 === 0 && value > 200 && (data[i + 1] ?? 0) < 90).length;
    expect(reds).toBeGreaterThan(20);
  });

  it('change their words, and their colour without the worker', async () => {
    const words = (content: string, color: string) =>
      makeTestScene({
        texts: [
          text({ text: content, color, x: 142, y: 142, size: 24 }),
          text({ text: '同', code: '1', x: 40, y: 40 }),
        ],
        ...blank,
      });
    const map = mount(words('一', '#000000'));
    await drawn(map);
    const reloads: unknown[] = [];
    map.renderer.map?.on('dataloading', (event) => reloads.push(event));
    map.renderer.draw(words('一', '#0000ff'));
    await settled(map);
    expect(reloads).toEqual([]);
    const count = (test: (red: number, blue: number) => boolean): number => {
      const { data } = takePicture(map);
      return data.filter((value, i) => i % 4 === 0 && test(value, data[i + 2] ?? 0)).length;
    };
    const one = count((red, blue) => red < 80 && blue > 200);
    expect(one).toBeGreaterThan(10);
    map.renderer.draw(words('王', '#0000ff'));
    await settled(map);
    expect(count((red, blue) => red < 80 && blue > 200)).toBeGreaterThan(one * 2);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Scene, SceneText } from '../../scene/scene.js';
import { drawn, mount, settled, takePicture, unmountAll } from './testing/mounted-map.js';
import { makeTestScene } from './testing/test-scene.js';

afterEach(unmountAll);

const fonts = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

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
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  }
  return { left, top, right, bottom, ink };
}

/** The same texts as the browser draws them in an svg. */
async function drawSvg({ layout: { width, height }, texts }: Scene): Promise<ImageData> {
  const marks = texts.map(
    (t) =>
      `<text x="${t.x}" y="${t.y}" font-size="${t.size}" font-weight="${t.weight}" text-anchor="${t.anchor}" dominant-baseline="central">${t.text}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" lang="zh-CN" font-family="${fonts}"><rect width="100%" height="100%" fill="#fff"/>${marks.join('')}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height);
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
    const map = mount(scene);
    map.container.lang = 'zh-CN';
    await drawn(map);
    await settled(map);
    const ours = takePicture(map);
    const theirs = await drawSvg(scene);
    for (const { x, y, text: sample, weight, anchor, size } of texts) {
      const shift = { start: 45, middle: 0, end: -45 }[anchor];
      const part = [Math.round(x + shift - 50), Math.round(y - 20), Math.round(x + shift + 50), Math.round(y + 20)] as const;
      const [a, b] = [findInk(ours, part), findInk(theirs, part)];
      const off = (['left', 'top', 'right', 'bottom'] as const).map((side) => a[side] - b[side]);
      expect(Math.max(...off.map(Math.abs)), `${sample} ${weight}: ${off.join(' ')}`).toBeLessThanOrEqual(2);
      expect(a.ink / b.ink, `${sample} ${weight}`).toBeGreaterThan(0.6);
    }
  });
});

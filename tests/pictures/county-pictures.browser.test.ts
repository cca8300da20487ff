import { afterEach, describe, expect, it } from 'vitest';
import type { View } from '../../packages/map/src/scene/view.js';
import type { Scene } from '../../packages/map/src/scene/scene.js';
import {
  colorAt,
  differ,
  drawn,
  mount,
  settled,
  takePicture,
  unmountAll,
} from '../../packages/map/src/renderers/maplibre/testing/mounted-map.js';
import { takeCanvasPicture, takeElementsPicture } from './page-pictures.js';
import { makeBoardScene, makeGroundScene } from './real-scenes.js';
import { findBetween } from '../../packages/map/src/renderers/maplibre/testing/between-marks.js';
import { markEdges, measureDifference } from '../../packages/map/src/renderers/maplibre/testing/svg-picture.js';

/** What a county shows, by every renderer: the svg's elements are what canvas and maplibre are held against. */
const VIEWS: readonly View[] = ['both', 'rollout', 'attainment', 'lights'];
const KINDS = [
  ['square tiles', (view: View) => makeBoardScene(view)],
  ['hexagons', (view: View) => makeBoardScene(view, 'hexagon')],
  ['polygons', (view: View) => makeGroundScene(view)],
] as const;

afterEach(unmountAll);

async function takeMaplibrePicture(
  scene: Scene,
  highlight = { selected: null as string | null, pointed: null as string | null },
): Promise<ImageData> {
  const map = mount(scene, { lang: 'zh-CN' });
  map.renderer.highlight(highlight);
  await drawn(map);
  await settled(map);
  const picture = takePicture(map);
  unmountAll();
  return picture;
}

const bare = (scene: Scene): Scene => ({ ...scene, texts: [], glyphs: [] });

/** Areas whose fill at their inner point is off by more than 2 a channel, with how far. */
function findOff(scene: Scene, [ours, theirs]: readonly [ImageData, ImageData]): readonly string[] {
  return scene.layout.areas.flatMap(({ code, inner }, i) => {
    const paint = scene.paints[i];
    const place = paint?.pattern ? findBetween(theirs, inner, paint.fill) : inner;
    if (!place) return [`${code}: no fill around its inner point`];
    const off = differ(colorAt(ours, ...place), colorAt(theirs, ...place));
    return off > 2 ? [`${code}: ${off}`] : [];
  });
}

describe.each(KINDS)('%s', (_, make) => {
  it.each(VIEWS)('look the same by svg, canvas and maplibre in view %s, with two areas ringed', async (view) => {
    const scene = bare(make(view));
    const [one, other] = [scene.layout.areas[5], scene.layout.areas[60]];
    const highlight = { selected: one?.code ?? null, pointed: other?.code ?? null };
    const edges = markEdges(scene, { reach: 3 });
    // a canvas is drawn by the processor, maplibre by graphics: each beside an svg that is drawn so too
    const pictures = {
      canvas: [await takeCanvasPicture(scene, highlight), await takeElementsPicture(scene, highlight, 'processor')],
      maplibre: [await takeMaplibrePicture(scene, highlight), await takeElementsPicture(scene, highlight)],
    } as const;
    const profile = Object.entries(pictures)
      .map(
        ([name, pair]) =>
          `${name} ${[8, 16, 24, 32, 48].map((tolerance) => measureDifference(pair, { tolerance, mask: edges }).toFixed(4)).join(' ')}`,
      )
      .join(', ');
    for (const [name, pair] of Object.entries(pictures)) {
      expect(findOff(scene, pair), name).toEqual([]);
      expect(measureDifference(pair, { tolerance: 8, mask: edges }), `${name}: ${profile}`).toBeLessThan(0.01);
      // at edges too, rings among them, nothing is missing or displaced by a pixel
      expect(measureDifference(pair, { tolerance: 96 }), name).toBeLessThan(0.005);
    }
  });

  it('say the same by svg, canvas and maplibre, each text within two pixels', async () => {
    const scene = make('both');
    // black on white: a text's place is where its ink is
    const paper: Scene = {
      ...scene,
      glyphs: [],
      layout: { ...scene.layout, outlines: [] },
      paints: scene.paints.map((paint) => ({
        ...paint,
        fill: '#ffffff',
        pattern: null,
        strokeWidth: 0,
        stroke: '#ffffff',
      })),
      background: '#ffffff',
      texts: scene.texts.map((text) => ({ ...text, color: '#000000', halo: null })),
    };
    const svg = await takeElementsPicture(paper);
    for (const picture of [await takeCanvasPicture(paper), await takeMaplibrePicture(paper)]) {
      const off = paper.texts.flatMap((text) => {
        const [a, b] = [findInkCentre(picture, text), findInkCentre(svg, text)];
        const far = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
        return !(far <= 2) || a.ink / b.ink < 0.6 || a.ink / b.ink > 1.6
          ? [`${text.text}: ${far.toFixed(2)} px, ink ${(a.ink / b.ink).toFixed(2)}`]
          : [];
      });
      expect(off).toEqual([]);
    }
    const map = mount(scene, { lang: 'zh-CN' });
    await drawn(map);
    await settled(map);
    const written = map.renderer.map?.queryRenderedFeatures({ layers: ['text-labels', 'text-figures'] }) ?? [];
    expect(written.map(({ properties }) => String(properties['text'])).sort()).toEqual(
      scene.texts.map(({ text }) => text).sort(),
    );
  });
});

it('names all 112 villages at 1280 pixels, as tiles and as hexagons', () => {
  for (const scene of [makeBoardScene('both'), makeBoardScene('both', 'hexagon')]) {
    const named = new Set(scene.texts.filter(({ role }) => role === 'name').map(({ code }) => code));
    expect(named.size).toBe(112);
  }
});

it('has a township in two parts and another with a hole among its polygons', () => {
  const { outlines } = makeGroundScene('both').layout;
  expect(outlines.some(({ polygons }) => polygons.length > 1)).toBe(true);
  expect(outlines.some(({ polygons }) => polygons.some((rings) => rings.length > 1))).toBe(true);
});

/** Middle and amount of the dark pixels around a text. */
function findInkCentre(
  picture: ImageData,
  { x, y, size, anchor, text }: Scene['texts'][number],
): { x: number; y: number; ink: number } {
  const width = Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 1 : 0.6), 0) * size;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  let [sumX, sumY, ink] = [0, 0, 0];
  for (let row = Math.max(0, Math.floor(y - size * 0.6)); row < Math.min(picture.height, y + size * 0.6); row += 1) {
    for (
      let column = Math.max(0, Math.floor(left - 3));
      column < Math.min(picture.width, left + width + 3);
      column += 1
    ) {
      const dark = 255 - (picture.data[(row * picture.width + column) * 4] ?? 255);
      sumX += column * dark;
      sumY += row * dark;
      ink += dark;
    }
  }
  return { x: sumX / ink, y: sumY / ink, ink };
}

import { afterEach, describe, expect, it } from 'vitest';
import type { Scene } from '../../scene/scene.js';
import { renderSvg } from '../svg/index.js';
import { findBetween } from './testing/between-marks.js';
import { makePolygonCounty, makeTileCounty } from './testing/county-scene.js';
import { colorAt, differ, drawn, mount, settled, takePicture, unmountAll } from './testing/mounted-map.js';
import { markEdges, measureDifference, takeSvgPicture } from './testing/svg-picture.js';

afterEach(unmountAll);

/** The same county on both sides of 180°, which runs through its middle. */
function moveAround(scene: Scene): Scene {
  const { projection, width } = scene.layout;
  if (projection.kind !== 'mercator') throw new Error('tiles lie nowhere');
  return {
    ...scene,
    layout: { ...scene.layout, key: 'around', projection: { ...projection, west: 1 - width / 2 / projection.scale } },
  };
}

describe.each([
  ['tiles', makeTileCounty()],
  ['polygons', makePolygonCounty()],
  ['polygons on both sides of 180°', moveAround(makePolygonCounty())],
])('both renderers, %s', (_, scene) => {
  const shapes = { ...scene, texts: [], glyphs: [] };

  it('fill every area alike at its inner point', async () => {
    const map = mount(shapes);
    await drawn(map);
    const [ours, theirs] = [takePicture(map), await takeSvgPicture(renderSvg(shapes), shapes)];
    scene.layout.areas.forEach(({ code, inner }, i) => {
      const { pattern, fill } = scene.paints[i] ?? { pattern: null, fill: '' };
      // on the edge of a dot or line each smooths in its way; between them there is the fill and nothing else
      const place = pattern ? findBetween(theirs, inner, fill) : inner;
      if (!place) throw new Error(`${code}: no fill around its inner point`);
      expect(differ(colorAt(ours, ...place), colorAt(theirs, ...place)), code).toBeLessThanOrEqual(2);
    });
  });

  it.each([1, 0.75, 1.3])('draw the same shapes and patterns at scale %f', async (scale) => {
    const size = { width: Math.round(scene.layout.width * scale), height: Math.round(scene.layout.height * scale) };
    const map = mount(shapes, size);
    await drawn(map);
    await settled(map);
    const pictures = [takePicture(map), await takeSvgPicture(renderSvg(shapes), shapes, scale)] as const;
    const mask = markEdges(scene, { scale });
    // patterns at another scale are resampled, by each in its way; at their own they agree
    const tolerance = scale === 1 ? 8 : 32;
    expect(measureDifference(pictures, { tolerance, mask })).toBeLessThan(0.005);
    // on edges too nothing is missing or displaced by a pixel
    expect(measureDifference(pictures, { tolerance: 64 })).toBeLessThan(0.005);
  });

  it('draw the same signs and texts', async () => {
    const map = mount(scene, { lang: 'zh-CN' });
    await drawn(map);
    await settled(map);
    const pictures = [takePicture(map), await takeSvgPicture(renderSvg(scene), scene)] as const;
    // letters are smoothed differently; a text that is missing or elsewhere would be ink on no ink
    expect(measureDifference(pictures, { tolerance: 128 })).toBeLessThan(0.004);
    const written = map.renderer.map?.queryRenderedFeatures({ layers: ['text-labels', 'text-figures'] }) ?? [];
    expect(written.map(({ properties }) => String(properties['text'])).sort()).toEqual(
      scene.texts.map(({ text }) => text).sort(),
    );
  });

  it('agree after another scene was drawn over it', async () => {
    const shift = <T>(list: readonly T[]): T[] => list.map((_, i) => list[(i + 7) % list.length] as T);
    const next = {
      ...scene,
      paints: shift(scene.paints),
      texts: scene.texts.map((text, i) => ({ ...text, color: i % 2 ? '#aa0000' : text.color })),
    };
    const map = mount(scene, { lang: 'zh-CN' });
    await drawn(map);
    map.renderer.draw(next);
    await settled(map);
    const pictures = [takePicture(map), await takeSvgPicture(renderSvg(next), next)] as const;
    expect(measureDifference(pictures, { tolerance: 128 })).toBeLessThan(0.004);
    const bare = { ...next, texts: [], glyphs: [] };
    map.renderer.draw(bare);
    await settled(map);
    const shapesOnly = [takePicture(map), await takeSvgPicture(renderSvg(bare), bare)] as const;
    expect(measureDifference(shapesOnly, { tolerance: 8, mask: markEdges(scene) })).toBeLessThan(0.005);
  });
});

import type { Scene } from '../../../scene/scene.js';

/**
 * What a browser makes of a scene's svg, as pixels.
 *
 * @param by who draws it: the processor smooths the edges of patterns in another way than graphics do
 */
export async function takeSvgPicture(
  svg: string,
  { layout }: Scene,
  scale = 1,
  by: 'graphics' | 'processor' = 'graphics',
): Promise<ImageData> {
  const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)];
  const sized = svg
    .replace('<svg', '<svg xml:lang="zh-CN"')
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` width="${width}" height="${height}"`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const context = draw(width, height, by === 'processor');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** Marks every pixel within a reach of an area's edge or a group's border; alpha above 0 says so. */
export function markEdges(
  { layout }: Scene,
  { scale = 1, reach = 2 }: { readonly scale?: number; readonly reach?: number } = {},
): ImageData {
  const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)];
  const context = draw(width, height);
  context.lineWidth = 2 * reach;
  for (const { polygons } of [...layout.areas, ...layout.outlines]) {
    for (const ring of polygons.flat()) {
      context.beginPath();
      for (let i = 0; i < ring.length; i += 2) context.lineTo((ring[i] ?? 0) * scale, (ring[i + 1] ?? 0) * scale);
      context.stroke();
    }
  }
  return context.getImageData(0, 0, width, height);
}

/** The share of pixels, outside a mask, of which a channel differs by more than a tolerance. */
export function measureDifference(
  [a, b]: readonly [ImageData, ImageData],
  { tolerance, mask }: { readonly tolerance: number; readonly mask?: ImageData },
): number {
  let [seen, different] = [0, 0];
  for (let i = 0; i < a.data.length; i += 4) {
    if (mask && (mask.data[i + 3] ?? 0) > 0) continue;
    seen += 1;
    if ([0, 1, 2].some((channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) > tolerance))
      different += 1;
  }
  return different / seen;
}

function draw(width: number, height: number, willReadFrequently = false): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently });
  if (!context) throw new Error('no 2d context');
  return context;
}

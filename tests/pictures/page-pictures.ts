import type { Scene } from '../../packages/map/src/scene/scene.js';
import { createCanvasRenderer } from '../../packages/map/src/renderers/canvas/canvas-renderer.js';
import { createSvgRenderer } from '../../packages/map/src/renderers/svg/svg-renderer.js';
import { takeSvgPicture } from '../../packages/map/src/renderers/maplibre/testing/svg-picture.js';

type Highlight = { readonly selected: string | null; readonly pointed: string | null };

const EVENTS = {
  onPoint: () => undefined,
  onPress: () => undefined,
  onDrawn: () => undefined,
  onFail: () => undefined,
};
const NONE: Highlight = { selected: null, pointed: null };

function makeBox({ layout: { width, height } }: Scene): HTMLElement {
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'absolute', left: '0', top: '0', width: `${width}px`, height: `${height}px` });
  box.lang = 'zh-CN';
  document.body.append(box);
  return box;
}

/** What stands in the elements the svg renderer made, as pixels. */
export async function takeElementsPicture(
  scene: Scene,
  highlight = NONE,
  by: 'graphics' | 'processor' = 'graphics',
): Promise<ImageData> {
  const box = makeBox(scene);
  const renderer = createSvgRenderer(box, scene, EVENTS);
  renderer.highlight(highlight);
  const picture = await serialise(renderer.element, scene, by);
  renderer.destroy();
  box.remove();
  return picture;
}

/** What the canvas renderer painted, with the rings over it. */
export async function takeCanvasPicture(scene: Scene, highlight = NONE): Promise<ImageData> {
  const box = makeBox(scene);
  const renderer = createCanvasRenderer(box, scene, EVENTS);
  renderer.highlight(highlight);
  const [canvas, rings] = [box.querySelector('canvas'), box.querySelector('svg')];
  if (!canvas || !rings) throw new Error('no canvas');
  const { width, height } = scene.layout;
  const copy = new OffscreenCanvas(Math.round(width), Math.round(height)).getContext('2d', {
    willReadFrequently: true,
  });
  if (!copy) throw new Error('no 2d context');
  copy.drawImage(canvas, 0, 0);
  const over = await serialise(rings, scene, 'processor');
  copy.drawImage(await createImageBitmap(over), 0, 0);
  const picture = copy.getImageData(0, 0, Math.round(width), Math.round(height));
  renderer.destroy();
  box.remove();
  return picture;
}

function serialise(element: SVGSVGElement, scene: Scene, by: 'graphics' | 'processor'): Promise<ImageData> {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const { width, height } = scene.layout;
  copy.removeAttribute('style');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return takeSvgPicture(new XMLSerializer().serializeToString(copy), scene, 1, by);
}

import type { Scene } from '../../../scene/scene.js';
import type { RendererEvents } from '../../renderer.js';
import {
  createMaplibreRenderer,
  type MaplibreRenderer,
  type MaplibreRendererOptions,
} from '../create-maplibre-renderer.js';

type Told = { readonly [Event in keyof RendererEvents]: Parameters<RendererEvents[Event]>[] };

export interface Mounted {
  readonly container: HTMLElement;
  readonly renderer: MaplibreRenderer;
  /** What the renderer told, by event, in order. */
  readonly told: Told;
}

const mounted = new Set<Mounted>();

/** Puts a renderer on the page in a box of the scene's size, or of another. */
export function mount(
  scene: Scene,
  options: MaplibreRendererOptions & {
    readonly width?: number;
    readonly height?: number;
    readonly parent?: Node;
    readonly lang?: string;
  } = {},
): Mounted {
  const container = document.createElement('div');
  const {
    width = scene.layout.width,
    height = scene.layout.height,
    parent = document.body,
    lang = '',
    ...rest
  } = options;
  Object.assign(container.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  container.lang = lang;
  parent.appendChild(container);
  const told: Told = { onPoint: [], onPress: [], onDrawn: [], onFail: [] };
  const renderer = createMaplibreRenderer(
    container,
    scene,
    {
      onPoint: (...given) => told.onPoint.push(given),
      onPress: (...given) => told.onPress.push(given),
      onDrawn: (...given) => told.onDrawn.push(given),
      onFail: (...given) => told.onFail.push(given),
    },
    { preserveDrawingBuffer: true, ...rest },
  );
  const entry = { container, renderer, told };
  mounted.add(entry);
  return entry;
}

/** Takes everything off the page again. */
export function unmountAll(): void {
  for (const { container, renderer } of mounted) {
    renderer.destroy();
    container.remove();
  }
  mounted.clear();
}

/** Waits until the first picture stands, or says why it does not. */
export async function drawn({ told }: Mounted, times = 1): Promise<void> {
  const end = performance.now() + 20_000;
  while (told.onDrawn.length < times) {
    const [failed] = told.onFail;
    if (failed) throw new Error(`${failed[0].code}: ${failed[0].message}`);
    if (performance.now() > end) throw new Error('nothing drawn in 20 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until maplibre has nothing left to do. */
export async function settled({ renderer }: Mounted): Promise<void> {
  const { map } = renderer;
  if (!map) throw new Error('no map');
  await new Promise((resolve) => {
    void map.once('idle', resolve);
    map.triggerRepaint();
  });
}

/** What is on the canvas now, as an image of its own size. */
export function takePicture({ renderer }: Mounted): ImageData {
  const canvas = renderer.map?.getCanvas();
  if (!canvas) throw new Error('no map');
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  if (!copy) throw new Error('no 2d context');
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height);
}

/** The colour of a picture at a point, `#rrggbb`. */
export function colorAt(picture: ImageData, x: number, y: number): string {
  const at = (Math.floor(y) * picture.width + Math.floor(x)) * 4;
  return `#${[...picture.data.subarray(at, at + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The largest difference of a channel between two `#rrggbb` colours. */
export function differ(a: string, b: string): number {
  return Math.max(
    ...[1, 3, 5].map((at) =>
      Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
    ),
  );
}

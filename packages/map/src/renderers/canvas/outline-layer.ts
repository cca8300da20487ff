import { isSameLayout } from '../../scene/diff-scenes.js';
import type { Scene, SceneLayout } from '../../scene/scene.js';
import { inkOfScene } from '../scene-ink.js';
import { pathOf, strokePath } from './paths.js';
import type { Placing } from './placing.js';

/**
 * The borders of townships on a canvas of their own, painted once for a layout and a place: another target, date or
 * filter colours areas and moves no border, and lines wider than a pixel take longer than all the areas together. What is
 * painted once only, as a first picture or each step of a zoom, gets its borders directly.
 */
export class OutlineLayer {
  #context: CanvasRenderingContext2D | null = null;
  /** The layout and place asked for last, and what is on the layer. */
  #asked: Borders | null = null;
  #painted: Borders | null = null;

  /** Lays the borders over what a canvas shows. Its transformation is that of the scene before and after. */
  layOver(target: CanvasRenderingContext2D, scene: Scene, placing: Placing): void {
    if (scene.layout.outlines.length === 0) return;
    const { outline, outlineWidth } = inkOfScene(scene);
    const { scale, left, top, width, height } = placing;
    const wanted = { layout: scene.layout, look: [scale, left, top, width, height, outline, outlineWidth].join(' ') };
    const again = isSame(wanted, this.#asked);
    this.#asked = wanted;
    if (!again) return paintOutlines(target, scene);
    const context = (this.#context ??= createLayer());
    if (!context) return paintOutlines(target, scene);
    if (!isSame(wanted, this.#painted)) {
      // a size that is set empties a canvas
      context.canvas.width = width;
      context.canvas.height = height;
      context.setTransform(scale, 0, 0, scale, left, top);
      paintOutlines(context, scene);
      this.#painted = wanted;
    }
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.drawImage(context.canvas, 0, 0);
    target.setTransform(scale, 0, 0, scale, left, top);
  }
}

interface Borders {
  readonly layout: SceneLayout;
  /** Place, colour and width, in one text. */
  readonly look: string;
}

function isSame({ layout, look }: Borders, other: Borders | null): boolean {
  return other !== null && look === other.look && isSameLayout(layout, other.layout);
}

/** By the processor, as the picture it is laid over. */
function createLayer(): CanvasRenderingContext2D | null {
  return document.createElement('canvas').getContext('2d', { willReadFrequently: true });
}

function paintOutlines(context: CanvasRenderingContext2D, scene: Scene): void {
  const { outline, outlineWidth } = inkOfScene(scene);
  context.lineJoin = 'round';
  for (const { polygons } of scene.layout.outlines) {
    strokePath(context, pathOf(polygons), { color: outline, width: outlineWidth });
  }
}

import { isInsidePolygon } from '../../geometry/ring.js';
import type { SceneLayout } from '../../scene/scene.js';

/**
 * Finds the area at a point. Boxes are looked through one after the other, the last drawn first: of 50,000 that takes a
 * tenth of a millisecond, less than an index is worth.
 */
export class AreaFinder {
  readonly #areas: SceneLayout['areas'];
  #boxes: Float64Array | null = null;

  constructor({ areas }: Pick<SceneLayout, 'areas'>) {
    this.#areas = areas;
  }

  /** Code of the area at a point of the scene: of several the one drawn last, as a pointer finds it in an svg. */
  find(x: number, y: number): string | null {
    const boxes = (this.#boxes ??= Float64Array.from(this.#areas.flatMap(({ bounds }) => bounds)));
    for (let at = boxes.length - 4; at >= 0; at -= 4) {
      if (x < (boxes[at] as number) || x > (boxes[at + 2] as number)) continue;
      if (y < (boxes[at + 1] as number) || y > (boxes[at + 3] as number)) continue;
      const area = this.#areas[at / 4];
      if (area?.polygons.some((polygon) => isInsidePolygon(polygon, x, y))) return area.code;
    }
    return null;
  }
}

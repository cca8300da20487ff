import Flatbush from 'flatbush';
import { isInsidePolygon } from '../../geometry/ring.js';
import type { SceneLayout } from '../../scene/scene.js';

/** Finds the area at a point among tens of thousands; its index is made at the first question. */
export class AreaFinder {
  readonly #areas: SceneLayout['areas'];
  #index: Flatbush | null = null;

  constructor({ areas }: Pick<SceneLayout, 'areas'>) {
    this.#areas = areas;
  }

  /** Code of the area at a point of the scene: of several the one drawn last, as a pointer finds it in an svg. */
  find(x: number, y: number): string | null {
    if (this.#areas.length === 0) return null;
    const found = this.#make().search(x, y, x, y, (index) => {
      const area = this.#areas[index];
      return area?.polygons.some((polygon) => isInsidePolygon(polygon, x, y)) ?? false;
    });
    return found.length === 0 ? null : (this.#areas[Math.max(...found)]?.code ?? null);
  }

  #make(): Flatbush {
    if (this.#index) return this.#index;
    const index = new Flatbush(this.#areas.length);
    for (const { bounds } of this.#areas) index.add(...bounds);
    index.finish();
    this.#index = index;
    return index;
  }
}

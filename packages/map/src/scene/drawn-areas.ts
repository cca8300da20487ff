import type { SceneLayout, SceneShape } from './scene.js';

/** The areas of a picture, before anything is known of its size. */
export interface DrawnAreas {
  /** Tiles stand apart, shapes adjoin. */
  readonly kind: SceneLayout['projection']['kind'];
  readonly areas: readonly DrawnArea[];
}

export type DrawnArea = Pick<SceneShape, 'code' | 'name' | 'group'>;

/** The areas of a layout. */
export function drawnOf({ projection, areas }: SceneLayout): DrawnAreas {
  return { kind: projection.kind, areas };
}

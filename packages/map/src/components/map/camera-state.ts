import { CameraChangeEvent } from '../../events/camera-change-event.js';
import { isSameView, WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { Navigation } from '../../renderers/renderer.js';

/** The camera of a map: asked for from outside, moved by the reader, told when it changes. */
export class CameraState {
  readonly #emit: (event: CameraChangeEvent) => void;
  /** Asked for, and not shown yet: a layout that is on its way would be shown whole. */
  #asked: MapCamera | null = null;
  #told: MapCamera = WHOLE;

  constructor(emit: (event: CameraChangeEvent) => void) {
    this.#emit = emit;
  }

  /** What is asked for and not shown yet; `null` where what is seen is what was asked for. */
  get asked(): MapCamera | null {
    return this.#asked;
  }

  /** @throws RangeError for what is no camera */
  ask(camera: MapCamera): void {
    const { zoom, x, y } = camera;
    if (![zoom, x, y].every(Number.isFinite) || zoom < 1) {
      throw new RangeError(`camera: expected a zoom of 1 or more and a point, got ${JSON.stringify(camera)}`);
    }
    this.#asked = camera;
  }

  /** Shows what is asked for; the picture stands. */
  apply(navigation: Navigation | null): void {
    const asked = this.#asked;
    this.#asked = null;
    if (asked) navigation?.jumpTo(asked);
  }

  /** Tells what is seen, where that is something else. */
  tell(camera: MapCamera): void {
    if (isSameView(camera, this.#told)) return;
    this.#told = camera;
    this.#emit(new CameraChangeEvent(camera));
  }
}

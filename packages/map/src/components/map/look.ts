import { CameraChangeEvent } from '../../events/camera-change-event.js';
import { looksAlike, WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { Stage } from './stage.js';

/** What part of its map an element shows: asked for from outside, moved by the reader, told when it changes. */
export class Look {
  readonly #emit: (event: CameraChangeEvent) => void;
  /** Asked for, and not shown yet: a layout that is on its way would be shown whole. */
  #wanted: MapCamera | null = null;
  #told: MapCamera = WHOLE;

  constructor(emit: (event: CameraChangeEvent) => void) {
    this.#emit = emit;
  }

  /** What is asked for, else what is seen. */
  read(stage: Stage | null): MapCamera {
    return this.#wanted ?? stage?.camera ?? WHOLE;
  }

  /** @throws RangeError for what is no camera */
  ask(camera: MapCamera): void {
    const { zoom, x, y } = camera;
    if (![zoom, x, y].every(Number.isFinite) || zoom < 1) {
      throw new RangeError(`camera: expected a zoom of 1 or more and a point, got ${JSON.stringify(camera)}`);
    }
    this.#wanted = camera;
  }

  /** Shows what is asked for; the picture stands. */
  settle(stage: Stage): void {
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted) stage.look(wanted);
  }

  /** Tells what is seen, where that is something else. */
  tell(camera: MapCamera): void {
    if (looksAlike(camera, this.#told)) return;
    this.#told = camera;
    this.#emit(new CameraChangeEvent(camera));
  }
}

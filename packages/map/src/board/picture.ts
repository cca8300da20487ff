import type { Scene } from '../scene/scene.js';

/** A picture that is painted when it is first asked for, and not again. */
export class Picture {
  readonly #paint: () => Scene | null;
  #scene: Scene | null | undefined;

  constructor(paint: () => Scene | null) {
    this.#paint = paint;
  }

  /** What was given to whoever asked; `undefined` where nobody has. */
  get given(): Scene | null | undefined {
    return this.#scene;
  }

  get scene(): Scene | null {
    if (this.#scene === undefined) this.#scene = this.#paint();
    return this.#scene;
  }
}

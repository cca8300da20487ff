/** How a scene lies on a canvas, in device pixels. */
export interface Placing {
  /** Device pixels in a scene unit. */
  readonly scale: number;
  /** Where the scene's corner is. */
  readonly left: number;
  readonly top: number;
  /** Size of the canvas. */
  readonly width: number;
  readonly height: number;
}

import type { MapCamera } from '../renderers/camera.js';

/** Another part of the map is seen. */
export class CameraChangeEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-camera-change';

  constructor(
    /** What is seen now. */
    readonly camera: MapCamera,
  ) {
    super(CameraChangeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-camera-change': CameraChangeEvent;
  }
}

import type { Scene } from '../scene/scene.js';
import type { MapCamera } from './camera.js';

/** What a renderer tells the element that holds it. Codes are area codes; `null` is bare ground. */
export interface RendererEvents {
  readonly onPoint: (code: string | null, at: { readonly x: number; readonly y: number }) => void;
  readonly onPress: (code: string | null) => void;
  /** The first complete picture stands in `container`. */
  readonly onDrawn: () => void;
  /** The renderer cannot go on; the element falls back and shows the message. */
  readonly onFail: (reason: { readonly code: string; readonly message: string }) => void;
}

/** Moves what is seen of a picture. Who wants another part of it asks here; nobody passes it on. */
export interface Navigation {
  /** What is seen of the picture. */
  readonly camera: MapCamera;
  /** Shows a part of the picture at once, as far as it may be enlarged. */
  jumpTo(camera: MapCamera): void;
  /** Shows the whole scene. */
  fit(): void;
  /** Zooms in by so many doublings, around the middle; out below 0. */
  zoomBy(doublings: number): void;
  /** Shows one area large, in the middle. */
  zoomTo(code: string): void;
}

/** `canvas` is what `svg` becomes where elements would be too many. */
export type RendererName = 'svg' | 'canvas' | 'maplibre';

/** Draws a scene into a container; knows nothing of plans, elements or attributes. */
export interface Renderer {
  readonly name: RendererName;
  draw(scene: Scene): void;
  /** Rings drawn around areas: the focused or selected, and the pointed-at. */
  highlight(codes: { readonly selected: string | null; readonly pointed: string | null }): void;
  /** What part of the picture is seen, and how to see another. */
  readonly navigation: Navigation;
  resize(): void;
  destroy(): void;
}

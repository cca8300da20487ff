import type { CameraControl } from './camera-control.js';
import type { RendererEvents } from './renderer.js';

export interface PagePointerOptions {
  readonly control: CameraControl;
  /** Code of the area an event is over; `null` for bare ground. */
  readonly find: (event: MouseEvent) => string | null;
  readonly events: Pick<RendererEvents, 'onPoint' | 'onPress'>;
}

/** Tells which area of a page's own picture is pointed at and pressed. Listeners end with the element. */
export function watchPointer(element: HTMLElement | SVGElement, { control, find, events }: PagePointerOptions): void {
  let pointed: string | null = null;
  const point = (code: string | null, { clientX, clientY }: MouseEvent): void => {
    if (code === null && pointed === null) return;
    pointed = code;
    const box = element.getBoundingClientRect();
    events.onPoint(code, { x: clientX - box.left, y: clientY - box.top });
  };
  const listen = (type: 'pointermove' | 'pointerleave' | 'click', listener: (event: MouseEvent) => void): void =>
    element.addEventListener(type, listener as EventListener);
  listen('pointermove', (event) => {
    if (!control.dragging) point(find(event), event);
  });
  listen('pointerleave', (event) => point(null, event));
  listen('click', (event) => events.onPress(find(event)));
}

import type { SceneLayout, SceneShape } from '../../scene/scene.js';

/** Puts the tip beside the pointer, or under the area the keyboard is on, inside the picture. */
export function placeTip(
  tip: HTMLElement,
  {
    layout,
    shape,
    pointer,
  }: {
    readonly layout: SceneLayout;
    readonly shape: SceneShape | undefined;
    readonly pointer: { readonly x: number; readonly y: number } | null;
  },
): void {
  const [x0, y0, x1, y1] = shape?.bounds ?? [0, 0, 0, 0];
  const at = pointer ? { x: pointer.x + 16, y: pointer.y + 16 } : { x: (x0 + x1) / 2, y: y1 + 8 };
  const { offsetWidth, offsetHeight } = tip;
  const left = Math.max(0, Math.min(at.x, layout.width - offsetWidth));
  const below = at.y + offsetHeight <= layout.height;
  const top = below ? at.y : Math.max(0, (pointer ? pointer.y - 16 : y0 - 8) - offsetHeight);
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

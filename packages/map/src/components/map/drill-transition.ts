import type { SceneLayout } from '../../scene/scene.js';

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Long enough to follow, short enough not to wait for, in milliseconds. */
const DURATION = 200;

/** The transition from the county into a township and back. */
export class DrillTransition {
  #seen: { readonly layout: SceneLayout; readonly within: string | null } | null = null;

  /** Call it with what is drawn now: another layout may have taken the place of the one that was seen. */
  animate(layer: HTMLElement, next: { readonly layout: SceneLayout; readonly within: string | null }): void {
    const seen = this.#seen;
    this.#seen = next;
    const township = next.within ?? seen?.within ?? null;
    if (!seen || township === null || seen.within === next.within || seen.layout.width !== next.layout.width) return;
    animateTownship(layer, { before: seen.layout, after: next.layout, township });
  }
}

/**
 * Lets a township grow until it fills the picture, or shrink back into its place. Nothing moves for readers who
 * asked for that.
 *
 * @param layer the picture, with the new layout already
 * @param before the layout that was seen until now
 */
function animateTownship(
  layer: HTMLElement,
  { before, after, township }: { readonly before: SceneLayout; readonly after: SceneLayout; readonly township: string },
): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const small = findBox(before, township);
  const large = findBox(after, township);
  if (!small || !large) return;
  const scale = Math.min(4, Math.max(0.25, (small[2] - small[0]) / Math.max(1, large[2] - large[0])));
  const [x, y] = [small[0] - large[0] * scale, small[1] - large[1] * scale];
  layer.animate(
    [
      { transformOrigin: '0 0', transform: `translate(${x}px, ${y}px) scale(${scale})`, opacity: 0.5 },
      { transformOrigin: '0 0', transform: 'none', opacity: 1 },
    ],
    { duration: DURATION, easing: 'ease-out' },
  );
}

/** Where a township is: its own area, or its villages together. */
function findBox({ areas }: SceneLayout, township: string): Box | undefined {
  const parts = areas.filter(({ code, group }) => code === township || group === township).map(({ bounds }) => bounds);
  if (parts.length === 0) return undefined;
  return parts.reduce(([a, b, c, d], [x0, y0, x1, y1]) => [
    Math.min(a, x0),
    Math.min(b, y0),
    Math.max(c, x1),
    Math.max(d, y1),
  ]);
}

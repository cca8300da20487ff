import type { SceneShape } from '../scene/scene.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much a step aside costs against a step ahead. */
const ASIDE = 2.5;

/**
 * The area an arrow key leads to: the nearest one that lies more ahead than aside of the present one.
 *
 * @returns the code, or `undefined` where there is nothing further that way
 */
export function findNeighbour(areas: readonly SceneShape[], from: string, direction: Direction): string | undefined {
  const start = areas.find(({ code }) => code === from);
  if (!start) return areas[0]?.code;
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { code, inner } of areas) {
    const dx = inner[0] - start.inner[0];
    const dy = inner[1] - start.inner[1];
    const ahead = sign * (horizontal ? dx : dy);
    const aside = Math.abs(horizontal ? dy : dx);
    if (ahead <= 0.5 || code === from) continue;
    const cost = ahead + ASIDE * aside;
    if (cost < least) [best, least] = [code, cost];
  }
  return best;
}

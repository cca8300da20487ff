import type { SceneLayout, SceneShape } from '../scene/scene.js';

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

/**
 * The area an arrow key leads to, also where areas are in tiles alone and nothing is known of their places: then left
 * and right go through the list, up and down to the first area of a neighbouring group.
 */
export function findNext({ areas, overview }: SceneLayout, from: string, direction: Direction): string | undefined {
  if (!overview) return findNeighbour(areas, from, direction);
  const at = areas.findIndex(({ code }) => code === from);
  if (direction === 'left' || direction === 'right') return areas[at + (direction === 'left' ? -1 : 1)]?.code;
  const group = findNeighbour(overview.areas, areas[at]?.group ?? '', direction);
  return areas.find((area) => area.group === group)?.code;
}

/** The shape an area is seen by: its own, or that of its group where areas are in tiles alone. */
export function findShape({ areas, overview }: SceneLayout, code: string | null): SceneShape | undefined {
  if (code === null) return undefined;
  const own = areas.find((area) => area.code === code);
  return overview ? overview.areas.find((group) => group.code === (own?.group ?? code)) : own;
}

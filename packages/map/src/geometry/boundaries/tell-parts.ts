import type { Box } from '../mercator.js';
import type { BoundaryFindings } from './boundary-findings.js';
import type { Boundary } from './read-feature.js';

/** Kilometres in a degree of a great circle. */
const KILOMETRES = 111.2;

/** Parts of one area lie no farther from the others, in kilometres and in times their own size: an exclave may lie behind a neighbour. */
const [NEAR_KILOMETRES, NEAR_TIMES] = [10, 3] as const;

/**
 * Tells where several shapes are one area: they are drawn as its parts, as an area with an exclave has them. Where one lies
 * far from the others a code was mistyped, or belongs to somewhere else.
 */
export function tellParts(area: string, parts: readonly Boundary[], found: BoundaryFindings): void {
  const [first] = parts;
  if (parts.length < 2 || !first) return;
  const { name, code } = first;
  found.add('boundary-several-shapes', first.path, { area: area || name || code, count: parts.length });
  const far = findFarthest(parts);
  if (far)
    found.add('boundary-parts-apart', far.part.path, {
      area: area || name || code,
      distance: Math.round(far.distance),
    });
}

/** The part that lies farthest from the largest one, where that is too far for one area. */
function findFarthest(parts: readonly Boundary[]): { readonly part: Boundary; readonly distance: number } | undefined {
  const largest = parts.reduce((best, part) => (sizeOf(part.box) > sizeOf(best.box) ? part : best));
  const limit = Math.max(NEAR_KILOMETRES, NEAR_TIMES * sizeOf(largest.box));
  const away = parts.map((part) => ({ part, distance: gapBetween(part.box, largest.box) }));
  const farthest = away.reduce((most, one) => (one.distance > most.distance ? one : most));
  return farthest.distance > limit ? farthest : undefined;
}

/** The longer way across a box, in kilometres. */
function sizeOf([west, south, east, north]: Box): number {
  return Math.max((east - west) * Math.cos(((south + north) * Math.PI) / 360), north - south) * KILOMETRES;
}

/** From one box to another, in kilometres; the shorter way round the world. */
function gapBetween(one: Box, other: Box): number {
  const [west, , east] = one;
  const turned = (turn: number): number => apart([west + turn, east + turn], [other[0], other[2]]);
  const lon = Math.min(turned(-360), turned(0), turned(360));
  const middle = (one[1] + one[3] + other[1] + other[3]) / 4;
  return (
    Math.hypot(lon * Math.cos((middle * Math.PI) / 180), apart([one[1], one[3]], [other[1], other[3]])) * KILOMETRES
  );
}

function apart([from, to]: readonly [number, number], [otherFrom, otherTo]: readonly [number, number]): number {
  return Math.max(0, from - otherTo, otherFrom - to);
}

import { NO_BOX } from '../mercator.js';
import type { Box } from '../mercator.js';
import type { BoundaryFindings } from './boundary-findings.js';
import { turnTo } from './longitude.js';
import type { Boundary } from './read-feature.js';

/** How many times the usual distance from the middle, and how many degrees, a shape may lie away. */
const [FAR_TIMES, FAR_DEGREES] = [20, 2] as const;

/** How many times as far as what is near reaches, to its farther edge, the rest may lie away. */
const REACHES = 2;

/** Kilometres in a degree of a great circle. */
const KILOMETRES = 111.2;

/**
 * Leaves out shapes that lie where none of the others are, as those with a wrong sign or with latitude first do: they
 * would shrink the rest to a dot. Longitudes are compared around the world. Two shapes alone are not judged.
 */
export function leaveOutFar(boundaries: readonly Boundary[], found: BoundaryFindings): readonly Boundary[] {
  if (boundaries.length < 3) return boundaries;
  const away = measureAway(boundaries);
  const near = Math.max(FAR_DEGREES, FAR_TIMES * median(away));
  // behind a large neighbour begins what is not far either
  const reach = boundaries.reduce(
    (most, { box }, index) => ((away[index] ?? 0) <= near ? Math.max(most, (away[index] ?? 0) + sizeOf(box)) : most),
    0,
  );
  const limit = Math.max(near, REACHES * reach);
  return boundaries.filter(({ path, name, code }, index) => {
    const distance = away[index] ?? 0;
    if (distance <= limit) return true;
    found.add('boundary-far-away', path, { area: name || code || path, distance: Math.round(distance * KILOMETRES) });
    return false;
  });
}

/** A tenth of the shapes may be islands; the rest at least this many times smaller for them is told. */
const [FEW, SMALLER] = [0.1, 4] as const;

/** Tells of a few shapes that lie so far from the rest that there is little to be seen of it. They are drawn all the same. */
export function tellFarIslands(boundaries: readonly Boundary[], found: BoundaryFindings): void {
  const most = Math.floor(boundaries.length * FEW);
  if (most === 0) return;
  const away = measureAway(boundaries);
  const order = away.map((_, index) => index).sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0));
  const spans = spansOf(order.map((index) => boundaries[index]?.box ?? NO_BOX));
  const all = spans.at(-1) ?? 0;
  const least = boundaries.length - most;
  // as few as can be: what lies nearest of what is far is the last of the rest
  let kept = spans.length - 2;
  while (kept + 1 >= least && all < SMALLER * (spans[kept] ?? 0)) kept -= 1;
  const first = boundaries[order[kept + 1] ?? -1];
  if (kept + 1 < least || !first) return;
  const times = Math.floor(all / Math.max(spans[kept] ?? 0, 1e-9));
  found.add('boundary-far-islands', '', {
    area: first.name || first.code || first.path,
    count: boundaries.length - kept - 1,
    times,
  });
}

/** The longer side of the box around each shape and all before it, in degrees. */
function spansOf(boxes: readonly Box[]): readonly number[] {
  let [west, south, east, north] = NO_BOX;
  return boxes.map((box) => {
    [west, south, east, north] = [
      Math.min(west, box[0]),
      Math.min(south, box[1]),
      Math.max(east, box[2]),
      Math.max(north, box[3]),
    ];
    return sizeOf([west, south, east, north]);
  });
}

/** The longer side of a box, in degrees of a great circle. */
function sizeOf([west, south, east, north]: Box): number {
  return Math.max((east - west) * Math.cos(((south + north) * Math.PI) / 360), north - south);
}

/**
 * How far each shape lies from the middle of all, in degrees of a great circle, about: to its box, since a large one beside
 * small ones has its own middle far away.
 */
function measureAway(boundaries: readonly Boundary[]): readonly number[] {
  const places = boundaries.map(middleOf);
  const from = places[0]?.[0] ?? 0;
  const middle = [
    from + median(places.map(([lon]) => turnTo(from, lon))),
    median(places.map(([, lat]) => lat)),
  ] as const;
  return boundaries.map(({ box: [west, south, east, north] }, index) => {
    const [lon = 0, lat = 0] = places[index] ?? [];
    const across = Math.max(0, Math.abs(turnTo(middle[0], lon)) - (east - west) / 2);
    return Math.hypot(
      across * Math.cos((middle[1] * Math.PI) / 180),
      Math.max(0, Math.abs(lat - middle[1]) - (north - south) / 2),
    );
  });
}

/** The middle of a shape's box: near enough to tell counties from continents. */
function middleOf({ box: [west, south, east, north] }: Boundary): readonly [lon: number, lat: number] {
  return [(west + east) / 2, (south + north) / 2];
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

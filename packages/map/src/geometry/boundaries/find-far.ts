import type { BoundaryFindings } from './boundary-findings.js';
import type { Boundary } from './read-feature.js';

/** How many times the usual distance from the middle, and how many degrees, a shape may lie away. */
const [FAR_TIMES, FAR_DEGREES] = [20, 2] as const;

/** Kilometres in a degree of a great circle. */
const KILOMETRES = 111.2;

/**
 * Leaves out shapes that lie where none of the others are, as those with a wrong sign or with latitude first do: they
 * would shrink the rest to a dot. Two shapes alone are not judged.
 */
export function leaveOutFar(boundaries: readonly Boundary[], found: BoundaryFindings): readonly Boundary[] {
  if (boundaries.length < 3) return boundaries;
  const places = boundaries.map(middleOf);
  const middle = [median(places.map(([lon]) => lon)), median(places.map(([, lat]) => lat))] as const;
  const away = places.map(([lon, lat]) => Math.hypot((lon - middle[0]) * Math.cos((middle[1] * Math.PI) / 180), lat - middle[1]));
  const limit = Math.max(FAR_DEGREES, FAR_TIMES * median(away));
  return boundaries.filter(({ path, name, code }, index) => {
    const distance = away[index] ?? 0;
    if (distance <= limit) return true;
    found.add('boundary-far-away', path, { area: name || code || path, distance: Math.round(distance * KILOMETRES) });
    return false;
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

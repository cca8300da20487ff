import { boundPolygons } from '../mercator.js';
import type { SceneRings } from '../../scene/scene.js';
import { boxOf } from './read-feature.js';
import type { Boundary } from './read-feature.js';

/** Degrees around the world, and how many shapes may span to be moved beside each other: of the whole world everybody has a picture. */
const [TURN, WORLD] = [360, 240] as const;

/**
 * Shapes on both sides of the line where longitudes jump from 180 to −180, beside each other: −179.99, 180.01 and the two
 * halves of a shape that was cut there (RFC 7946) are on one side. The side is chosen so that all of them span the fewest
 * degrees; where they would not span fewer, everything stays as it was written.
 */
export function unwrapLongitudes(boundaries: readonly Boundary[]): readonly Boundary[] {
  const spans = boundaries.flatMap(listSpans);
  const [west, east] = spans.reduce(
    ([least, most], [from, to]) => [Math.min(least, from), Math.max(most, to)],
    [Infinity, -Infinity],
  );
  const usual = west >= -TURN / 2 && east <= TURN / 2;
  if (usual && east - west <= TURN / 2) return boundaries;
  const seam = findSeam(spans);
  // without a gap, or all over the world, there is nothing to begin at: what lies beyond 180 comes back
  const begin = seam && seam.span <= WORLD ? seam.begin : -TURN / 2;
  if (usual && (begin === -TURN / 2 || (seam?.span ?? TURN) > east - west - 1e-9)) return boundaries;
  return boundaries.map((boundary) => beginAt(boundary, begin));
}

/** Each shape's own parts beside each other; how the shapes lie to one another is another question. */
export function unwrapParts(boundaries: readonly Boundary[]): readonly Boundary[] {
  return boundaries.map((boundary) =>
    boundary.box[2] - boundary.box[0] > TURN / 2 ? (unwrapLongitudes([boundary])[0] ?? boundary) : boundary,
  );
}

function listSpans({ polygons, point }: Boundary): readonly (readonly [west: number, east: number])[] {
  const spans = polygons.map((polygon): readonly [number, number] => {
    const [west, , east] = boundPolygons([polygon]);
    return [west, east];
  });
  return point && polygons.length === 0 ? [[point[0], point[0]]] : spans;
}

/** Where the widest stretch without any shape ends, and how many degrees the shapes span from there on. */
function findSeam(
  spans: readonly (readonly [west: number, east: number])[],
): { readonly begin: number; readonly span: number } | undefined {
  const turned = spans.map(([west, east]): readonly [number, number] => {
    const from = west - TURN * Math.floor((west + TURN / 2) / TURN);
    return [from, from + (east - west)];
  });
  turned.sort((a, b) => a[0] - b[0]);
  const first = turned[0]?.[0] ?? 0;
  let [end, widest, begin] = [turned[0]?.[1] ?? 0, 0, first];
  for (const [from, to] of [...turned.slice(1), [first + TURN, first + TURN] as const]) {
    if (from - end > widest) [widest, begin] = [from - end, from];
    end = Math.max(end, to);
  }
  return widest > 0 ? { begin: begin >= TURN / 2 ? begin - TURN : begin, span: TURN - widest } : undefined;
}

/** A shape with each of its parts in the turn that begins at a longitude. */
function beginAt(boundary: Boundary, begin: number): Boundary {
  const polygons = boundary.polygons.map((polygon) => shift(polygon, turnsTo(boundPolygons([polygon])[0], begin)));
  const point = boundary.point && ([boundary.point[0] + turnsTo(boundary.point[0], begin), boundary.point[1]] as const);
  return { ...boundary, polygons, point, box: boxOf({ polygons, point }) };
}

/** Degrees to add so that a longitude is in the turn that begins at another; −180 is not told from 180. */
function turnsTo(lon: number, begin: number): number {
  return -TURN * Math.floor((lon - begin + 1e-9) / TURN);
}

function shift(polygon: SceneRings, degrees: number): SceneRings {
  return degrees === 0
    ? polygon
    : polygon.map((ring) => ring.map((value, at) => (at % 2 === 0 ? value + degrees : value)));
}

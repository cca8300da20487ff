import type { SceneRings } from '../../scene/scene.js';
import { containsPoint, measureRing, reverseRing } from '../ring.js';

/**
 * The union of polygons that share their borders: what one neighbour runs along in one direction and the other in the
 * opposite one is inside, and what is left over is the outline. Corners count as the same within `tolerance`.
 *
 * Borders must be drawn with the same corners on both sides, as they are when one map was cut into areas; where they are
 * not, the line between the two remains. Cost grows with the number of corners, not with its square.
 *
 * @param tolerance edge of the grid corners are snapped to for comparison, in the coordinates' unit; the rings keep
 *   their own coordinates
 *
 * @example dissolve([leftSquare, rightSquare], 1e-9); // one polygon with six corners and the shared edge gone
 */
export function dissolve(polygons: readonly SceneRings[], tolerance: number): readonly SceneRings[] {
  const corners = new Corners(tolerance);
  const edges = new Map<number, number>();
  const keyOf = (from: number, to: number): number => from * STRIDE + to;
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      // outer rings one way round, holes the other, whatever the file says
      const clockwise = measureRing(ring) > 0;
      const directed = clockwise === (index === 0) ? ring : reverseRing(ring);
      let from = corners.find(directed[0] ?? 0, directed[1] ?? 0);
      for (let at = 2; at + 1 < directed.length; at += 2) {
        const to = corners.find(directed[at] ?? 0, directed[at + 1] ?? 0);
        if (to === from) continue;
        const opposite = keyOf(to, from);
        const passes = edges.get(opposite) ?? 0;
        if (passes > 1) edges.set(opposite, passes - 1);
        else if (passes === 1) edges.delete(opposite);
        else edges.set(keyOf(from, to), (edges.get(keyOf(from, to)) ?? 0) + 1);
        from = to;
      }
    }
  }
  return nestRings(chainEdges(edges, corners));
}

/** More corners than this in one union would share a key; memory ends before. */
const STRIDE = 2 ** 26;

/** Numbers corners; those within one cell of the grid get the same number. */
class Corners {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  private readonly known = new Map<number, Map<number, number>>();

  constructor(private readonly tolerance: number) {}

  find(x: number, y: number): number {
    const [column, row] = [Math.round(x / this.tolerance), Math.round(y / this.tolerance)];
    let rows = this.known.get(column);
    if (!rows) this.known.set(column, (rows = new Map()));
    const found = rows.get(row);
    if (found !== undefined) return found;
    rows.set(row, this.xs.length);
    this.xs.push(x);
    this.ys.push(y);
    return this.xs.length - 1;
  }
}

/** Follows edges from corner to corner until each chain closes. */
function chainEdges(edges: ReadonlyMap<number, number>, { xs, ys }: Corners): readonly (readonly number[])[] {
  const next = new Map<number, number[]>();
  for (const key of edges.keys()) {
    const [from, to] = [Math.floor(key / STRIDE), key % STRIDE];
    const onward = next.get(from);
    if (onward) onward.push(to);
    else next.set(from, [to]);
  }
  const rings: number[][] = [];
  for (const [start, onward] of next) {
    while (onward.length > 0) {
      const ring: number[] = [xs[start] ?? 0, ys[start] ?? 0];
      let at = start;
      let before = -1;
      do {
        const to = takeNext(next.get(at), { before, at, xs, ys });
        if (to === undefined) break;
        ring.push(xs[to] ?? 0, ys[to] ?? 0);
        before = at;
        at = to;
      } while (at !== start);
      if (at === start && ring.length >= 8) rings.push(ring);
    }
  }
  return rings;
}

/**
 * The next corner of a chain. Where areas touch in one corner there are several: the sharpest turn inwards keeps the
 * rings apart instead of crossing over.
 */
function takeNext(
  candidates: number[] | undefined,
  { before, at, xs, ys }: { before: number; at: number; xs: readonly number[]; ys: readonly number[] },
): number | undefined {
  if (!candidates || candidates.length < 2 || before < 0) return candidates?.pop();
  const angle = (from: number, to: number): number => Math.atan2((ys[to] ?? 0) - (ys[from] ?? 0), (xs[to] ?? 0) - (xs[from] ?? 0));
  const back = angle(at, before);
  const turn = (to: number): number => (angle(at, to) - back + 4 * Math.PI) % (2 * Math.PI);
  const best = candidates.reduce((a, b) => (turn(b) > turn(a) ? b : a));
  candidates.splice(candidates.indexOf(best), 1);
  return best;
}

/** Sorts rings into polygons: every hole under the smallest outer ring around it. */
function nestRings(rings: readonly (readonly number[])[]): readonly SceneRings[] {
  const outers = rings.filter((ring) => measureRing(ring) > 0).sort((a, b) => measureRing(a) - measureRing(b));
  const polygons = outers.map((outer): (readonly number[])[] => [outer]);
  for (const hole of rings) {
    if (measureRing(hole) >= 0) continue;
    const [x, y] = middleOfFirstEdge(hole);
    const around = polygons.find(([outer = []]) => containsPoint(outer, x, y) && !isSame(outer, hole));
    around?.push(hole);
  }
  return polygons;
}

function middleOfFirstEdge(ring: readonly number[]): readonly [number, number] {
  return [((ring[0] ?? 0) + (ring[2] ?? 0)) / 2, ((ring[1] ?? 0) + (ring[3] ?? 0)) / 2];
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one[0] === other[0] && one[1] === other[1];
}

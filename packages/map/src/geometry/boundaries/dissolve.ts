import type { SceneRings } from '../../scene/scene.js';
import { containsPoint, measureRing, reverseRing } from '../ring.js';

/** Borders that begin at one corner at most; on a map three or four areas meet, rarely more. */
const MOST_MEETING = 32;

/**
 * The union of polygons that share their borders: what one neighbour runs along in one direction and the other in the
 * opposite one is inside, and what is left over is the outline. Corners count as the same within `tolerance`.
 *
 * Borders must be drawn with the same corners on both sides, as they are when one map was cut into areas; where they are
 * not, the line between the two remains. Cost grows with the number of corners, not with its square.
 *
 * @returns the polygons as they came where more borders meet in one corner than on any map: every way through it would be tried
 * @param tolerance edge of the grid corners are snapped to for comparison, in the coordinates' unit; the rings keep
 *   their own coordinates
 *
 * @example dissolve([leftSquare, rightSquare], 1e-9); // one polygon with six corners and the shared edge gone
 */
export function dissolve(polygons: readonly SceneRings[], tolerance: number): readonly SceneRings[] {
  const most = polygons.reduce((sum, rings) => sum + rings.reduce((all, { length }) => all + length / 2, 0), 0);
  const corners = new Corners(tolerance, most);
  const edges = new Edges(most);
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      // outer rings one way round, holes the other, whatever the file says
      const clockwise = measureRing(ring) > 0;
      const directed = clockwise === (index === 0) ? ring : reverseRing(ring);
      let from = corners.find(directed[0] ?? 0, directed[1] ?? 0);
      for (let at = 2; at + 1 < directed.length; at += 2) {
        const to = corners.find(directed[at] ?? 0, directed[at + 1] ?? 0);
        if (to === from) continue;
        if (!edges.cancel(to, from) && edges.add(from, to) > MOST_MEETING) return polygons;
        from = to;
      }
    }
  }
  return nestRings(chainEdges(edges, corners));
}

/**
 * Numbers corners; those within one cell of the grid get the same number. A table with open addresses: a `Map` in a `Map`
 * took most of the time of a layout.
 */
class Corners {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  readonly #columns: Float64Array;
  readonly #rows: Float64Array;
  readonly #table: Int32Array;
  readonly #tolerance: number;

  /** @param most no more corners than this will come */
  constructor(tolerance: number, most: number) {
    this.#tolerance = tolerance;
    this.#columns = new Float64Array(most);
    this.#rows = new Float64Array(most);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))).fill(-1);
  }

  find(x: number, y: number): number {
    const column = Math.round(x / this.#tolerance);
    const row = Math.round(y / this.#tolerance);
    const mask = this.#table.length - 1;
    const mixed = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca77);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let known = this.#table[slot] ?? -1; known >= 0; known = this.#table[slot] ?? -1) {
      if (this.#columns[known] === column && this.#rows[known] === row) return known;
      slot = (slot + 1) & mask;
    }
    const fresh = this.xs.length;
    this.#table[slot] = fresh;
    this.#columns[fresh] = column;
    this.#rows[fresh] = row;
    this.xs.push(x);
    this.ys.push(y);
    return fresh;
  }
}

/** Directed edges between corners, each in a list of those that leave its corner. */
class Edges {
  readonly froms: number[] = [];
  readonly tos: number[] = [];
  readonly #gone: boolean[] = [];
  readonly #following: number[] = [];
  readonly #first: Int32Array;
  readonly #begun: Uint32Array;

  constructor(corners: number) {
    this.#first = new Int32Array(corners).fill(-1);
    this.#begun = new Uint32Array(corners);
  }

  /** @returns how many edges began at the corner so far */
  add(from: number, to: number): number {
    this.#following.push(this.#first[from] ?? -1);
    this.#first[from] = this.froms.length;
    this.froms.push(from);
    this.tos.push(to);
    this.#gone.push(false);
    const begun = (this.#begun[from] ?? 0) + 1;
    this.#begun[from] = begun;
    return begun;
  }

  /** Takes an edge away. @returns whether there was one */
  cancel(from: number, to: number): boolean {
    for (let edge = this.#first[from] ?? -1; edge >= 0; edge = this.#following[edge] ?? -1) {
      if (this.tos[edge] !== to || this.#gone[edge]) continue;
      this.#gone[edge] = true;
      return true;
    }
    return false;
  }

  has(edge: number): boolean {
    return this.#gone[edge] === false;
  }
}

/** Follows edges from corner to corner until each chain closes. */
function chainEdges(edges: Edges, { xs, ys }: Corners): readonly (readonly number[])[] {
  const next = new Map<number, number[]>();
  for (const [edge, from] of edges.froms.entries()) {
    const to = edges.tos[edge];
    if (to === undefined || !edges.has(edge)) continue;
    const onward = next.get(from);
    // an edge two areas run along in the same direction is one
    if (!onward) next.set(from, [to]);
    else if (!onward.includes(to)) onward.push(to);
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
  const angle = (from: number, to: number): number =>
    Math.atan2((ys[to] ?? 0) - (ys[from] ?? 0), (xs[to] ?? 0) - (xs[from] ?? 0));
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

import type { SceneRings } from '../../scene/scene.js';
import type { BoundaryFindings } from './boundary-findings.js';
import { countCrossings } from './count-crossings.js';
import { dissolve } from './dissolve.js';
import { ringsMeet } from './rings-meet.js';
import { unite } from './unite.js';

/** Corners are the same within this share of the world: about 4 mm at the equator, far below any survey. */
const TOLERANCE = 1e-10;

/** Corners united by geometry at most, over a whole file: one to three seconds. */
const MOST_UNITED = 50_000;

/** Corners the same time is spent on as on one place where borders cross. */
const COST_OF_CROSSING = 2;

/** Edges compared with each other at most, over a whole file: about a second. */
const MOST_COMPARED = 100_000_000;

/** Borders that do not fit leave rings this close to each other: about 40 m at the equator. */
const NEAR = 1e-6;

/** Twice the area of a square of 2 m at the equator. */
const SLIVER = 5e-15;

/** Unites the members of groups, and tells once where their borders do not fit. */
export class Dissolver {
  #corners = 0;
  readonly #comparisons = { left: MOST_COMPARED };
  #misfits = 0;
  #united = 0;

  /**
   * The outline of one group: along shared borders, which is exact and fast; by geometry where that leaves more than one
   * ring and geometry needs fewer.
   */
  dissolve(polygons: readonly SceneRings[]): readonly SceneRings[] {
    const shared = dissolve(polygons, TOLERANCE);
    // geometry would try every way through a corner where so many borders meet
    if (shared === polygons && polygons.length > 0) {
      this.#misfits += 1;
      return polygons;
    }
    // parts and holes that keep apart are what they are: geometry would find the same, a hundred times slower
    if (countRings(shared) < 2 || polygons.length < 2 || !ringsMeet(shared, NEAR, this.#comparisons)) return shared;
    if (!this.#spend(polygons)) {
      this.#misfits += 1;
      return shared;
    }
    const united = unite(polygons, SLIVER);
    if (!united || countRings(united) >= countRings(shared)) return shared;
    this.#misfits += 1;
    this.#united += 1;
    return united;
  }

  /** Takes what uniting polygons costs off the budget; false where there is not enough left. */
  #spend(polygons: readonly SceneRings[]): boolean {
    const corners = polygons.reduce((sum, rings) => sum + rings.reduce((all, ring) => all + ring.length / 2, 0), 0);
    const left = MOST_UNITED - this.#corners - corners;
    if (left < 0) return false;
    const most = Math.floor(left / COST_OF_CROSSING) + 1;
    const cost = COST_OF_CROSSING * countCrossings(polygons, most, this.#comparisons);
    if (cost > left) return false;
    this.#corners += corners + cost;
    return true;
  }

  report(found: BoundaryFindings): void {
    if (this.#misfits > 0) found.add('boundary-borders-differ', '', { count: this.#misfits, united: this.#united });
  }
}

function countRings(polygons: readonly SceneRings[]): number {
  return polygons.reduce((sum, rings) => sum + rings.length, 0);
}

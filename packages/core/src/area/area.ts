import type { AreaKind, Level } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';

/** One row of the roster. `code` is a string; `parent` is empty for the root. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent: string;
  readonly kind: AreaKind;
  /** Cohort, `2020`; empty when the area is outside the rollout. */
  readonly rollout: string;
  readonly aliases: readonly string[];
  readonly validFrom: IsoDate | '';
  readonly validTo: IsoDate | '';
  readonly successor: string;
  /** Where it is, in degrees; left out where the roster does not say. Its seat or its middle: one point for a map to go by. */
  readonly place?: readonly [longitude: number, latitude: number];
}

/**
 * All areas in tree order: every parent before its children, the children of one parent in code order.
 * Positions in `areas` are the row numbers of every column in an evaluation.
 */
export interface Roster {
  readonly areas: readonly Area[];
  /** Row of each area's parent, −1 for a root. Always smaller than the row itself. */
  readonly parents: Int32Array;
  /** Row of a code in 6, 9, 12 or 19 digits, through aliases that are old codes; −1 when unknown, or when digits fit two. */
  indexOf(code: string): number;
  children(index: number): readonly number[];
}

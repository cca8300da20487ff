import type { Day } from '../period/period.js';

/** Who is in a target on one day, by row of the roster. */
export interface Members {
  /** The day they are members on; any, where the roster is the same on all. */
  readonly day: Day;
  /** 1 for areas that owe the target. */
  readonly owes: Uint8Array;
  /** 1 for areas whose own reports form the figure. */
  readonly counted: Uint8Array;
  /** Counted areas at or below each row. */
  readonly totals: Int32Array;
  /** 1 for areas at or below one that owes. */
  readonly under: Uint8Array;
  /** 1 for areas whose batch has not come, on the rollout's clock, and for owing ones whose members all wait. */
  readonly notStarted: Uint8Array;
  /** 1 for areas on the rollout's clock that belong to no batch. */
  readonly noCohort: Uint8Array;
}

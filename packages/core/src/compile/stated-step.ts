import type { Day } from '../period/period.js';
import type { Target } from '../plan/plan.js';

/** A step of a staircase as the plan states it. */
export interface StatedStep {
  readonly target: Target;
  readonly date: Day;
  readonly value: number;
  readonly unit: string;
}

import type { Verdict } from './result.js';

/** Verdicts of an area that owes the target: its own figure is held against a pass mark, or would be. */
export const OWING: ReadonlySet<Verdict> = new Set<Verdict>([
  'notYetDue',
  'noCase',
  'noData',
  'undecided',
  'attained',
  'attainedWithinTolerance',
  'notAttained',
]);

/** Verdicts of an area nothing can be asked of, so that it costs nothing in a mean or a ranking. */
export const NOTHING_ASKED: ReadonlySet<Verdict> = new Set<Verdict>([
  'notApplicable',
  'notStarted',
  'notComputable',
  'noCase',
]);

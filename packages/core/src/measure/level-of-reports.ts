import type { Level, Measure, Scope } from '../plan/plan.js';

/** A predicate's members report as villages unless said; everything else as the owing level. */
export function levelOfReports({ rollUp, owes, from }: Scope, measure: Measure): Level {
  if (rollUp === 'reported') return owes.level;
  return from ?? ('predicate' in measure ? 'village' : owes.level);
}

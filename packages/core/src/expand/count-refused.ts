import type { Dataset, RowFile } from '../observation/dataset.js';
import type { Measure, Target } from '../plan/plan.js';
import { indicatorsOf } from '../compile/compile-target.js';

/**
 * How many refused rows targets might have been formed from, each row once.
 *
 * @param area row of the roster: rows about it, about areas below it, and about none that is known; all when left out
 */
export function countRefused({ refused }: Dataset, targets: readonly Target[], area?: number): number {
  const names = new Map<RowFile, string[]>();
  for (const { measure, scope: { owes } } of targets) {
    const members: readonly Source[] = owes.register === undefined ? [] : [{ file: 'registers', names: [owes.register] }];
    for (const { file, names: some } of [...listSources(measure), ...members]) names.set(file, [...(names.get(file) ?? []), ...some]);
  }
  return [...names].reduce((sum, [file, some]) => sum + refused.count(file, some, area), 0);
}

interface Source {
  readonly file: RowFile;
  readonly names: readonly string[];
}

/** The files a measure is formed from, each once, and what it reads there. */
function listSources(measure: Measure): readonly Source[] {
  if ('predicate' in measure) return listSources(measure.predicate.measure);
  switch (measure.kind) {
    case 'count':
      return [{ file: 'registers', names: [measure.register] }];
    case 'assignment':
      return [{ file: 'registers', names: [measure.actors] }, { file: 'links', names: measure.roles.map(({ role }) => role) }];
    case 'occurrence':
      return [{ file: 'events', names: [measure.event] }];
    case 'case':
      return [{ file: 'events', names: [measure.condition, measure.act] }];
    case 'remaining':
      return [{ file: 'events', names: ['opened', 'closed', 'reopened', 'due'].map((step) => `${measure.ledger}-${step}`) }];
    case 'state':
      if ('event' in measure) return [{ file: 'events', names: [measure.event] }];
      return [{ file: 'observations', names: [measure.indicator] }];
    default:
      return [{ file: 'observations', names: indicatorsOf(measure) }];
  }
}

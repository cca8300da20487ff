import { readsOf } from '../measure/index.js';
import type { Dataset, RowFile } from '../observation/dataset.js';
import type { Measure, Target } from '../plan/plan.js';

/**
 * How many refused rows targets might have been formed from, each row once.
 *
 * @param area row of the roster: rows about it, about areas below it, and about none that is known; all when left out
 */
export function countRefused({ refused }: Dataset, targets: readonly Target[], area?: number): number {
  const names = new Map<RowFile, string[]>();
  for (const {
    measure,
    scope: { owes },
  } of targets) {
    const members: readonly Source[] =
      owes.register === undefined ? [] : [{ file: 'registers', names: [owes.register] }];
    for (const { file, names: some } of [...listSources(measure), ...members])
      names.set(file, [...(names.get(file) ?? []), ...some]);
  }
  return [...names].reduce((sum, [file, some]) => sum + refused.count(file, some, area), 0);
}

interface Source {
  readonly file: RowFile;
  readonly names: readonly string[];
}

/** The files a measure is formed from, and what it reads there. */
function listSources(measure: Measure): readonly Source[] {
  const { indicators, registers, events, links } = readsOf(measure);
  return Object.entries({ observations: indicators, registers, events, links }).flatMap(([file, names = []]) =>
    names.length === 0 ? [] : [{ file: file as RowFile, names }],
  );
}

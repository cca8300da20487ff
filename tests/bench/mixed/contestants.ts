import { evaluate } from '@guatu/core';
import type { Evaluation, Measure, Target } from '@guatu/core';
import type { ScaledCounty } from './scaled-county.js';

/** Targets that are timed together. */
export interface Group {
  readonly name: string;
  readonly targets: readonly Target[];
  /** Figures one evaluation of all of them makes. */
  readonly figures: number;
}

/** Verdict, attainment and what is drawn, of all areas. */
export function answer(evaluation: Evaluation, targets: readonly Target[]): number {
  let read = 0;
  for (const { id } of targets) {
    const { verdicts, attainments, drawn } = evaluation.target(id);
    read += verdicts.length + attainments.length + drawn.length;
  }
  return read;
}

/** Targets of a county by kind of measure: those villages take part in, and those the county alone answers. */
export function groupTargets(
  { plan, dataset, villages }: ScaledCounty,
  asOf: string,
): { readonly ofVillages: readonly Group[]; readonly ofCounty: readonly Group[] } {
  const evaluation = evaluate(plan, dataset, { asOf });
  const { areas } = dataset.roster;
  const isOfVillages = ({ id }: Target): boolean => {
    const evaluated = evaluation.target(id);
    return areas.some(({ level }, row) => level === 'village' && evaluated.concerns(row));
  };
  const groups = (targets: readonly Target[], figures: number): readonly Group[] =>
    [...groupByKind(targets)].map(([name, of]) => ({ name, targets: of, figures: of.length * figures }));
  const ofVillages = plan.targets.filter(isOfVillages);
  const kept = new Set(ofVillages);
  return {
    ofVillages: groups(ofVillages, villages),
    ofCounty: groups(
      plan.targets.filter((target) => !kept.has(target)),
      areas.length,
    ),
  };
}

function groupByKind(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const name = nameOf(target.measure);
    const known = groups.get(name);
    if (known) known.push(target);
    else groups.set(name, [target]);
  }
  return groups;
}

/** A share is as dear as what its members are asked. */
function nameOf(measure: Measure): string {
  return 'predicate' in measure ? `${measure.kind} of ${measure.predicate.measure.kind}` : measure.kind;
}

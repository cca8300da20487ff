import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { EvaluationContext } from './context.js';

/** Where plan and data meet: rosters and batches of another size than the plan names. */
export function checkData(context: EvaluationContext): readonly Diagnostic[] {
  return [...checkRosters(context), ...checkBatches(context)];
}

function checkRosters({ plan, roster, asOf, validFrom, validTo }: EvaluationContext): readonly Diagnostic[] {
  return (plan.rosters ?? []).flatMap(({ level, kind, count }, index): readonly Diagnostic[] => {
    const found = roster.areas.filter(
      (area, row) =>
        area.level === level &&
        (kind === undefined || area.kind === kind) &&
        (validFrom[row] as number) <= asOf &&
        asOf <= (validTo[row] as number),
    ).length;
    if (found === count) return [];
    return [
      {
        code: 'roster-size-differs',
        severity: 'warning',
        path: `plan.json rosters[${index}]`,
        message: `the plan names ${count} areas of level ${level}, the roster has ${found}`,
        params: { level, expected: count, found },
      },
    ];
  });
}

function checkBatches({ plan, roster }: EvaluationContext): readonly Diagnostic[] {
  const { rollout } = plan;
  if (!rollout) return [];
  let before = 0;
  return rollout.batches.flatMap(({ cohort, count }, index): readonly Diagnostic[] => {
    if (count === 'rest') return [];
    const expected = rollout.counting === 'incremental' ? count : count - before;
    before = rollout.counting === 'incremental' ? before : count;
    const found = roster.areas.filter((area) => area.rollout === cohort).length;
    if (found === expected) return [];
    return [
      {
        code: 'batch-size-differs',
        severity: 'warning',
        path: `plan.json rollout.batches[${index}]`,
        message: `batch ${cohort} has ${expected} areas in the plan, ${found} in the roster`,
        params: { cohort, expected, found },
      },
    ];
  });
}

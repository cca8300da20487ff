import type { Area, Evaluation, Locale, RolloutState, RolloutTotals } from '@guatu/core';
import { writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { listCohorts } from '../scene/marks.js';

/** An area's place and its batch, in words. */
export interface AreaAccount {
  readonly area: Area;
  readonly row: number;
  /** From the outermost in; empty for a root. */
  readonly ancestors: readonly Area[];
  /** ②; empty outside the rollout. */
  readonly mark: string;
  readonly state: RolloutState;
  /** `②2021年批次，2021年3月12日启动`; empty outside the rollout. */
  readonly rollout: string;
  /** Of the areas below, and of itself. */
  readonly totals: RolloutTotals;
}

/**
 * What there is to say of an area, whatever the target.
 *
 * @returns nothing for a code the roster does not have
 */
export function accountArea(evaluation: Evaluation, code: string, locale: Locale): AreaAccount | null {
  const { roster } = evaluation.dataset;
  const row = roster.indexOf(code);
  const area = roster.areas[row];
  if (!area) return null;
  const { cohort, state, startedOn } = evaluation.rollout(row);
  const { cohortOf, rollout, startedOn: started, label } = messagesOf(locale);
  const mark = state === 'none' ? '' : (markCohorts(evaluation).get(cohort) ?? '');
  const when = state === 'none' ? '' : startedOn === null ? rollout[state] : started(writeDate(startedOn, locale));
  return {
    area,
    row,
    ancestors: listAncestors(roster.areas, roster.parents, row),
    mark,
    state,
    rollout: state === 'none' ? '' : [cohortOf(mark, cohort), when].join(label.join),
    totals: evaluation.rolloutTotals(row),
  };
}

/** ① ② ③ by cohort. */
export function markCohorts({ plan, dataset }: Evaluation): ReadonlyMap<string, string> {
  return new Map(
    listCohorts(
      plan,
      dataset.roster.areas.map(({ rollout }) => rollout),
    ).map(({ cohort, mark }) => [cohort, mark]),
  );
}

function listAncestors(areas: readonly Area[], parents: Int32Array, row: number): readonly Area[] {
  const found: Area[] = [];
  for (let above = parents[row] ?? -1; above >= 0; above = parents[above] ?? -1) {
    const area = areas[above];
    if (area) found.unshift(area);
  }
  return found;
}

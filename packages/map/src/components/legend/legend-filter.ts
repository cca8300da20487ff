import { NO_FILTER } from '../../board/board.js';
import type { Filter } from '../../scene/view.js';

/** A cell, a whole row, a whole column, or a kind beside the matrix. */
export interface LegendChoice {
  readonly cohort?: string;
  readonly class?: number | string;
}

/** Whether a filter is exactly one cell, or holds this row or column. */
export function isChosen({ cohorts, classes }: Filter, choice: LegendChoice): boolean {
  if (choice.cohort !== undefined && choice.class !== undefined) {
    return isOnly(cohorts, choice.cohort) && isOnly(classes, choice.class);
  }
  if (isCell({ cohorts, classes })) return false;
  return choice.cohort === undefined ? classes.includes(choice.class ?? '') : cohorts.includes(choice.cohort);
}

/** Whether the filter leaves a cell of the matrix. */
export function isLeft({ cohorts, classes }: Filter, { cohort, class: kind }: LegendChoice): boolean {
  const rowLeft = cohort === undefined || cohorts.length === 0 || cohorts.includes(cohort);
  return rowLeft && (kind === undefined || classes.length === 0 || classes.includes(kind));
}

/** The filter after a press: a cell stands alone; rows and columns are added and taken away. */
export function choose(filter: Filter, choice: LegendChoice): Filter {
  if (isChosen(filter, choice) && choice.cohort !== undefined && choice.class !== undefined) return NO_FILTER;
  if (choice.cohort !== undefined && choice.class !== undefined)
    return { cohorts: [choice.cohort], classes: [choice.class] };
  const { cohorts, classes } = isCell(filter) ? NO_FILTER : filter;
  if (choice.cohort !== undefined) return { cohorts: toggle(cohorts, choice.cohort), classes };
  return choice.class === undefined ? filter : { cohorts, classes: toggle(classes, choice.class) };
}

export function isFiltering({ cohorts, classes }: Filter): boolean {
  return cohorts.length > 0 || classes.length > 0;
}

function isCell({ cohorts, classes }: Filter): boolean {
  return cohorts.length === 1 && classes.length === 1;
}

function isOnly<T>(list: readonly T[], member: T): boolean {
  return list.length === 1 && list[0] === member;
}

function toggle<T>(list: readonly T[], member: T): readonly T[] {
  return list.includes(member) ? list.filter((other) => other !== member) : [...list, member];
}

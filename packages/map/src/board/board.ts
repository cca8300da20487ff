import type { Dataset, Diagnostic, Evaluation, IsoDate, Locale, Plan } from '@guatu/core';

/** What the picture shows: both facts at once, or one of them. */
export type View = 'both' | 'rollout' | 'attainment' | 'lights';

/** Cells of the legend that are left when it filters; empty means everything. */
export interface Filter {
  readonly cohorts: readonly string[];
  readonly classes: readonly (number | string)[];
}

/** All that can be chosen; readable and settable from outside, and nothing else is state. */
export interface BoardState {
  readonly asOf: IsoDate;
  readonly target: string | null;
  readonly view: View;
  readonly level: 'township' | 'village';
  readonly selected: string | null;
  readonly pointed: string | null;
  readonly filter: Filter;
  readonly locale: Locale;
}

/** Everything the elements of one board share. */
export interface BoardSnapshot {
  readonly status: 'empty' | 'loading' | 'ready' | 'failed';
  readonly plan: Plan | null;
  readonly dataset: Dataset | null;
  readonly evaluation: Evaluation | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly state: BoardState;
}

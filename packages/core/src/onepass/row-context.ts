import type { Roster } from '../area/area.js';
import type { CellState } from '../observation/apply-observation.js';
import type { Cells, Column, Observations } from '../observation/dataset.js';
import type { EvaluationContext } from '../compile/context.js';
import { addUp } from '../area/add-up.js';
import { listAsked } from '../compile/members.js';
import type { Members } from '../compile/members.js';
import type { RosterColumns } from '../area/roster-columns.js';

/** One cell as it was before a change. */
export interface EarlierCell {
  readonly indicator: string;
  readonly period: string;
  /** Row of the roster. */
  readonly area: number;
  readonly state: CellState;
}

/** A row and all its ancestors, the outermost first. */
export function lineOf({ parents }: Roster, row: number): readonly number[] {
  const line: number[] = [];
  for (let at = row; at >= 0; at = parents[at] as number) line.unshift(at);
  return line;
}

/**
 * The same evaluation over one line of the tree alone: what one area reports, added up to the root as if nobody
 * else did. With `earlier`, as it was before that cell changed.
 */
export function contextOfLine(
  context: EvaluationContext,
  line: readonly number[],
  earlier?: EarlierCell,
): EvaluationContext {
  const roster: Roster = {
    areas: line.flatMap((row) => context.roster.areas[row] ?? []),
    parents: Int32Array.from(line, (_, at) => at - 1),
    indexOf: (code) => line.indexOf(context.roster.indexOf(code)),
    children: (index) => (index + 1 < line.length ? [index + 1] : []),
  };
  const pick = (indicator: string, column: Column | undefined) =>
    column && columnOfLine(column, line, earlier?.indicator === indicator ? earlier : undefined);
  const observations: Observations = {
    reports: context.observations.reports,
    column: (indicator) => pick(indicator, context.observations.column(indicator)),
    levels: (indicator) => pick(indicator, context.observations.levels(indicator)),
    knownOn: () => observations,
    mergedBy: () => observations,
  };
  return {
    ...context,
    roster,
    dataset: { ...context.dataset, roster, observations },
    observations,
    columns: columnsOfLine(context.columns, line),
    members: new Map(),
    overTotals: new Map(),
  };
}

function columnOfLine(column: Column, line: readonly number[], earlier: EarlierCell | undefined): Column {
  return {
    ...column,
    cells: column.cells.map((cells, index): Cells => {
      const picked = cellsOfLine(cells, line);
      if (earlier?.period === column.periods[index]?.text)
        putBack(picked, line.indexOf(earlier?.area ?? -1), earlier?.state);
      return picked;
    }),
  };
}

function cellsOfLine(cells: Cells, line: readonly number[]): Cells {
  const { status, values, denominators, percentages } = cells;
  const pick = (figures: Float64Array) => Float64Array.from(line, (row) => figures[row] as number);
  return {
    status: Uint8Array.from(line, (row) => status[row] as number),
    values: pick(values),
    denominators: denominators && pick(denominators),
    percentages: percentages && pick(percentages),
    // Who reported a whole column is written down when it is first asked for, and hardly ever asked for here.
    get reports() {
      return Int32Array.from(line, (row) => cells.reports[row] as number);
    },
  };
}

function putBack({ status, values, denominators, percentages }: Cells, at: number, state: CellState | undefined): void {
  if (at < 0 || !state) return;
  status[at] = state.status;
  values[at] = state.value;
  if (denominators) denominators[at] = state.denominator;
  if (percentages) percentages[at] = state.percentage;
}

function columnsOfLine(columns: RosterColumns, line: readonly number[]): RosterColumns {
  const bytes = (of: Uint8Array) => Uint8Array.from(line, (row) => of[row] as number);
  const days = (of: Float64Array) => Float64Array.from(line, (row) => of[row] as number);
  return {
    levels: bytes(columns.levels),
    kinds: bytes(columns.kinds),
    dated: columns.dated,
    cohortStarts: days(columns.cohortStarts),
    validFrom: days(columns.validFrom),
    validTo: days(columns.validTo),
  };
}

/** Members of one line, counted as if there were no others. */
export function membersOfLine(members: Members, line: readonly number[]): Members {
  const bytes = (of: Uint8Array) => Uint8Array.from(line, (row) => of[row] as number);
  const counted = bytes(members.counted);
  const totals = Int32Array.from(counted);
  const parents = Int32Array.from(line, (_, at) => at - 1);
  addUp(totals, parents);
  const { rows, lines } = listAsked(counted, parents);
  return {
    day: members.day,
    owes: bytes(members.owes),
    counted,
    rows,
    lines,
    totals,
    under: bytes(members.under),
    notStarted: bytes(members.notStarted),
    noCohort: bytes(members.noCohort),
  };
}

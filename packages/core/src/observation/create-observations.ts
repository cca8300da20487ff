import type { Roster } from '../area/area.js';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { quoteError, quoteValue } from '../diagnostic/quote-value.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Plan } from '../plan/plan.js';
import type { ColumnDraft, DraftContext, ObservationColumn } from './column-draft.js';
import { draftColumn } from './column-draft.js';
import type { Observations } from './dataset.js';
import { readIndicators } from './indicator-reading.js';
import { ObservationStore } from './observation-store.js';
import { ObservationView } from './observation-view.js';
import { requirePlan } from './require-plan.js';
import { findWidestScales, writeBlock } from './write-block.js';

export interface CreatedObservations {
  readonly observations: Observations;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes observations from whole columns, without an object for every figure: half a million areas times
 * dozens of columns fit into memory. Reports are put together only when a trace asks for them.
 *
 * A column that cannot be used is refused with its place, a figure that cannot be kept exactly is
 * missing and reported.
 *
 * @throws RangeError for an array of another length than the roster.
 * @throws TypeError for what is no plan.
 * @example
 * createObservations({ plan, roster, columns: [{ indicator: 'income', period: '2021', values }] });
 */
export function createObservations({
  plan,
  roster,
  columns,
}: {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly columns: readonly ObservationColumn[];
}): CreatedObservations {
  requirePlan('createObservations', plan);
  const found = new DiagnosticList();
  const readings = readIndicators(plan);
  if (!Array.isArray(columns))
    throw new TypeError(`createObservations: expected columns as a list, got ${quoteValue(columns)}`);
  const context = { plan, readings, found, areas: roster.areas.length };
  const drafts = columns.flatMap((column, index) => draftGuarded(column, `columns[${index}]`, context) ?? []);
  const scales = findWidestScales(drafts);
  const n = roster.areas.length;
  const blocks = drafts.map((draft, index) => writeBlock(draft, { first: index * n, scales, roster, found }));
  const store = new ObservationStore(plan, roster, { blocks });
  return { observations: new ObservationView(store), diagnostics: found.list() };
}

/** A column that cannot even be looked at is a finding; one of another length than the roster is the caller's mistake. */
function draftGuarded(column: ObservationColumn, place: string, context: DraftContext): ColumnDraft | undefined {
  try {
    return draftColumn(column, typeof column.place === 'string' ? column.place : place, context);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    context.found.add('row-unreadable', place, { why: quoteError(error) });
    return undefined;
  }
}

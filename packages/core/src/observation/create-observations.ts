import type { Roster } from '../area/area.js';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Plan } from '../plan/plan.js';
import type { ObservationColumn } from './column-draft.js';
import { draftColumn } from './column-draft.js';
import type { Observations } from './dataset.js';
import { readIndicators } from './indicator-reading.js';
import { ObservationStore } from './observation-store.js';
import { ObservationView } from './observation-view.js';
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
  const found = new DiagnosticList();
  const readings = readIndicators(plan.indicators);
  const drafts = columns.flatMap((column, index) => {
    const place = column.place ?? `columns[${index}]`;
    const draft = draftColumn(column, place, { plan, readings, found, areas: roster.areas.length });
    return draft ? [draft] : [];
  });
  const scales = findWidestScales(drafts);
  const n = roster.areas.length;
  const blocks = drafts.map((draft, index) => writeBlock(draft, { first: index * n, scales, roster, found }));
  const store = new ObservationStore(plan, roster, blocks);
  return { observations: new ObservationView(store), diagnostics: found.list() };
}

import { parseAreas } from '../area/parse-areas.js';
import type { SourceFile } from '../csv/source-file.js';
import { sourceFilesOf } from '../csv/source-files.js';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Plan } from '../plan/plan.js';
import { createAreaFinder } from './area-finder.js';
import { checkReferences } from './check-references.js';
import type { Dataset } from './dataset.js';
import { ObservationStore } from './observation-store.js';
import { ObservationView } from './observation-view.js';
import { requirePlan } from './require-plan.js';
import { findNames } from './plan-names.js';
import { readEvents } from './read-events.js';
import { readLinks } from './read-links.js';
import { readObservations } from './read-observations.js';
import { readRegisters } from './read-registers.js';
import { RefusedTally } from './refused-rows.js';
import { RowTally } from './row-tally.js';

/** One file, or several of one kind that are read one after the other. */
export type SourceFiles = SourceFile | readonly SourceFile[];

/** The files of a dataset. Only the roster is needed: an absent file means that nothing was reported. */
export interface DatasetFiles {
  readonly areas: SourceFiles;
  readonly observations?: SourceFiles;
  readonly registers?: SourceFiles;
  readonly events?: SourceFiles;
  readonly links?: SourceFiles;
}

/**
 * Reads everything reported, against one plan.
 *
 * Never throws on data. A row that cannot be used is refused with its place and the reason, all others
 * stay, and for every file rows = used + missing + superseded + refused. Figures convert into base
 * units exactly; a blank, "-", "—", "/" or 缺 is missing, `0` is zero. Periods later than the plan's
 * end, or more than ten years before its start, are refused.
 *
 * @throws TypeError for a plan or files of another form, with a sentence that says what to give.
 * @example
 * const dataset = readDataset(plan, {
 *   areas: { name: 'areas.csv', text: areas },
 *   observations: { name: 'observations.csv', text: observations },
 * });
 */
export function readDataset(plan: Plan, files: DatasetFiles): Dataset {
  requirePlan('readDataset', plan);
  const listOf = (kind: keyof DatasetFiles): readonly SourceFile[] =>
    sourceFilesOf(`readDataset: files.${kind}`, () => files?.[kind] ?? (kind === 'areas' ? undefined : []));
  const found = new DiagnosticList();
  const tally = new RowTally();
  const { roster, diagnostics, rowCounts } = parseAreas(listOf('areas'));
  found.addAll(diagnostics);
  tally.addAll(rowCounts);

  checkReferences(plan, roster, listOf('areas')[0]?.name ?? 'areas', found);

  const store = new ObservationStore(plan, roster);
  const refused = new RefusedTally(roster);
  const fate = { found, tally, refused };
  readObservations(store, listOf('observations'), fate);
  const areas = createAreaFinder(roster, store.succession);
  const names = findNames(plan);
  const registers = readRegisters(listOf('registers'), areas, names.registers, fate);
  const events = readEvents(listOf('events'), areas, names, fate);
  const links = readLinks(listOf('links'), areas, fate);
  return {
    roster,
    observations: new ObservationView(store),
    registers,
    events,
    hasEvents: listOf('events').length > 0,
    links,
    diagnostics: found.list(),
    rowCounts: tally.counts(),
    refused,
  };
}
